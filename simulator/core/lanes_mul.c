/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Lane loops of integer multiplication (facts 8.2).
 *
 * 32-bit: first result the low words, second the high words (public kernels
 * use the first one as the 32-bit product). 16- and 8-bit: products twice or
 * four times as wide, element R*j + k of the sources to element j of result k
 * (assumed: the interleave of the converts, facts 8.3).
 */
#include "lanes_impl.h"

#define MUL32(T, WIDE)                              \
	static void mul_##T(LANE_ARGS)              \
	{                                           \
		uint32_t *restrict lo = d_[0];      \
		uint32_t *restrict hi = d_[1];      \
		const elem_##T *restrict a = s_[0]; \
		const elem_##T *restrict b = s_[1]; \
		for (unsigned i = 0; i < n; i++) {  \
			WIDE p = (WIDE)a[i] * b[i]; \
			lo[i] = (uint32_t)p;        \
			hi[i] = (uint64_t)p >> 32;  \
		}                                   \
	}

MUL32(i32, int64_t)
MUL32(u32, uint64_t)

/*
 * Twice the product, rounded half up, upper word: (2p + 2^31) >> 32.
 * assumed: the constant, and saturation of the one case that overflows.
 */
LOOP2(mul_round_i32, int32_t, int32_t,
      a == INT32_MIN && b == INT32_MIN
	      ? INT32_MAX
	      : ((int64_t)a * b + ((int64_t)1 << 30)) >> 31)
LOOP2(mul_round_u32, uint32_t, uint32_t,
      ((uint64_t)a * b + ((uint64_t)1 << 30)) >> 31)

/* 32-bit accumulation of a scalar: wraps. */
LOOP3(mac_u32, uint32_t, uint32_t, c + a * b)
LOOP3(mac_neg_u32, uint32_t, uint32_t, c - a * b)

static inline uint32_t sat_add(int64_t acc, int64_t p, bool is_signed)
{
	int64_t lo = is_signed ? INT32_MIN : 0;
	int64_t hi = is_signed ? INT32_MAX : UINT32_MAX;
	int64_t v = acc + p;

	return (uint32_t)(v < lo ? lo : v > hi ? hi : v);
}

/* n counts the narrow elements; a scalar (n = 1) has one wide result. */
#define WIDE_FRAME(name, T, R, SIGNED, STORE)                                 \
	static void name(LANE_ARGS)                                           \
	{                                                                     \
		const elem_##T *restrict a = s_[0];                           \
		const elem_##T *restrict b = s_[1];                           \
		unsigned regs = n < R ? 1 : R;                                \
		unsigned per = n < R ? 1 : n / R;                             \
		for (unsigned k = 0; k < regs; k++) {                         \
			uint32_t *restrict d = d_[k];                         \
			const uint32_t *restrict c = s_[2 + k];               \
			(void)c;                                              \
			for (unsigned j = 0; j < per; j++) {                  \
				int64_t p =                                   \
					(int64_t)a[R * j + k] * b[R * j + k]; \
				d[j] = (STORE);                               \
			}                                                     \
		}                                                             \
	}

#define WIDE_ACC(c, T) ((T)0 > (T) - 1 ? (int64_t)(int32_t)(c) : (int64_t)(c))

#define WIDE_LANES(T, R, SIGNED)                                       \
	WIDE_FRAME(mul_wide_##T, T, R, SIGNED, (uint32_t)p)            \
	WIDE_FRAME(mac_wide_##T, T, R, SIGNED, c[j] + (uint32_t)p)     \
	WIDE_FRAME(mac_wide_neg_##T, T, R, SIGNED, c[j] - (uint32_t)p) \
	WIDE_FRAME(mac_wide_sat_##T, T, R, SIGNED,                     \
		   sat_add(WIDE_ACC(c[j], elem_##T), p, SIGNED))       \
	WIDE_FRAME(mac_wide_neg_sat_##T, T, R, SIGNED,                 \
		   sat_add(WIDE_ACC(c[j], elem_##T), -p, SIGNED))      \
	static lane_fn find_##T(enum lane_op op)                       \
	{                                                              \
		switch (op) {                                          \
		case LANE_MUL_WIDE:                                    \
			return mul_wide_##T;                           \
		case LANE_MAC_WIDE:                                    \
			return mac_wide_##T;                           \
		case LANE_MAC_WIDE_NEG:                                \
			return mac_wide_neg_##T;                       \
		case LANE_MAC_WIDE_SAT:                                \
			return mac_wide_sat_##T;                       \
		case LANE_MAC_WIDE_NEG_SAT:                            \
			return mac_wide_neg_sat_##T;                   \
		default:                                               \
			return NULL;                                   \
		}                                                      \
	}

WIDE_LANES(i16, 2, true)
WIDE_LANES(u16, 2, false)
WIDE_LANES(i8, 4, true)
WIDE_LANES(u8, 4, false)

/* Saturating 32-bit accumulation of full products (scalar MAC). */
LOOP3(mac_sat_i32, int32_t, int32_t, sat_add(c, (int64_t)a *b, true))
LOOP3(mac_neg_sat_i32, int32_t, int32_t, sat_add(c, -((int64_t)a *b), true))

static lane_fn find_32(enum lane_op op, bool is_signed)
{
	switch (op) {
	case LANE_MUL:
		return is_signed ? mul_i32 : mul_u32;
	case LANE_MUL_ROUND:
		return is_signed ? mul_round_i32 : mul_round_u32;
	case LANE_MAC:
		return mac_u32;
	case LANE_MAC_NEG:
		return mac_neg_u32;
	case LANE_MAC_WIDE_SAT:
		return is_signed ? mac_sat_i32 : NULL;
	case LANE_MAC_WIDE_NEG_SAT:
		return is_signed ? mac_neg_sat_i32 : NULL;
	default:
		return NULL;
	}
}

lane_fn LANES_NAME(lanes_mul)(enum lane_op op, enum tpc_type type)
{
	switch (type) {
	case TPC_TYPE_I32:
	case TPC_TYPE_U32:
		return find_32(op, type == TPC_TYPE_I32);
		FIND_CASES_NARROW(op)
	default:
		return NULL;
	}
}
