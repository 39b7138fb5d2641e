/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Number formats of the TPC, on bit patterns.
 *
 * Facts 8.1 (DOC Supported Data Types): subnormal inputs and results count as
 * zero, every FP32 NaN result is 0x7fffffff. Everything is computed on
 * patterns; host binary32 and binary64 arithmetic is used only where it gives
 * the same bits: the default rounding (nearest-even), no contraction, and one
 * rounding, or two that cannot differ from one (p >= 2q + 2).
 * assumed: flushed zeros keep their sign; a result that rounds up to the
 * smallest normal number is kept; bf16 NaN results are 0x7fff.
 */
#ifndef TPC_CORE_NUM_H
#define TPC_CORE_NUM_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "tpc/machine_gen.h"

#define F32_SIGN 0x80000000u
#define F32_EXP	 0x7f800000u
#define F32_MAN	 0x007fffffu
#define F32_NAN	 0x7fffffffu
#define BF16_NAN 0x7fffu

static inline float f32_of(uint32_t bits)
{
	float f;

	memcpy(&f, &bits, sizeof(f));
	return f;
}

static inline uint32_t f32_bits(float f)
{
	uint32_t bits;

	memcpy(&bits, &f, sizeof(bits));
	return bits;
}

static inline double f64_of(uint64_t bits)
{
	double d;

	memcpy(&d, &bits, sizeof(d));
	return d;
}

static inline uint64_t f64_bits(double d)
{
	uint64_t bits;

	memcpy(&bits, &d, sizeof(bits));
	return bits;
}

/* Subnormals to zero. */
static inline uint32_t f32_flush(uint32_t x)
{
	return x & F32_EXP ? x : x & F32_SIGN;
}

static inline bool f32_is_nan(uint32_t x)
{
	return (x & ~F32_SIGN) > F32_EXP;
}

static inline uint32_t f32_result(uint32_t x)
{
	x = f32_flush(x);
	return f32_is_nan(x) ? F32_NAN : x;
}

/* An operand as host number. */
static inline float f32_in(uint32_t x)
{
	return f32_of(f32_flush(x));
}

static inline uint32_t f32_out(float f)
{
	return f32_result(f32_bits(f));
}

/* bf16 patterns as binary32 patterns: exact. */
static inline uint32_t bf16_wide(uint16_t x)
{
	return (uint32_t)x << 16;
}

/* A binary32 pattern to bf16, nearest-even. */
static inline uint16_t bf16_round(uint32_t x)
{
	uint32_t r = x + 0x7fffu + (x >> 16 & 1);

	r = f32_is_nan(x) ? BF16_NAN << 16 : r;
	return f32_flush(r) >> 16;
}

/* --- soft.c: any rounding mode, one element at a time ------------------- */

/* A finite nonzero magnitude: sig * 2^exp, and whether bits were lost. */
struct soft {
	bool sign;
	int exp;
	unsigned __int128 sig;
	bool sticky;
};

/* a * b + c on binary32 patterns, rounded to binary32. */
uint32_t soft_fma(uint32_t a, uint32_t b, uint32_t c, unsigned rm,
		  uint32_t random);
/* the same, rounded to bf16 (operands are widened bf16 or binary32) */
uint16_t soft_fma_bf16(uint32_t a, uint32_t b, uint32_t c, unsigned rm,
		       uint32_t random);
uint32_t soft_add(uint32_t a, uint32_t b, unsigned rm, uint32_t random);
uint16_t soft_add_bf16(uint32_t a, uint32_t b, unsigned rm, uint32_t random);
uint32_t soft_mul(uint32_t a, uint32_t b, unsigned rm, uint32_t random);
uint16_t soft_mul_bf16(uint32_t a, uint32_t b, unsigned rm, uint32_t random);

/* Conversions in any mode. */
uint16_t soft_f32_to_bf16(uint32_t a, unsigned rm, uint32_t random);
/* A signed 64-bit integer to binary32 or bf16. */
uint32_t soft_i64_to_f32(int64_t v, unsigned rm, uint32_t random);
uint16_t soft_i64_to_bf16(int64_t v, unsigned rm, uint32_t random);
/*
 * A binary32 pattern to an integer in [min, max].
 * assumed: out-of-range values saturate, NaN gives zero.
 */
int64_t soft_f32_to_int(uint32_t a, unsigned rm, uint32_t random, int64_t min,
			int64_t max);
/* Integral value of a binary32 pattern. */
uint32_t soft_f32_nearbyint(uint32_t a, unsigned rm, uint32_t random);
/* value * 2^-shift for shift >= 0, rounded; exact left shift otherwise */
int64_t soft_shift_round(int64_t v, int shift, unsigned rm, uint32_t random);

#endif
