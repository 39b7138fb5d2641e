/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The library's operations on the host: a vector is one number. Arithmetic is
 * the machine's as long as the host flushes subnormal numbers to zero.
 */
#ifndef TPC_MATH_HOST_H
#define TPC_MATH_HOST_H

#include <stdint.h>
#include <string.h>

#define inline_fn static inline __attribute__((always_inline))

typedef float float64;
typedef int32_t int64;

inline_fn float64 splat(float x)
{
	return x;
}

inline_fn float64 mac(float64 a, float64 b, float64 c)
{
	return __builtin_fmaf(a, b, c);
}

inline_fn float64 nmac(float64 a, float64 b, float64 c)
{
	return __builtin_fmaf(-a, b, c);
}

inline_fn int64 bits(float64 x)
{
	int64 i;

	memcpy(&i, &x, sizeof(i));
	return i;
}

inline_fn float64 number(int64 i)
{
	float64 x;

	memcpy(&x, &i, sizeof(x));
	return x;
}

inline_fn int64 shift_right(int64 x, int n)
{
	return (int64)((uint32_t)x >> n);
}

inline_fn float64 from_int(int64 x)
{
	return (float64)x;
}

inline_fn float64 nearby(float64 x)
{
	return __builtin_rintf(x);
}

inline_fn float64 chopped(float64 x)
{
	return __builtin_truncf(x);
}

inline_fn float64 with_sign(float64 x, float64 sign)
{
	return __builtin_copysignf(x, sign);
}

#define TPC_MATH_SELECT(name, op)                                             \
	inline_fn float64 name(float64 a, float64 b, float64 yes, float64 no) \
	{                                                                     \
		return a op b ? yes : no;                                     \
	}

TPC_MATH_SELECT(if_eq, ==)
TPC_MATH_SELECT(if_less, <)
TPC_MATH_SELECT(if_leq, <=)
TPC_MATH_SELECT(if_grt, >)
TPC_MATH_SELECT(if_geq, >=)

inline_fn float64 if_clear(int64 a, int mask, float64 yes, float64 no)
{
	return a & mask ? no : yes;
}

#endif
