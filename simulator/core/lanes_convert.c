/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Lane loops of type conversion, element by element (facts 8.3).
 *
 * assumed: integers saturate to the target's range, NaN becomes 0.
 */
#include "lanes_impl.h"

/* 2^52 + 2^51: adding it leaves a rounded integer in the low word. */
#define ROUND_MAGIC 0x1.8p52

static inline uint32_t f32_to_int_rne(uint32_t a, double lo, double hi)
{
	double d = f32_in(a);

	d = d < lo ? lo : d;
	d = d > hi ? hi : d;
	d = f32_is_nan(a) ? 0 : d;
	return (uint32_t)f64_bits(d + ROUND_MAGIC);
}

#define TO_INT(T, LO, HI)                                                      \
	LOOP1(f32_to_##T##_rne, uint32_t, elem_##T, f32_to_int_rne(a, LO, HI)) \
	LOOP1(f32_to_##T, uint32_t, elem_##T,                                  \
	      soft_f32_to_int(a, arg->rm, lane_random(arg, i), LO, HI))        \
	LOOP1(bf16_to_##T##_rne, uint16_t, elem_##T,                           \
	      f32_to_int_rne(bf16_wide(a), LO, HI))                            \
	LOOP1(bf16_to_##T, uint16_t, elem_##T,                                 \
	      soft_f32_to_int(bf16_wide(a), arg->rm, lane_random(arg, i), LO,  \
			      HI))

TO_INT(i32, INT32_MIN, INT32_MAX)
TO_INT(u32, 0, UINT32_MAX)
TO_INT(i16, INT16_MIN, INT16_MAX)
TO_INT(u16, 0, UINT16_MAX)
TO_INT(i8, INT8_MIN, INT8_MAX)
TO_INT(u8, 0, UINT8_MAX)

/*
 * A 32-bit integer to bf16 by way of binary32 rounds twice; binary64 holds it
 * exactly, and its upper part with a sticky bit is a binary32 pattern that
 * rounds like it.
 */
static inline uint16_t f64_to_bf16(double d)
{
	float f = (float)d;
	uint32_t w = f32_bits(f);

	if ((double)f != d) {
		if (((double)f > d) == (d > 0))
			w--;
		w |= 1;
	}
	return bf16_round(w);
}

#define FROM_INT(T)                                                   \
	LOOP1(T##_to_f32_rne, elem_##T, uint32_t, f32_bits((float)a)) \
	LOOP1(T##_to_f32, elem_##T, uint32_t,                         \
	      soft_i64_to_f32(a, arg->rm, lane_random(arg, i)))       \
	LOOP1(T##_to_bf16_rne, elem_##T, uint16_t, f64_to_bf16(a))    \
	LOOP1(T##_to_bf16, elem_##T, uint16_t,                        \
	      soft_i64_to_bf16(a, arg->rm, lane_random(arg, i)))

FROM_INT(i32)
FROM_INT(u32)
FROM_INT(i16)
FROM_INT(u16)
FROM_INT(i8)
FROM_INT(u8)

/* CLIP_FP turns an overflow of a finite number into the largest one. */
static inline uint16_t clip_bf16(uint16_t r, uint32_t a, bool clip)
{
	bool finite = (a & ~F32_SIGN) < F32_EXP;

	return clip && finite && (r & 0x7fff) == 0x7f80 ? r - 1 : r;
}

LOOP1(f32_to_f32, uint32_t, uint32_t, f32_result(a))
LOOP1(bf16_to_f32, uint16_t, uint32_t, f32_result(bf16_wide(a)))
LOOP1(f32_to_bf16_rne, uint32_t, uint16_t,
      clip_bf16(bf16_round(f32_flush(a)), a, arg->clip))
LOOP1(f32_to_bf16, uint32_t, uint16_t,
      clip_bf16(soft_f32_to_bf16(a, arg->rm, lane_random(arg, i)), a,
		arg->clip))
LOOP1(bf16_to_bf16, uint16_t, uint16_t, bf16_round(f32_flush(bf16_wide(a))))

#define CLAMP(v, lo, hi) ((v) < (lo) ? (lo) : (v) > (hi) ? (hi) : (v))
#define INT_TO_INT(F, T, LO, HI)              \
	LOOP1(F##_to_##T, elem_##F, elem_##T, \
	      CLAMP((int64_t)a, (int64_t)LO, (int64_t)HI))
#define INT_TO_ALL(F)                            \
	INT_TO_INT(F, i32, INT32_MIN, INT32_MAX) \
	INT_TO_INT(F, u32, 0, UINT32_MAX)        \
	INT_TO_INT(F, i16, INT16_MIN, INT16_MAX) \
	INT_TO_INT(F, u16, 0, UINT16_MAX)        \
	INT_TO_INT(F, i8, INT8_MIN, INT8_MAX)    \
	INT_TO_INT(F, u8, 0, UINT8_MAX)

INT_TO_ALL(i32)
INT_TO_ALL(u32)
INT_TO_ALL(i16)
INT_TO_ALL(u16)
INT_TO_ALL(i8)
INT_TO_ALL(u8)

struct convert_entry {
	uint8_t from;
	uint8_t to;
	lane_fn rne;
	lane_fn round;
};

#define T(n) TPC_TYPE_##n
#define FP_ROWS(N, n)                                            \
	{T(F32), T(N), f32_to_##n##_rne, f32_to_##n},            \
		{T(BF16), T(N), bf16_to_##n##_rne, bf16_to_##n}, \
		{T(N), T(F32), n##_to_f32_rne, n##_to_f32},      \
	{                                                        \
		T(N), T(BF16), n##_to_bf16_rne, n##_to_bf16      \
	}
#define INT_ROWS(N, n)                                  \
	{T(N), T(I32), n##_to_i32, n##_to_i32},         \
		{T(N), T(U32), n##_to_u32, n##_to_u32}, \
		{T(N), T(I16), n##_to_i16, n##_to_i16}, \
		{T(N), T(U16), n##_to_u16, n##_to_u16}, \
		{T(N), T(I8), n##_to_i8, n##_to_i8},    \
	{                                               \
		T(N), T(U8), n##_to_u8, n##_to_u8       \
	}

static const struct convert_entry table[] = {
	{T(F32), T(F32), f32_to_f32, f32_to_f32},
	{T(BF16), T(F32), bf16_to_f32, bf16_to_f32},
	{T(F32), T(BF16), f32_to_bf16_rne, f32_to_bf16},
	{T(BF16), T(BF16), bf16_to_bf16, bf16_to_bf16},
	FP_ROWS(I32, i32),
	FP_ROWS(U32, u32),
	FP_ROWS(I16, i16),
	FP_ROWS(U16, u16),
	FP_ROWS(I8, i8),
	FP_ROWS(U8, u8),
	INT_ROWS(I32, i32),
	INT_ROWS(U32, u32),
	INT_ROWS(I16, i16),
	INT_ROWS(U16, u16),
	INT_ROWS(I8, i8),
	INT_ROWS(U8, u8),
};

lane_fn LANES_NAME(lanes_convert)(enum tpc_type from, enum tpc_type to,
				  bool round)
{
	for (unsigned i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (table[i].from == from && table[i].to == to)
			return round ? table[i].round : table[i].rne;
	}
	return NULL;
}
