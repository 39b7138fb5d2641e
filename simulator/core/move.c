/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * MOV in all its combinations of register files, and the index-register
 * operations SET_INDX, PRMT_INDX and MOV_IRF_DIM.
 */
#include <string.h>

#include "core_impl.h"

static void exec_v(struct tpc_core *core, const struct uop *u)
{
	struct vec *out = res_begin(core);

	memcpy(out, src_lanes(core, u, 0, 0), sizeof(*out));
	res_v(core, u, 0, out, NULL);
}

static void exec_s(struct tpc_core *core, const struct uop *u)
{
	res_s(core, u, 0, src_word(core, u, 0));
}

/* assumed: the lowest bit of a scalar becomes the predicate. */
static void exec_sp(struct tpc_core *core, const struct uop *u)
{
	res_sp(core, u, 0, src_word(core, u, 0) & 1);
}

static void exec_vp(struct tpc_core *core, const struct uop *u)
{
	struct vpred p;

	src_vp(core, u, 0, &p);
	res_vp(core, u, 0, &p, NULL);
}

/* A scalar predicate goes to all bits. */
static void exec_sp_to_vp(struct tpc_core *core, const struct uop *u)
{
	struct vpred p;

	memset(&p, src_word(core, u, 0) ? 0xff : 0, sizeof(p));
	res_vp(core, u, 0, &p, NULL);
}

/* A word to one 32-bit section of a predicate, or to all (param 8). */
static void exec_s_to_vp(struct tpc_core *core, const struct uop *u)
{
	uint32_t word = src_word(core, u, 0);
	unsigned section = u->param[0];
	struct vpred p, own = {{0}};

	for (unsigned i = 0; i < 4; i++)
		p.q[i] = (uint64_t)word << 32 | word;
	if (section == 8) {
		res_vp(core, u, 0, &p, NULL);
		return;
	}
	own.q[section / 2] = (uint64_t)UINT32_MAX << (32 * (section % 2));
	res_vp(core, u, 0, &p, &own);
}

static void exec_i(struct tpc_core *core, const struct uop *u)
{
	struct irf value;

	src_irf(core, u, 0, &value);
	res_irf(core, u, 0, &value, u->dims);
}

/* assumed: the bundle's own byte offset in the kernel. */
static void exec_pc(struct tpc_core *core, const struct uop *u)
{
	res_s(core, u, 0, u->pc);
}

/*
 * Seeds the vector random register where the guard is true. assumed: the next
 * bundle reads the seed.
 */
static void exec_seed(struct tpc_core *core, const struct uop *u)
{
	const uint8_t *seed = src_lanes(core, u, 0, 0);

	for (unsigned i = 0; i < VEC_BYTES; i++) {
		if (!core->masked || core->guard.q[i / 64] >> (i % 64) & 1)
			core->v_lfsr.b[i] = seed[i];
	}
}

static int prepare_to_vp(struct prep *p)
{
	struct uop *u = p->u;

	u->element = 1;
	switch (u->src[0].file) {
	case TPC_FILE_VP:
		u->exec = exec_vp;
		return 0;
	case TPC_FILE_SP:
		u->exec = exec_sp_to_vp;
		return 0;
	case TPC_FILE_S:
	case TPC_FILE_S_SPECIAL:
	case TPC_FILE_IMM:
		break;
	default:
		return prep_refuse(p, "this source of a vector predicate");
	}
	/* "mov 3 VP1, S2": the section comes first */
	u->param[0] = 8;
	if (u->nsrc == 2) {
		u->param[0] = u->src[0].imm;
		u->src[0] = u->src[1];
		u->constant[0] = u->constant[1];
		u->constant[1] = NULL;
		u->nsrc = 1;
	}
	if (u->param[0] > 8)
		return prep_refuse(p, "section %u of a predicate", u->param[0]);
	u->exec = exec_s_to_vp;
	return 0;
}

int prepare_move(struct prep *p)
{
	struct uop *u = p->u;

	if (!u->nres && u->nsrc == 1 && p->op->nopnds == 2 &&
	    p->op->opnd[0].file == TPC_FILE_V_SPECIAL) {
		u->exec = exec_seed;
		return 0;
	}
	if (!u->nsrc || !u->nres)
		return prep_refuse(p, "this operand form");
	if (u->src[0].file == TPC_FILE_HW) {
		if (u->src[0].index != p->core->mach->pc_hw_reg ||
		    u->res[0].file != TPC_FILE_S)
			return prep_refuse(p, "a MOV from hardware register %u",
					   u->src[0].index);
		u->exec = exec_pc;
		return 0;
	}
	switch (u->res[0].file) {
	case TPC_FILE_V:
		u->exec = exec_v;
		return 0;
	case TPC_FILE_VP:
		return prepare_to_vp(p);
	case TPC_FILE_S:
		u->exec = exec_s;
		return 0;
	case TPC_FILE_SP:
		u->exec = exec_sp;
		return 0;
	case TPC_FILE_I:
		u->exec = exec_i;
		return 0;
	default:
		return prep_refuse(p, "this destination");
	}
}

int prepare_set_indx(struct prep *p)
{
	p->u->exec = exec_i;
	return 0;
}

/*
 * Result dimension d is source dimension control[3d + 2 : 3d].
 * assumed: a selector without such a dimension keeps dimension d.
 */
static void exec_prmt(struct tpc_core *core, const struct uop *u)
{
	struct irf from, to;
	uint32_t control;

	src_irf(core, u, 0, &from);
	control = src_word(core, u, 1);
	for (unsigned d = 0; d < TPC_CORE_DIMS; d++) {
		unsigned sel = control >> (3 * d) & 7;

		to.dim[d] = from.dim[sel < TPC_CORE_DIMS ? sel : d];
	}
	res_irf(core, u, 0, &to, u->dims);
}

int prepare_prmt_indx(struct prep *p)
{
	if (p->u->nsrc != 2)
		return prep_refuse(p, "this operand form");
	p->u->exec = exec_prmt;
	return 0;
}

static void exec_mov_irf_dim(struct tpc_core *core, const struct uop *u)
{
	struct irf value;

	src_irf(core, u, 1, &value);
	res_s(core, u, 0, (uint32_t)value.dim[u->src[0].imm]);
}

int prepare_mov_irf_dim(struct prep *p)
{
	struct uop *u = p->u;

	/* "mov_irf_dim 2 S1, I3"; the pair belongs to 44-bit coordinates */
	if (u->res[0].file != TPC_FILE_S || u->nsrc != 2)
		return prep_refuse(p, "a dimension as a register pair");
	if (u->src[0].imm >= TPC_CORE_DIMS)
		return prep_refuse(p, "dimension %u", u->src[0].imm);
	u->exec = exec_mov_irf_dim;
	return 0;
}
