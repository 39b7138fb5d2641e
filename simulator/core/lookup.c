/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * LOOKUP and its polynomial forms on 32-bit tables in device memory
 * (facts 3.4). An index behind the table stops: nothing says what it reads.
 */
#include <string.h>

#include "core_impl.h"

enum { P_KIND, P_SLOT, P_BYTES, P_COEFFICIENT };

static unsigned slot_bytes(const struct tpc_machine *m, unsigned kind)
{
	switch (kind) {
	case 0:
		return m->lookup_slot_bytes_256;
	case 1:
		return m->lookup_slot_bytes_128;
	case 2:
		return m->lookup_slot_bytes_64;
	default:
		return m->lookup_slot_bytes_32;
	}
}

/* Three words an interval, ten intervals a line of 128 bytes. */
static uint32_t coefficients_at(uint32_t n)
{
	return 12 * n + 8 * (n / 10);
}

static bool table(struct tpc_core *core, const struct uop *u, uint8_t *to)
{
	uint64_t addr = core->lut_base[u->param[P_KIND]] +
			(uint64_t)u->param[P_SLOT] * u->param[P_BYTES];

	if (!mem_read(core, addr, to, u->param[P_BYTES]))
		return true;
	core_fault(core, u, FAULT_HBW_READ, "look-up table at 0x%llx",
		   (unsigned long long)addr);
	return false;
}

static bool entry_at(struct tpc_core *core, const struct uop *u, uint32_t n,
		     bool polynomial, uint32_t *at)
{
	uint32_t intervals = 256u >> u->param[P_KIND];
	uint32_t limit = polynomial ? intervals : u->param[P_BYTES] / 4;

	if (n >= limit) {
		core_unsupported(core, u, "index %u of a table of %u", n,
				 limit);
		return false;
	}
	*at = polynomial ? coefficients_at(n) : 4 * n;
	return true;
}

static void exec_lookup(struct tpc_core *core, const struct uop *u)
{
	const uint32_t *index = src_lanes(core, u, 0, 0);
	bool polynomial = u->op->mnemonic != TPC_MN_LOOKUP;
	uint8_t slot[4096];
	struct vec *out[2];
	uint32_t at;

	if (!table(core, u, slot))
		return;
	for (unsigned k = 0; k < u->nres; k++)
		out[k] = res_begin(core);
	for (unsigned i = 0; i < VEC_BYTES / 4; i++) {
		if (!entry_at(core, u, index[i], polynomial, &at)) {
			for (unsigned k = 0; k < u->nres; k++)
				regs_release(&core->regs, out[k]);
			return;
		}
		at += 4 * u->param[P_COEFFICIENT];
		for (unsigned k = 0; k < u->nres; k++)
			memcpy(&out[k]->w[i], slot + at + 4 * k, 4);
	}
	for (unsigned k = 0; k < u->nres; k++)
		res_v(core, u, k, out[k], NULL);
}

int prepare_lookup(struct prep *p)
{
	const struct tpc_machine *m = p->core->mach;
	const struct tpc_op *op = p->op;
	struct uop *u = p->u;
	uint32_t id;

	if (u->nsrc != 2)
		return prep_refuse(p, "this operand form");
	if (tpc_op_switch(op, TPC_SW_DT) ||
	    tpc_op_switch(op, TPC_SW_UPPER_HALF))
		return prep_refuse(p, "BV16 or UPPER_HALF");
	id = u->src[1].imm;
	u->nsrc = 1;
	u->element = 4;
	u->param[P_KIND] = tpc_word_field(id, m->lookup_kind);
	u->param[P_SLOT] = tpc_word_field(id, m->lookup_slot);
	u->param[P_BYTES] = slot_bytes(m, u->param[P_KIND]);
	/* LOOKUP_1C gives C0, LOOKUP_2C gives C1 and C2 */
	u->param[P_COEFFICIENT] = op->mnemonic == TPC_MN_LOOKUP_2C ? 1 : 0;
	u->exec = exec_lookup;
	return 0;
}
