/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Lane loops of integer addition, extremes and shifts (facts 8.2).
 *
 * assumed: a logical shift by the element width or more gives zero; ASH by
 * more than the width acts like the width (all sign bits, or saturation).
 */
#include "lanes_impl.h"

/* Sums in 64 bits never overflow; results are cut or clamped to T. */
#define CLAMP(v, lo, hi) ((v) < (lo) ? (lo) : (v) > (hi) ? (hi) : (v))

static inline int64_t ash_left(int64_t v, unsigned n)
{
	return n > 31 ? (v > 0	 ? INT64_MAX
			 : v < 0 ? INT64_MIN
				 : 0)
		      : v * ((int64_t)1 << n);
}

/* Arithmetic shift right, truncating or rounding half up. */
static inline int64_t ash_right(int64_t v, unsigned n, bool rhu)
{
	if (n > 62)
		n = 62;
	if (!n)
		return v;
	return rhu ? ((v >> (n - 1)) + 1) >> 1 : v >> n;
}

/*
 * The shift count is signed, positive to the left: the low byte of the second
 * operand's element (TPC-C gives it as char256 for every data type).
 */
#define ASH_LANES(T, LO, HI)                                                   \
	LOOP2(ash_##T, elem_##T, elem_##T,                                     \
	      (int8_t)b >= 0 ? ash_left(a, (unsigned)(int8_t)b)                \
			     : ash_right(a, -(unsigned)(int8_t)b, false))      \
	LOOP2(ash_rhu_##T, elem_##T, elem_##T,                                 \
	      (int8_t)b >= 0 ? ash_left(a, (unsigned)(int8_t)b)                \
			     : ash_right(a, -(unsigned)(int8_t)b, true))       \
	LOOP2(ash_sat_##T, elem_##T, elem_##T,                                 \
	      (int8_t)b >= 0 ? CLAMP(ash_left(a, (unsigned)(int8_t)b), LO, HI) \
			     : ash_right(a, -(unsigned)(int8_t)b, false))      \
	LOOP2(ash_sat_rhu_##T, elem_##T, elem_##T,                             \
	      (int8_t)b >= 0 ? CLAMP(ash_left(a, (unsigned)(int8_t)b), LO, HI) \
			     : ash_right(a, -(unsigned)(int8_t)b, true))

/* U: the unsigned type of the width, for sums that wrap. */
#define INT_LANES(T, U, LO, HI)                                             \
	LOOP2(add_##T, elem_##U, elem_##U, a + b)                           \
	LOOP2(sub_##T, elem_##U, elem_##U, a - b)                           \
	LOOP2(sub_neg_##T, elem_##U, elem_##U, b - a)                       \
	LOOP2(add_sat_##T, elem_##T, elem_##T,                              \
	      CLAMP((int64_t)a + b, (int64_t)LO, (int64_t)HI))              \
	LOOP2(sub_sat_##T, elem_##T, elem_##T,                              \
	      CLAMP((int64_t)a - b, (int64_t)LO, (int64_t)HI))              \
	LOOP2(sub_neg_sat_##T, elem_##T, elem_##T,                          \
	      CLAMP((int64_t)b - a, (int64_t)LO, (int64_t)HI))              \
	LOOP2(max_##T, elem_##T, elem_##T, a > b ? a : b)                   \
	LOOP2(min_##T, elem_##T, elem_##T, a < b ? a : b)                   \
	LOOP1(abs_##T, elem_##T, elem_##T,                                  \
	      a >= 0 ? (int64_t)a : CLAMP(-(int64_t)a, 0, (int64_t)HI))     \
	LOOP1(abs_no_sat_##T, elem_##T, elem_##U, a >= 0 ? a : -(int64_t)a) \
	LOOP2(shl_##T, elem_##U, elem_##U,                                  \
	      b < 8 * sizeof(a) ? (uint32_t)a << (b & 31) : 0)              \
	LOOP2(shr_##T, elem_##U, elem_##U,                                  \
	      b < 8 * sizeof(a) ? (uint32_t)a >> (b & 31) : 0)              \
	ASH_LANES(T, (int64_t)LO, (int64_t)HI)                              \
	/* carry in and out: all ones or zero */                            \
	static void add_carry_##T(LANE_ARGS)                                \
	{                                                                   \
		elem_##U *restrict d = d_[0];                               \
		elem_##U *restrict out = d_[1];                             \
		const elem_##U *restrict pa = s_[0];                        \
		const elem_##U *restrict pb = s_[1];                        \
		const elem_##U *restrict in = s_[2];                        \
		for (unsigned i = 0; i < n; i++) {                          \
			elem_##U sum = pa[i] + pb[i];                       \
			elem_##U carry = sum < pa[i];                       \
			if (in) {                                           \
				sum += in[i] & 1;                           \
				carry |= sum < (in[i] & 1);                 \
			}                                                   \
			d[i] = sum;                                         \
			out[i] = -carry;                                    \
		}                                                           \
	}                                                                   \
	static lane_fn find_##T(enum lane_op op)                            \
	{                                                                   \
		switch (op) {                                               \
		case LANE_ADD:                                              \
			return add_##T;                                     \
		case LANE_ADD_SAT:                                          \
			return add_sat_##T;                                 \
		case LANE_ADD_CARRY:                                        \
			return add_carry_##T;                               \
		case LANE_SUB:                                              \
			return sub_##T;                                     \
		case LANE_SUB_SAT:                                          \
			return sub_sat_##T;                                 \
		case LANE_SUB_NEG:                                          \
			return sub_neg_##T;                                 \
		case LANE_SUB_NEG_SAT:                                      \
			return sub_neg_sat_##T;                             \
		case LANE_MAX:                                              \
			return max_##T;                                     \
		case LANE_MIN:                                              \
			return min_##T;                                     \
		case LANE_ABS:                                              \
			return abs_##T;                                     \
		case LANE_ABS_NO_SAT:                                       \
			return abs_no_sat_##T;                              \
		case LANE_SHL:                                              \
			return shl_##T;                                     \
		case LANE_SHR:                                              \
			return shr_##T;                                     \
		case LANE_ASH:                                              \
			return ash_##T;                                     \
		case LANE_ASH_SAT:                                          \
			return ash_sat_##T;                                 \
		case LANE_ASH_RHU:                                          \
			return ash_rhu_##T;                                 \
		case LANE_ASH_SAT_RHU:                                      \
			return ash_sat_rhu_##T;                             \
		default:                                                    \
			return NULL;                                        \
		}                                                           \
	}

INT_LANES(i32, u32, INT32_MIN, INT32_MAX)
INT_LANES(u32, u32, 0, UINT32_MAX)
INT_LANES(i16, u16, INT16_MIN, INT16_MAX)
INT_LANES(u16, u16, 0, UINT16_MAX)
INT_LANES(i8, u8, INT8_MIN, INT8_MAX)
INT_LANES(u8, u8, 0, UINT8_MAX)

lane_fn LANES_NAME(lanes_int)(enum lane_op op, enum tpc_type type)
{
	switch (type) {
		FIND_CASES_32(op)
		FIND_CASES_NARROW(op)
	default:
		return NULL;
	}
}
