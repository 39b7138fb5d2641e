/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Comparisons and selections.
 */
#include "core_impl.h"

static enum lane_op compare_op(const struct tpc_op *op)
{
	bool mask_zero = tpc_op_switch(op, TPC_SW_MASK_EQ_ZERO);

	switch (op->mnemonic) {
	case TPC_MN_CMP_EQ:
	case TPC_MN_SEL_EQ:
		return mask_zero ? LANE_CMP_MASK_ZERO : LANE_CMP_EQ;
	case TPC_MN_CMP_NEQ:
	case TPC_MN_SEL_NEQ:
		return LANE_CMP_NEQ;
	case TPC_MN_CMP_LESS:
	case TPC_MN_SEL_LESS:
	case TPC_MN_SEL2_LESS:
		return LANE_CMP_LESS;
	case TPC_MN_CMP_LEQ:
	case TPC_MN_SEL_LEQ:
	case TPC_MN_SEL2_LEQ:
		return LANE_CMP_LEQ;
	case TPC_MN_CMP_GRT:
	case TPC_MN_SEL_GRT:
	case TPC_MN_SEL2_GRT:
		return LANE_CMP_GRT;
	default:
		return LANE_CMP_GEQ;
	}
}

static void compare(struct tpc_core *core, const struct uop *u,
		    const void *const *s, struct vec *out)
{
	void *d[] = {out};

	u->lane(d, s, VEC_BYTES / u->element, &u->arg);
}

/* All predicate bits of an element are set alike. */
static void exec_compare_v(struct tpc_core *core, const struct uop *u)
{
	const void *s[] = {src_lanes(core, u, 0, 0), src_lanes(core, u, 1, 0)};
	struct vpred p;
	struct vec out;

	compare(core, u, s, &out);
	collect_bits(&out, &p);
	res_vp(core, u, 0, &p, NULL);
}

static void exec_compare_s(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0), b = src_word(core, u, 1), out = 0;
	const void *s[] = {&a, &b};
	void *d[] = {&out};

	u->lane(d, s, 1, &u->arg);
	res_sp(core, u, 0, out != 0);
}

int prepare_compare(struct prep *p)
{
	struct uop *u = p->u;

	u->lane = p->core->lanes(compare_op(p->op), p->op->type, false);
	if (!u->lane)
		return prep_refuse(p, "this data type");
	switch (u->res[0].file) {
	case TPC_FILE_VP:
		u->exec = exec_compare_v;
		return 0;
	case TPC_FILE_SP:
		u->exec = exec_compare_s;
		return 0;
	default:
		return prep_refuse(p, "a comparison into this register file");
	}
}

static struct vec *blend(struct tpc_core *core, const struct vec *cond,
			 const struct vec *yes, const struct vec *no)
{
	struct vec *out = res_begin(core);

	for (unsigned i = 0; i < VEC_BYTES / 8; i++)
		out->q[i] = no->q[i] ^ ((no->q[i] ^ yes->q[i]) & cond->q[i]);
	return out;
}

/* result = cond(s0, s1) ? s2 : s3 */
static void exec_select(struct tpc_core *core, const struct uop *u)
{
	const void *s[4];
	struct vec cond;

	for (unsigned i = 0; i < 4; i++)
		s[i] = src_lanes(core, u, i, 0);
	compare(core, u, s, &cond);
	res_v(core, u, 0, blend(core, &cond, s[2], s[3]), NULL);
}

/* first = cond ? s2 : s3, the payload; second = cond ? s0 : s1, the key */
static void exec_select2(struct tpc_core *core, const struct uop *u)
{
	const void *s[4];
	struct vec cond;

	for (unsigned i = 0; i < 4; i++)
		s[i] = src_lanes(core, u, i, 0);
	compare(core, u, s, &cond);
	res_v(core, u, 0, blend(core, &cond, s[2], s[3]), NULL);
	res_v(core, u, 1, blend(core, &cond, s[0], s[1]), NULL);
}

int prepare_select(struct prep *p)
{
	struct uop *u = p->u;

	if (u->nsrc != 4)
		return prep_refuse(p, "this operand form");
	u->lane = p->core->lanes(compare_op(p->op), p->op->type, false);
	if (!u->lane)
		return prep_refuse(p, "this data type");
	u->exec = u->nres == 2 ? exec_select2 : exec_select;
	return 0;
}
