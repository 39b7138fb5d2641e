/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Lane loops of comparisons: an element of all ones where the condition
 * holds, zero elsewhere; and the table that joins the families of one set.
 *
 * assumed: comparisons with NaN are ordered (false, except for !=); both
 * zeros are equal and subnormals count as zero.
 */
#include "lanes_impl.h"

#define CMP_LANES(T, E, W, KEY)                                               \
	LOOP2(eq_##T, E, uint##W##_t, KEY(a) == KEY(b) ? -1 : 0)              \
	LOOP2(neq_##T, E, uint##W##_t, KEY(a) != KEY(b) ? -1 : 0)             \
	LOOP2(less_##T, E, uint##W##_t, KEY(a) < KEY(b) ? -1 : 0)             \
	LOOP2(leq_##T, E, uint##W##_t, KEY(a) <= KEY(b) ? -1 : 0)             \
	LOOP2(grt_##T, E, uint##W##_t, KEY(a) > KEY(b) ? -1 : 0)              \
	LOOP2(geq_##T, E, uint##W##_t, KEY(a) >= KEY(b) ? -1 : 0)             \
	LOOP2(mask_zero_##T, uint##W##_t, uint##W##_t, (a & b) == 0 ? -1 : 0) \
	static lane_fn find_##T(enum lane_op op)                              \
	{                                                                     \
		switch (op) {                                                 \
		case LANE_CMP_EQ:                                             \
			return eq_##T;                                        \
		case LANE_CMP_NEQ:                                            \
			return neq_##T;                                       \
		case LANE_CMP_LESS:                                           \
			return less_##T;                                      \
		case LANE_CMP_LEQ:                                            \
			return leq_##T;                                       \
		case LANE_CMP_GRT:                                            \
			return grt_##T;                                       \
		case LANE_CMP_GEQ:                                            \
			return geq_##T;                                       \
		case LANE_CMP_MASK_ZERO:                                      \
			return mask_zero_##T;                                 \
		default:                                                      \
			return NULL;                                          \
		}                                                             \
	}

#define SAME(x)	    (x)
#define F32_KEY(x)  f32_in(x)
#define BF16_KEY(x) f32_in(bf16_wide(x))

CMP_LANES(i32, int32_t, 32, SAME)
CMP_LANES(u32, uint32_t, 32, SAME)
CMP_LANES(i16, int16_t, 16, SAME)
CMP_LANES(u16, uint16_t, 16, SAME)
CMP_LANES(i8, int8_t, 8, SAME)
CMP_LANES(u8, uint8_t, 8, SAME)
CMP_LANES(f32, uint32_t, 32, F32_KEY)
CMP_LANES(bf16, uint16_t, 16, BF16_KEY)

lane_fn LANES_NAME(lanes_cmp)(enum lane_op op, enum tpc_type type)
{
	switch (type) {
		FIND_CASES_32(op)
		FIND_CASES_NARROW(op)
	case TPC_TYPE_F32:
		return find_f32(op);
	case TPC_TYPE_BF16:
		return find_bf16(op);
	default:
		return NULL;
	}
}

lane_fn LANES_NAME(lanes_find)(enum lane_op op, enum tpc_type type, bool round)
{
	lane_fn fn = LANES_NAME(lanes_fp)(op, type, round);

	if (!fn)
		fn = LANES_NAME(lanes_bits)(op, type);
	if (!fn)
		fn = LANES_NAME(lanes_int)(op, type);
	if (!fn)
		fn = LANES_NAME(lanes_mul)(op, type);
	if (!fn)
		fn = LANES_NAME(lanes_cmp)(op, type);
	return fn;
}
