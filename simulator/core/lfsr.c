/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Random numbers (facts 8.6).
 *
 * assumed: Galois form, one step a read: shift right, and XOR the polynomial
 * where a one falls out. Every 32-bit lane has a register of its own, seeded
 * from the lane number at the start of each run; the scalar register likewise.
 */
#include "core_impl.h"

static uint32_t step(uint32_t state, uint32_t poly)
{
	return state >> 1 ^ (state & 1 ? poly : 0);
}

/* A seed that is never zero: the golden ratio's multiples. */
static uint32_t seed(uint32_t n)
{
	return (n + 1) * 0x9e3779b9u | 1;
}

void lfsr_reset(struct tpc_core *core)
{
	for (unsigned i = 0; i < VEC_BYTES / 4; i++)
		core->v_lfsr.w[i] = seed(i);
	core->s_lfsr = seed(VEC_BYTES);
}

uint32_t lfsr_scalar(struct tpc_core *core, bool advance)
{
	uint32_t value = core->s_lfsr;

	if (advance)
		core->s_lfsr = step(value, core->lfsr_poly);
	return value;
}

void lfsr_vector(struct tpc_core *core, bool advance, struct vec *out)
{
	*out = core->v_lfsr;
	if (!advance)
		return;
	for (unsigned i = 0; i < VEC_BYTES / 4; i++)
		core->v_lfsr.w[i] = step(out->w[i], core->lfsr_poly);
}

void lfsr_round_mode(struct tpc_core *core, struct lane_arg *arg, unsigned rm,
		     struct vec *random)
{
	arg->rm = rm;
	arg->random = NULL;
	if (rm != TPC_ROUND_SR)
		return;
	lfsr_vector(core, true, &random[0]);
	lfsr_vector(core, true, &random[1]);
	arg->random = random[0].w;
}

void lfsr_rounding(struct tpc_core *core, struct lane_arg *arg,
		   struct vec *random)
{
	lfsr_round_mode(core, arg, core->round_csr, random);
}
