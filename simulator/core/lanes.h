/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Lane loops: the arithmetic of the TPC on arrays of elements.
 *
 * Every loop works on @n elements; scalar operations call it with one, index
 * registers with five, vectors with 64, 128 or 256. The files are compiled
 * twice, for the machine's base instruction set and for x86-64-v3, and the
 * set is chosen when a core is made.
 */
#ifndef TPC_CORE_LANES_H
#define TPC_CORE_LANES_H

#include <stdbool.h>
#include <stdint.h>

#include "tpc/isa.h"

/* What a loop may need besides its operands. */
struct lane_arg {
	uint8_t rm; /* rounding code, TPC_ROUND_* */
	bool clip;  /* CLIP_FP */
	uint8_t shift;
	const uint32_t *random; /* one word a lane, for stochastic rounding */
};

typedef void (*lane_fn)(void *const *d, const void *const *s, unsigned n,
			const struct lane_arg *arg);

/* Operations that have loops. Sources and results as in the comments. */
enum lane_op {
	LANE_ADD, /* d = s0 + s1 */
	LANE_ADD_SAT,
	LANE_ADD_CARRY, /* also d1 = carry out; s2 = carry in or NULL */
	LANE_SUB,
	LANE_SUB_SAT,
	LANE_SUB_NEG,
	LANE_SUB_NEG_SAT,
	LANE_MAX,
	LANE_MIN,
	LANE_ABS,
	LANE_ABS_NO_SAT,
	LANE_AND,
	LANE_OR,
	LANE_XOR,
	LANE_NOT,
	LANE_SHL,
	LANE_SHR,
	LANE_ASH,
	LANE_ASH_SAT,
	LANE_ASH_RHU,
	LANE_ASH_SAT_RHU,
	LANE_POPCNT_0,
	LANE_POPCNT_1,
	LANE_FIND_0_LSB,
	LANE_FIND_1_LSB,
	LANE_FIND_0_MSB,
	LANE_FIND_1_MSB,
	LANE_BREV,
	LANE_MUL,	/* 32-bit: d0 low words, d1 high words; FP: d0 */
	LANE_MUL_ROUND, /* 32-bit, double and round */
	LANE_MUL_WIDE,	/* 8/16-bit: d[k][j] = s0[Rj+k] * s1[Rj+k] */
	LANE_MAC,	/* d0 = s2 + s0 * s1 */
	LANE_MAC_NEG,
	LANE_MAC_WIDE, /* d[k][j] = s[2+k][j] + s0[Rj+k] * s1[Rj+k] */
	LANE_MAC_WIDE_NEG,
	LANE_MAC_WIDE_SAT,
	LANE_MAC_WIDE_NEG_SAT,
	LANE_CMP_EQ, /* d0 = all ones or zero an element */
	LANE_CMP_NEQ,
	LANE_CMP_LESS,
	LANE_CMP_LEQ,
	LANE_CMP_GRT,
	LANE_CMP_GEQ,
	LANE_CMP_MASK_ZERO, /* (s0 AND s1) == 0 */
	LANE_NEARBYINT,
	LANE_EXTRACT_EXP,
	LANE_EXTRACT_EXP_BIASED,
	LANE_FCLASS,
	LANE_NUM_OPS,
};

/* NULL where an operation does not exist for a type. */
typedef lane_fn (*lane_find_fn)(enum lane_op op, enum tpc_type type,
				bool round);

lane_fn lanes_find_base(enum lane_op op, enum tpc_type type, bool round);
lane_fn lanes_find_v3(enum lane_op op, enum tpc_type type, bool round);

/*
 * Converts element by element: d0[i] = s0[i], of any two types. The caller
 * arranges lanes. @round: for another mode than nearest-even.
 */
typedef lane_fn (*lane_convert_fn)(enum tpc_type from, enum tpc_type to,
				   bool round);
lane_fn lanes_convert_base(enum tpc_type from, enum tpc_type to, bool round);
lane_fn lanes_convert_v3(enum tpc_type from, enum tpc_type to, bool round);

/* The set for this machine. */
void lanes_select(lane_find_fn *find, lane_convert_fn *convert);

#endif
