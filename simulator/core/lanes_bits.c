/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Lane loops on bit patterns: logic, counting, searching, reversing.
 *
 * They depend on the width of a type only. assumed: counts fill the element;
 * FIND_FIRST gives the element width when nothing is found, and counts
 * positions from the end at which it starts (facts 8.2 leave both open).
 */
#include "lanes_impl.h"

static inline unsigned popcount32(uint32_t v)
{
	v -= v >> 1 & 0x55555555u;
	v = (v & 0x33333333u) + (v >> 2 & 0x33333333u);
	v = (v + (v >> 4)) & 0x0f0f0f0fu;
	return (v * 0x01010101u) >> 24;
}

/* Position of the lowest set bit below @width, or @width. */
static inline unsigned find_low(uint32_t v, unsigned width)
{
	return v ? popcount32((v & -v) - 1) : width;
}

static inline uint32_t smear_right(uint32_t v)
{
	v |= v >> 1;
	v |= v >> 2;
	v |= v >> 4;
	v |= v >> 8;
	return v | v >> 16;
}

/* Zeros above the highest set bit, or @width. */
static inline unsigned find_high(uint32_t v, unsigned width)
{
	return width - popcount32(smear_right(v));
}

static inline uint32_t reverse32(uint32_t v)
{
	v = (v >> 1 & 0x55555555u) | (v & 0x55555555u) << 1;
	v = (v >> 2 & 0x33333333u) | (v & 0x33333333u) << 2;
	v = (v >> 4 & 0x0f0f0f0fu) | (v & 0x0f0f0f0fu) << 4;
	v = (v >> 8 & 0x00ff00ffu) | (v & 0x00ff00ffu) << 8;
	return v >> 16 | v << 16;
}

#define BIT_LANES(W)                                                        \
	LOOP2(and_##W, uint##W##_t, uint##W##_t, a &b)                      \
	LOOP2(or_##W, uint##W##_t, uint##W##_t, a | b)                      \
	LOOP2(xor_##W, uint##W##_t, uint##W##_t, a ^ b)                     \
	LOOP1(not_##W, uint##W##_t, uint##W##_t, ~a)                        \
	LOOP1(popcnt1_##W, uint##W##_t, uint##W##_t, popcount32(a))         \
	LOOP1(popcnt0_##W, uint##W##_t, uint##W##_t, W - popcount32(a))     \
	LOOP1(find1_lsb_##W, uint##W##_t, uint##W##_t, find_low(a, W))      \
	LOOP1(find0_lsb_##W, uint##W##_t, uint##W##_t,                      \
	      find_low((uint##W##_t) ~a, W))                                \
	LOOP1(find1_msb_##W, uint##W##_t, uint##W##_t, find_high(a, W))     \
	LOOP1(find0_msb_##W, uint##W##_t, uint##W##_t,                      \
	      find_high((uint##W##_t) ~a, W))                               \
	LOOP1(brev_##W, uint##W##_t, uint##W##_t, reverse32(a) >> (32 - W)) \
	static lane_fn find_##W(enum lane_op op)                            \
	{                                                                   \
		switch (op) {                                               \
		case LANE_AND:                                              \
			return and_##W;                                     \
		case LANE_OR:                                               \
			return or_##W;                                      \
		case LANE_XOR:                                              \
			return xor_##W;                                     \
		case LANE_NOT:                                              \
			return not_##W;                                     \
		case LANE_POPCNT_0:                                         \
			return popcnt0_##W;                                 \
		case LANE_POPCNT_1:                                         \
			return popcnt1_##W;                                 \
		case LANE_FIND_0_LSB:                                       \
			return find0_lsb_##W;                               \
		case LANE_FIND_1_LSB:                                       \
			return find1_lsb_##W;                               \
		case LANE_FIND_0_MSB:                                       \
			return find0_msb_##W;                               \
		case LANE_FIND_1_MSB:                                       \
			return find1_msb_##W;                               \
		case LANE_BREV:                                             \
			return brev_##W;                                    \
		default:                                                    \
			return NULL;                                        \
		}                                                           \
	}

BIT_LANES(32)
BIT_LANES(16)
BIT_LANES(8)

lane_fn LANES_NAME(lanes_bits)(enum lane_op op, enum tpc_type type)
{
	switch (tpc_type_bits(type)) {
	case 32:
		return find_32(op);
	case 16:
		return find_16(op);
	case 8:
		return find_8(op);
	case 1: /* .b works on whole words: bitwise all the same */
		return find_32(op);
	default:
		return NULL;
	}
}
