/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Local memories: scalar (LD_L, ST_L, with MMIO the configuration space) and
 * vector (LD_L_V, ST_L_V and their halves).
 *
 * An address past the end stops with the cause that the hardware has for SLM
 * (facts 3.1; assumed for VLM, which has none of its own). Unaligned accesses
 * are not described anywhere and are refused.
 */
#include <string.h>

#include "core_impl.h"

enum { P_MMIO, P_OFFSET, P_BYTES };

static bool slm_ok(struct tpc_core *core, const struct uop *u, uint32_t addr)
{
	if (addr > core->mach->slm_size - 4) {
		core_fault(core, u, FAULT_SLM_ADDRESS,
			   "SLM address 0x%x of 0x%x bytes", addr,
			   (unsigned)core->mach->slm_size);
		return false;
	}
	if (addr % 4) {
		core_unsupported(core, u, "unaligned SLM address 0x%x", addr);
		return false;
	}
	return true;
}

static bool vlm_ok(struct tpc_core *core, const struct uop *u, uint32_t addr)
{
	uint32_t bytes = u->param[P_BYTES];

	if (addr > core->vlm_size - bytes) {
		core_fault(core, u, FAULT_SLM_ADDRESS,
			   "VLM address 0x%x of 0x%x bytes", addr,
			   core->vlm_size);
		return false;
	}
	/* halves at 128 bytes, predicates in slots of vectors */
	if (addr % (bytes < VEC_BYTES ? VEC_BYTES / 2 : VEC_BYTES)) {
		core_unsupported(core, u, "unaligned VLM address 0x%x", addr);
		return false;
	}
	return true;
}

/* --- SLM and configuration space ------------------------------------------ */

static bool load_word(struct tpc_core *core, const struct uop *u,
		      uint32_t *value)
{
	uint32_t addr = src_word(core, u, 0);
	int err;

	if (!u->param[P_MMIO]) {
		if (!slm_ok(core, u, addr))
			return false;
		memcpy(value, core->slm + addr, 4);
		return true;
	}
	err = core->bus.cfg_read(core->bus.ctx, addr, value);
	if (err)
		core_fault(core, u, FAULT_LBW_READ,
			   "configuration offset 0x%x: %s", addr,
			   strerror(-err));
	return !err;
}

static void exec_ld_l(struct tpc_core *core, const struct uop *u)
{
	uint32_t value;

	if (!load_word(core, u, &value))
		return;
	if (u->res[0].file == TPC_FILE_SP)
		res_sp(core, u, 0, value & 1);
	else
		res_s(core, u, 0, value);
}

static void exec_st_l(struct tpc_core *core, const struct uop *u)
{
	uint32_t addr = src_word(core, u, 0), value = src_word(core, u, 1);
	int err;

	if (!u->param[P_MMIO]) {
		if (slm_ok(core, u, addr))
			memcpy(core->slm + addr, &value, 4);
		return;
	}
	err = core->bus.cfg_write(core->bus.ctx, addr, value);
	if (err) {
		core_fault(core, u, FAULT_LBW_WRITE,
			   "configuration offset 0x%x: %s", addr,
			   strerror(-err));
		return;
	}
	core->mmio = core->chip->mmio_store(core, addr, value);
}

int prepare_local(struct prep *p)
{
	struct uop *u = p->u;
	bool load = p->op->mnemonic == TPC_MN_LD_L;

	u->param[P_MMIO] = tpc_op_switch(p->op, TPC_SW_MMIO);
	if (u->param[P_MMIO] && !(load ? (void *)p->core->bus.cfg_read
				       : (void *)p->core->bus.cfg_write))
		return prep_refuse(p, "MMIO: this core has no such bus");
	u->exec = load ? exec_ld_l : exec_st_l;
	return 0;
}

/* --- VLM ------------------------------------------------------------------ */

static void half_mask(struct vec *mask, unsigned offset, unsigned bytes)
{
	memset(mask, 0, sizeof(*mask));
	memset(mask->b + offset, 0xff, bytes);
}

static void exec_ld_l_v(struct tpc_core *core, const struct uop *u)
{
	unsigned offset = u->param[P_OFFSET], bytes = u->param[P_BYTES];
	uint32_t addr = src_word(core, u, 0);
	struct vec *out, mask;

	if (!vlm_ok(core, u, addr))
		return;
	out = res_begin(core);
	memcpy(out->b + offset, core->vlm + addr, bytes);
	if (bytes == VEC_BYTES) {
		res_v(core, u, 0, out, NULL);
		return;
	}
	half_mask(&mask, offset, bytes);
	res_v(core, u, 0, out, &mask);
}

/*
 * A predicate takes the lowest 32 bytes of its slot, its halves 16 bytes each
 * (assumed: facts 3.1 leave the image open).
 */
static void exec_ld_l_vp(struct tpc_core *core, const struct uop *u)
{
	unsigned offset = u->param[P_OFFSET], bytes = u->param[P_BYTES];
	uint32_t addr = src_word(core, u, 0);
	struct vpred p = {{0}}, own = {{0}};

	if (!vlm_ok(core, u, addr))
		return;
	memcpy((uint8_t *)&p + offset, core->vlm + addr, bytes);
	memset((uint8_t *)&own + offset, 0xff, bytes);
	res_vp(core, u, 0, &p, bytes == sizeof(p) ? NULL : &own);
}

static void exec_st_l_v(struct tpc_core *core, const struct uop *u)
{
	const uint8_t *value = src_lanes(core, u, 1, 0);
	uint32_t addr = src_word(core, u, 0);

	if (vlm_ok(core, u, addr))
		memcpy(core->vlm + addr, value + u->param[P_OFFSET],
		       u->param[P_BYTES]);
}

static void exec_st_l_vp(struct tpc_core *core, const struct uop *u)
{
	uint32_t addr = src_word(core, u, 0);
	struct vpred p;

	src_vp(core, u, 1, &p);
	if (vlm_ok(core, u, addr))
		memcpy(core->vlm + addr, (uint8_t *)&p + u->param[P_OFFSET],
		       u->param[P_BYTES]);
}

int prepare_local_vector(struct prep *p)
{
	bool load = p->op->slot == TPC_SLOT_LOAD;
	struct uop *u = p->u;
	bool vp = load ? u->res[0].file == TPC_FILE_VP
		       : u->src[1].file == TPC_FILE_VP;
	unsigned size = vp ? sizeof(struct vpred) : VEC_BYTES;

	u->element = 1;
	u->param[P_OFFSET] = 0;
	u->param[P_BYTES] = size / 2;
	switch (p->op->mnemonic) {
	case TPC_MN_LD_L_V:
	case TPC_MN_ST_L_V:
		u->param[P_BYTES] = size;
		break;
	case TPC_MN_LD_L_V_HIGH:
	case TPC_MN_ST_L_V_HIGH:
		u->param[P_OFFSET] = size / 2;
		break;
	default:
		break;
	}
	if (load)
		u->exec = vp ? exec_ld_l_vp : exec_ld_l_v;
	else
		u->exec = vp ? exec_st_l_vp : exec_st_l_v;
	return 0;
}
