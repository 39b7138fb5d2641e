/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Scalar accesses of device memory: LD_G, ST_G, PREFETCH (facts 7.3).
 *
 * The width is that of the data type in the address register. assumed: narrow
 * integers are extended by their sign, bf16 by zeros; a predicate is the
 * lowest bit. An address that is no memory goes to the register bus.
 */
#include <string.h>

#include "core_impl.h"

static uint32_t extend(uint32_t v, unsigned type)
{
	switch (type) {
	case TPC_TYPE_I8:
		return (uint32_t)(int8_t)v;
	case TPC_TYPE_I16:
		return (uint32_t)(int16_t)v;
	default:
		return v;
	}
}

static bool load_element(struct tpc_core *core, const struct uop *u,
			 const struct adrf *ad, uint32_t *value)
{
	unsigned bytes = tpc_type_bits(ad->type) / 8;
	int err;

	*value = 0;
	if (!mem_read(core, ad->addr, value, bytes)) {
		*value = extend(*value, ad->type);
		return true;
	}
	if (core->bus.lbw_read && bytes == 4) {
		err = core->bus.lbw_read(core->bus.ctx, ad->addr, value);
		if (!err)
			return true;
		core_fault(core, u, FAULT_LBW_READ, "address 0x%llx: %s",
			   (unsigned long long)ad->addr, strerror(-err));
		return false;
	}
	core_fault(core, u, FAULT_HBW_READ, "address 0x%llx",
		   (unsigned long long)ad->addr);
	return false;
}

static void exec_ld_g(struct tpc_core *core, const struct uop *u)
{
	struct adrf ad;
	uint32_t value;

	regs_read_ad(&core->regs, u->src[0].index, u->src[0].port, &ad);
	if (!load_element(core, u, &ad, &value))
		return;
	switch (u->res[0].file) {
	case TPC_FILE_SP:
		res_sp(core, u, 0, value & 1);
		break;
	case TPC_FILE_S:
		res_s(core, u, 0, value);
		break;
	default: {
		struct vec *out = res_begin(core);

		broadcast(out, value, tpc_type_bits(ad.type) / 8);
		res_v(core, u, 0, out, NULL);
		break;
	}
	}
}

static void exec_st_g(struct tpc_core *core, const struct uop *u)
{
	uint32_t value = src_word(core, u, 1);
	struct adrf ad;
	unsigned bytes;
	int err;

	regs_read_ad(&core->regs, u->src[0].index, u->src[0].port, &ad);
	bytes = tpc_type_bits(ad.type) / 8;
	if (!mem_write(core, ad.addr, &value, bytes))
		return;
	if (core->bus.lbw_write && bytes == 4) {
		err = core->bus.lbw_write(core->bus.ctx, ad.addr, value);
		if (err)
			core_fault(core, u, FAULT_LBW_WRITE,
				   "address 0x%llx: %s",
				   (unsigned long long)ad.addr, strerror(-err));
		return;
	}
	core_fault(core, u, FAULT_HBW_WRITE, "address 0x%llx",
		   (unsigned long long)ad.addr);
}

/* A hint: caches are not modelled. */
static void exec_prefetch(struct tpc_core *core, const struct uop *u)
{
	struct adrf ad;

	regs_read_ad(&core->regs, u->src[0].index, u->src[0].port, &ad);
}

int prepare_global(struct prep *p)
{
	struct uop *u = p->u;

	if (!u->nsrc || u->src[0].file != TPC_FILE_AD)
		return prep_refuse(p, "this operand form");
	u->element = 1;
	switch (p->op->mnemonic) {
	case TPC_MN_LD_G:
		u->exec = exec_ld_g;
		return 0;
	case TPC_MN_ST_G:
		u->exec = exec_st_g;
		return 0;
	default:
		u->exec = exec_prefetch;
		return 0;
	}
}
