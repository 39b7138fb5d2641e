/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Steps of the restoring division (facts 8.2): the first register of the pair
 * starts as numerator and ends as remainder, the second collects the quotient.
 * Step k decides quotient bit width - 1 - k; UDIV_4STEP does four steps from
 * the given one on. assumed: the quotient register is written as a whole, so
 * it has to start as zero; steps past the last bit do nothing.
 */
#include "core_impl.h"

static void exec_udiv(struct tpc_core *core, const struct uop *u)
{
	unsigned port = u->param[0], width = u->param[1];
	uint64_t mask = width == 32 ? UINT32_MAX : ((uint64_t)1 << width) - 1;
	uint64_t den = src_word(core, u, 1) & mask;
	uint64_t rem = regs_read_s(&core->regs, u->res[0].index, port) & mask;
	uint32_t quot = regs_read_s(&core->regs, u->res[1].index, port);
	unsigned step = u->src[0].imm;

	if (!den && core->trap_causes >> core_cause(core, FAULT_DIV_BY_0) & 1) {
		core_fault(core, u, FAULT_DIV_BY_0, "the divisor is zero");
		return;
	}
	for (unsigned k = step; k < step + 4 && k < width; k++) {
		unsigned bit = width - 1 - k;

		if ((rem >> bit) >= den) {
			rem -= den << bit;
			quot |= 1u << bit;
		}
	}
	res_s(core, u, 0, (uint32_t)rem);
	res_s(core, u, 1, quot);
}

int prepare_udiv(struct prep *p)
{
	struct uop *u = p->u;

	switch (p->op->type) {
	case TPC_TYPE_U32:
	case TPC_TYPE_U16:
	case TPC_TYPE_U8:
		break;
	default:
		return prep_refuse(p, "this data type");
	}
	if (u->nsrc != 2 || u->nres != 2)
		return prep_refuse(p, "this operand form");
	u->param[0] = u->res_port;
	u->param[1] = tpc_type_bits(p->op->type);
	u->exec = exec_udiv;
	return 0;
}
