// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The vector operations of lanes.h. */
#include <math.h>
#include <string.h>

#include "lanes.h"

struct host_tensors host_tensors;

float to_bf16(float x)
{
	uint32_t bits;

	memcpy(&bits, &x, sizeof(bits));
	bits = (bits + 0x7fff + (bits >> 16 & 1)) & 0xffff0000;
	memcpy(&x, &bits, sizeof(x));
	return x;
}

/* What a lane holds of a computed value. */
static inline float keep_f32(float x)
{
	return x;
}

static inline float keep_bf16(float x)
{
	x = to_bf16(x);
	return fabsf(x) < 0x1p-126f ? copysignf(0, x) : x;
}

#define KEEP_INT(T, N, C, W)                \
	static inline C keep_##T(int64_t x) \
	{                                   \
		return (C)(uint64_t)x;      \
	}
INT_TYPES(KEEP_INT)

int32_t round_f32(float x, int mode)
{
	double r = mode == 0   ? rint(x)
		   : mode == 1 ? trunc(x)
		   : mode == 2 ? ceil(x)
			       : floor(x);

	return (int32_t)r;
}

static inline int64_t magnitude(int64_t x)
{
	return x < 0 ? -x : x;
}

#define INT_HELPERS(T, N, C, W)                                        \
	static inline uint64_t bits_##T(C x)                           \
	{                                                              \
		return (uint64_t)x & ((1ull << W) - 1);                \
	}                                                              \
	static inline int64_t clamp_##T(int64_t x)                     \
	{                                                              \
		const bool sign = (C) - 1 < (C)1;                      \
		int64_t low = sign ? -(1ll << (W - 1)) : 0;            \
		int64_t high = (sign ? 1ll << (W - 1) : 1ll << W) - 1; \
		return x < low ? low : x > high ? high : x;            \
	}
INT_TYPES(INT_HELPERS)

static inline float fma_f32(float a, float b, float c)
{
	return fmaf(a, b, c);
}

/* Rounded once, from the exact sum as far as a double holds it. */
static inline float fma_bf16(float a, float b, float c)
{
	double exact = (double)a * b + c, unit;
	int exponent;

	if (exact == 0)
		return 0;
	frexp(exact, &exponent);
	unit = ldexp(1, exponent - 8);
	return (float)(rint(exact / unit) * unit);
}

/* One function a line. */
/* clang-format off */
#define LANES(T, N, OP) \
	{ \
		h_##T r; \
		for (int i = 0; i < N; i++) \
			r.e[i] = keep_##T(OP); \
		return r; \
	}
#define UNARY(NAME, T, N, OP) \
	h_##T NAME##_##T(h_##T a) LANES(T, N, OP)
#define BINARY(NAME, T, N, OP) \
	h_##T NAME##_##T(h_##T a, h_##T b) LANES(T, N, OP)
#define COMPARE(NAME, T, W, OP) \
	h_bool cmp_##NAME##_##T(h_##T a, h_##T b) \
	{ \
		h_bool r; \
		for (int i = 0; i < 256; i++) \
			r.e[i] = a.e[i * 8 / W] OP b.e[i * 8 / W]; \
		return r; \
	}

#define DEFINE_ALL(T, N, C, W) \
	BINARY(min, T, N, a.e[i] < b.e[i] ? a.e[i] : b.e[i]) \
	BINARY(max, T, N, a.e[i] > b.e[i] ? a.e[i] : b.e[i]) \
	COMPARE(eq, T, W, ==) \
	COMPARE(neq, T, W, !=) \
	COMPARE(less, T, W, <) \
	COMPARE(leq, T, W, <=) \
	COMPARE(grt, T, W, >) \
	COMPARE(geq, T, W, >=) \
	h_##T all_##T(C a) LANES(T, N, a) \
	h_##T merge_##T(h_##T a, h_##T b, h_bool p, bool polarity) \
		LANES(T, N, p.e[i * W / 8] != polarity ? a.e[i] : b.e[i])
ALL_TYPES(DEFINE_ALL)

#define DEFINE_INT(T, N, C, W) \
	BINARY(add, T, N, (int64_t)a.e[i] + b.e[i]) \
	BINARY(sub, T, N, (int64_t)a.e[i] - b.e[i]) \
	BINARY(mul, T, N, (int64_t)((uint64_t)a.e[i] * (uint64_t)b.e[i])) \
	BINARY(add_sat, T, N, clamp_##T((int64_t)a.e[i] + b.e[i])) \
	BINARY(sub_sat, T, N, clamp_##T((int64_t)a.e[i] - b.e[i])) \
	BINARY(and, T, N, a.e[i] & b.e[i]) \
	BINARY(or, T, N, a.e[i] | b.e[i]) \
	BINARY(xor, T, N, a.e[i] ^ b.e[i]) \
	UNARY(not, T, N, ~a.e[i]) \
	UNARY(neg, T, N, -(int64_t)a.e[i]) \
	UNARY(abs, T, N, clamp_##T(magnitude(a.e[i]))) \
	BINARY(shl, T, N, (int64_t)((uint64_t)a.e[i] << b.e[i])) \
	BINARY(shr, T, N, (int64_t)(bits_##T(a.e[i]) >> b.e[i])) \
	BINARY(sra, T, N, a.e[i] >> b.e[i]) \
	BINARY(div, T, N, a.e[i] / b.e[i]) \
	BINARY(rem, T, N, a.e[i] % b.e[i])
INT_TYPES(DEFINE_INT)

#define DEFINE_FLOAT(T, N, C, W) \
	BINARY(add, T, N, a.e[i] + b.e[i]) \
	BINARY(sub, T, N, a.e[i] - b.e[i]) \
	BINARY(mul, T, N, a.e[i] * b.e[i]) \
	UNARY(neg, T, N, -a.e[i]) \
	UNARY(abs, T, N, fabsf(a.e[i])) \
	h_##T mac_##T(h_##T a, h_##T b, h_##T c) \
		LANES(T, N, fma_##T(a.e[i], b.e[i], c.e[i]))
FLOAT_TYPES(DEFINE_FLOAT)

h_i32 cvt_f32_i32(h_f32 a, int mode) LANES(i32, 64, round_f32(a.e[i], mode))
h_f32 cvt_i32_f32(h_i32 a) LANES(f32, 64, (float)a.e[i])
h_i16 cvt_bf16_i16(h_bf16 a, int mode) LANES(i16, 128, round_f32(a.e[i], mode))
h_bf16 cvt_i16_bf16(h_i16 a) LANES(bf16, 128, a.e[i])
h_u32 lane_id_u32(void) LANES(u32, 64, i)
h_u16 lane_id_u16(void) LANES(u16, 128, i)
h_u8 lane_id_u8(void) LANES(u8, 256, i)

#define BOOL_LANES(OP) \
	{ \
		h_bool r; \
		for (int i = 0; i < 256; i++) \
			r.e[i] = OP; \
		return r; \
	}
h_bool bool_and(h_bool a, h_bool b) BOOL_LANES(a.e[i] & b.e[i])
h_bool bool_or(h_bool a, h_bool b) BOOL_LANES(a.e[i] | b.e[i])
h_bool bool_xor(h_bool a, h_bool b) BOOL_LANES(a.e[i] ^ b.e[i])
h_bool bool_not(h_bool a) BOOL_LANES(!a.e[i])
h_bool bool_merge(h_bool a, h_bool b, h_bool p, bool polarity)
	BOOL_LANES(p.e[i] != polarity ? a.e[i] : b.e[i])

#define INT5(NAME, OP) \
	h_int5 int5_##NAME(h_int5 a, h_int5 b, unsigned mask, h_int5 old) \
	{ \
		for (int i = 0; i < 5; i++) \
			if (mask >> i & 1) \
				old.e[i] = OP; \
		return old; \
	}
INT5(add, (int32_t)((uint32_t)a.e[i] + (uint32_t)b.e[i]))
INT5(sub, (int32_t)((uint32_t)a.e[i] - (uint32_t)b.e[i]))
INT5(mul, (int32_t)((uint32_t)a.e[i] * (uint32_t)b.e[i]))
INT5(min, a.e[i] < b.e[i] ? a.e[i] : b.e[i])
INT5(max, a.e[i] > b.e[i] ? a.e[i] : b.e[i])
/* clang-format on */

/* A loop over the narrow elements i, each with lane j of register k. */
#define SPREAD(N, R, J, K, BODY)        \
	for (int i = 0; i < N; i++) {   \
		const int j = J, k = K; \
		BODY;                   \
	}
#define INTERLEAVED(N, R, BODY) SPREAD(N, R, i / R, i % R, BODY)
#define LINEAR(N, R, BODY)	SPREAD(N, R, i % (N / R), i / (N / R), BODY)
						h_f32_x2 widen_bf16(h_bf16 a)
{
	h_f32 r[2];

	INTERLEAVED(128, 2, r[k].e[j] = a.e[i])
	return (h_f32_x2){r[0], r[1]};
}

h_bf16 narrow_f32(h_f32_x2 a)
{
	const h_f32 from[2] = {a.v1, a.v2};
	h_bf16 r;

	INTERLEAVED(128, 2, r.e[i] = keep_bf16(from[k].e[j]))
	return r;
}

h_f32_x2 linear_bf16_f32(h_bf16 a)
{
	h_f32 r[2];

	LINEAR(128, 2, r[k].e[j] = a.e[i])
	return (h_f32_x2){r[0], r[1]};
}

h_bf16 linear_f32_bf16(h_f32_x2 a)
{
	const h_f32 from[2] = {a.v1, a.v2};
	h_bf16 r;

	LINEAR(128, 2, r.e[i] = keep_bf16(from[k].e[j]))
	return r;
}

h_i32_x2 linear_i16_i32(h_i16 a)
{
	h_i32 r[2];

	LINEAR(128, 2, r[k].e[j] = a.e[i])
	return (h_i32_x2){r[0], r[1]};
}

h_i16 linear_i32_i16(h_i32_x2 a)
{
	const h_i32 from[2] = {a.v1, a.v2};
	h_i16 r;

	LINEAR(128, 2, r.e[i] = (int16_t)from[k].e[j])
	return r;
}

h_i32_x4 linear_i8_i32(h_i8 a)
{
	h_i32 r[4];

	LINEAR(256, 4, r[k].e[j] = a.e[i])
	return (h_i32_x4){r[0], r[1], r[2], r[3]};
}

h_i8 linear_i32_i8(h_i32_x4 a)
{
	const h_i32 from[4] = {a.v1, a.v2, a.v3, a.v4};
	h_i8 r;

	LINEAR(256, 4, r.e[i] = (int8_t)from[k].e[j])
	return r;
}

h_f32_x2 mac_acc32_bf16(h_bf16 a, h_bf16 b, h_f32_x2 c)
{
	h_f32 r[2] = {c.v1, c.v2};

	INTERLEAVED(128, 2, r[k].e[j] = fma_f32(a.e[i], b.e[i], r[k].e[j]))
	return (h_f32_x2){r[0], r[1]};
}

#define INT_MAC2(NARROW, WIDE, C)                                              \
	h_##WIDE##_x2 mac_##NARROW(h_##NARROW a, h_##NARROW b,                 \
				   h_##WIDE##_x2 c)                            \
	{                                                                      \
		h_##WIDE r[2] = {c.v1, c.v2};                                  \
                                                                               \
		INTERLEAVED(128, 2,                                            \
			    r[k].e[j] =                                        \
				    (C)(r[k].e[j] + (int64_t)a.e[i] * b.e[i])) \
		return (h_##WIDE##_x2){r[0], r[1]};                            \
	}
INT_MAC2(i16, i32, int32_t)
INT_MAC2(u16, u32, uint32_t)

#define INT_MAC4(NARROW, WIDE, C)                                              \
	h_##WIDE##_x4 mac_##NARROW(h_##NARROW a, h_##NARROW b,                 \
				   h_##WIDE##_x4 c)                            \
	{                                                                      \
		h_##WIDE r[4] = {c.v1, c.v2, c.v3, c.v4};                      \
                                                                               \
		INTERLEAVED(256, 4,                                            \
			    r[k].e[j] =                                        \
				    (C)(r[k].e[j] + (int64_t)a.e[i] * b.e[i])) \
		return (h_##WIDE##_x4){r[0], r[1], r[2], r[3]};                \
	}
INT_MAC4(i8, i32, int32_t)
INT_MAC4(u8, u32, uint32_t)

h_int5 int5_set(int32_t value, h_int5 old, unsigned mask)
{
	for (int i = 0; i < 5; i++)
		if (mask >> i & 1)
			old.e[i] = value;
	return old;
}

int32_t sat_i32(int64_t x)
{
	return (int32_t)clamp_i32(x);
}

uint32_t sat_u32(int64_t x)
{
	return (uint32_t)clamp_u32(x);
}

/* Places in the arrays of host_tensors. */
#define TENSOR_NUMBER(T, N, C, W) NUMBER_##T,
enum { ALL_TYPES(TENSOR_NUMBER) };

/* Loads outside give 0, stores outside are dropped. */
#define DEFINE_ACCESS(T, N, C, W)                                              \
	h_##T load_##T(h_int5 at)                                              \
	{                                                                      \
		const C(*rows)[N] = host_tensors.in[NUMBER_##T];               \
		h_##T r = {{0}};                                               \
                                                                               \
		if (at.e[1] < 0 || at.e[1] >= IN_ROWS || at.e[2] || at.e[3] || \
		    at.e[4])                                                   \
			return r;                                              \
		for (int i = 0; i < N; i++)                                    \
			if (at.e[0] + i >= 0 && at.e[0] + i < N)               \
				r.e[i] = rows[at.e[1]][at.e[0] + i];           \
		return r;                                                      \
	}                                                                      \
	void store_##T(h_int5 at, h_##T v)                                     \
	{                                                                      \
		for (int i = 0; i < N; i++) {                                  \
			at.e[0] += i > 0;                                      \
			put_##T(at, v.e[i]);                                   \
		}                                                              \
	}                                                                      \
	void put_##T(h_int5 at, C v)                                           \
	{                                                                      \
		C(*rows)[N] = host_tensors.out[NUMBER_##T];                    \
                                                                               \
		if (at.e[0] >= 0 && at.e[0] < N && at.e[1] >= 0 &&             \
		    (unsigned)at.e[1] < host_tensors.out_rows)                 \
			rows[at.e[1]][at.e[0]] = v;                            \
	}
ALL_TYPES(DEFINE_ACCESS)
