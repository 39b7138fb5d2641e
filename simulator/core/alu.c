/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Operations that are one lane loop: arithmetic, logic, shifts, counting.
 *
 * The same loops serve vectors, scalars and index registers. assumed: scalar
 * operations on types narrower than a word use the low bits of their sources
 * and extend the result by the type's sign.
 */
#include <string.h>

#include "core_impl.h"

static void exec_vector(struct tpc_core *core, const struct uop *u)
{
	const void *s[MAX_SOURCES + MAX_RESULTS] = {NULL};
	void *d[MAX_RESULTS] = {NULL};
	struct lane_arg arg = u->arg;
	struct vec random[2];

	for (unsigned i = 0; i < u->nsrc; i++)
		s[i] = src_lanes(core, u, i, 0);
	if (core->round_csr)
		lfsr_rounding(core, &arg, random);
	d[0] = res_begin(core);
	core_loop(core, u)(d, s, VEC_BYTES / u->element, &arg);
	res_v(core, u, 0, d[0], NULL);
}

static uint32_t extend(const struct uop *u, uint32_t value)
{
	if (u->element == 2)
		return u->sign_extend ? (uint32_t)(int16_t)value
				      : (uint16_t)value;
	if (u->element == 1)
		return u->sign_extend ? (uint32_t)(int8_t)value
				      : (uint8_t)value;
	return value;
}

static void exec_scalar(struct tpc_core *core, const struct uop *u)
{
	uint32_t word[MAX_SOURCES] = {0}, out = 0;
	const void *s[MAX_SOURCES + MAX_RESULTS] = {NULL};
	void *d[MAX_RESULTS] = {&out};
	struct lane_arg arg = u->arg;
	struct vec random[2];

	for (unsigned i = 0; i < u->nsrc; i++) {
		word[i] = src_word(core, u, i);
		s[i] = &word[i];
	}
	if (core->round_csr)
		lfsr_rounding(core, &arg, random);
	core_loop(core, u)(d, s, 1, &arg);
	res_s(core, u, 0, extend(u, out));
}

static void exec_irf(struct tpc_core *core, const struct uop *u)
{
	const void *s[MAX_SOURCES + MAX_RESULTS] = {NULL};
	struct irf in[MAX_SOURCES], out;
	void *d[MAX_RESULTS] = {&out};

	for (unsigned i = 0; i < u->nsrc; i++) {
		src_irf(core, u, i, &in[i]);
		s[i] = &in[i];
	}
	u->lane(d, s, TPC_CORE_DIMS, &u->arg);
	res_irf(core, u, 0, &out, u->dims);
}

/* Index registers multiply to the low words only. */
static void exec_irf_mul(struct tpc_core *core, const struct uop *u)
{
	const void *s[MAX_SOURCES + MAX_RESULTS] = {NULL};
	struct irf in[2], low, high;
	void *d[MAX_RESULTS] = {&low, &high};

	for (unsigned i = 0; i < 2; i++) {
		src_irf(core, u, i, &in[i]);
		s[i] = &in[i];
	}
	u->lane(d, s, TPC_CORE_DIMS, &u->arg);
	res_irf(core, u, 0, &low, u->dims);
}

/* --- predicates as operands ---------------------------------------------- */

static uint64_t logic(unsigned op, uint64_t a, uint64_t b)
{
	switch (op) {
	case LANE_AND:
		return a & b;
	case LANE_OR:
		return a | b;
	case LANE_XOR:
		return a ^ b;
	default:
		return ~a;
	}
}

static void exec_sp(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0);
	uint32_t b = u->nsrc > 1 ? src_word(core, u, 1) : 0;

	res_sp(core, u, 0, logic(u->param[0], a, b) & 1);
}

static void exec_vp(struct tpc_core *core, const struct uop *u)
{
	struct vpred a, b = {{0}}, out;

	src_vp(core, u, 0, &a);
	if (u->nsrc > 1)
		src_vp(core, u, 1, &b);
	for (unsigned i = 0; i < 4; i++)
		out.q[i] = logic(u->param[0], a.q[i], b.q[i]);
	res_vp(core, u, 0, &out, NULL);
}

/* --- ADD and its carry ---------------------------------------------------- */

/*
 * assumed: every integer ADD without saturation writes the carry flag of its
 * pipe, under its guard and one an element.
 */
static void exec_add_s(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0), b = src_word(core, u, 1);
	uint32_t out = 0, in = 0, carry = 0;
	const void *s[] = {&a, &b, NULL};
	void *d[] = {&out, &carry};

	if (u->param[0]) {
		in = regs_read_s(&core->regs, CARRY_S, u->param[1]);
		s[2] = &in;
	}
	u->lane(d, s, 1, &u->arg);
	res_s(core, u, 0, extend(u, out));
	res_s(core, u, 1, carry);
}

static void exec_add_v(struct tpc_core *core, const struct uop *u)
{
	const void *s[] = {src_lanes(core, u, 0, 0), src_lanes(core, u, 1, 0),
			   NULL};
	void *d[] = {res_begin(core), res_begin(core)};
	struct vec in;

	if (u->param[0])
		s[2] = regs_read_v(&core->regs, CARRY_V, u->param[1], &in);
	u->lane(d, s, VEC_BYTES / u->element, &u->arg);
	res_v(core, u, 0, d[0], NULL);
	res_v(core, u, 1, d[1], NULL);
}

/* --- preparation ------------------------------------------------------------
 */

/* Which loop a mnemonic with its switches runs; LANE_NUM_OPS: none. */
static enum lane_op alu_op(const struct tpc_op *op)
{
	bool sat = tpc_op_switch(op, TPC_SW_SAT) && !type_is_fp(op->type);
	bool neg = tpc_op_switch(op, TPC_SW_NEG);
	bool rhu = tpc_op_switch(op, TPC_SW_RHU);
	bool one = tpc_op_switch(op, TPC_SW_SET);
	bool msb = tpc_op_switch(op, TPC_SW_DIR);

	switch (op->mnemonic) {
	case TPC_MN_ADD:
		return sat ? LANE_ADD_SAT : LANE_ADD;
	case TPC_MN_SUB:
		if (neg)
			return sat ? LANE_SUB_NEG_SAT : LANE_SUB_NEG;
		return sat ? LANE_SUB_SAT : LANE_SUB;
	case TPC_MN_MAX:
		return LANE_MAX;
	case TPC_MN_MIN:
		return LANE_MIN;
	case TPC_MN_ABS:
		return LANE_ABS;
	case TPC_MN_AND:
		return LANE_AND;
	case TPC_MN_OR:
		return LANE_OR;
	case TPC_MN_XOR:
		return LANE_XOR;
	case TPC_MN_NOT:
		return LANE_NOT;
	case TPC_MN_SHL:
		return LANE_SHL;
	case TPC_MN_SHR:
		return LANE_SHR;
	case TPC_MN_ASH:
		if (rhu)
			return sat ? LANE_ASH_SAT_RHU : LANE_ASH_RHU;
		return sat ? LANE_ASH_SAT : LANE_ASH;
	case TPC_MN_POPCNT:
		return one ? LANE_POPCNT_1 : LANE_POPCNT_0;
	case TPC_MN_FIND_FIRST:
		if (msb)
			return one ? LANE_FIND_1_MSB : LANE_FIND_0_MSB;
		return one ? LANE_FIND_1_LSB : LANE_FIND_0_LSB;
	case TPC_MN_BREV:
		return LANE_BREV;
	case TPC_MN_EXTRACT_EXP:
		return tpc_op_switch(op, TPC_SW_BIASED)
			       ? LANE_EXTRACT_EXP_BIASED
			       : LANE_EXTRACT_EXP;
	case TPC_MN_FCLASS:
		return LANE_FCLASS;
	case TPC_MN_MUL: /* index registers only */
		return LANE_MUL;
	default:
		return LANE_NUM_OPS;
	}
}

static int prepare_pred_logic(struct prep *p, enum lane_op op)
{
	switch (op) {
	case LANE_AND:
	case LANE_OR:
	case LANE_XOR:
	case LANE_NOT:
		break;
	default:
		return prep_refuse(p, "this operation on predicates");
	}
	p->u->param[0] = op;
	p->u->element = 1;
	p->u->exec = p->u->res[0].file == TPC_FILE_VP ? exec_vp : exec_sp;
	return 0;
}

static bool makes_carry(const struct prep *p)
{
	return p->op->mnemonic == TPC_MN_ADD && !type_is_fp(p->op->type) &&
	       !tpc_op_switch(p->op, TPC_SW_SAT);
}

static int prepare_add(struct prep *p)
{
	const struct tpc_sched *sched = p->core->sched;
	bool vector = prep_vector(p);
	struct uop *u = p->u;

	u->lane = p->core->lanes(LANE_ADD_CARRY, p->op->type, false);
	if (!u->lane)
		return prep_refuse(p, "this data type");
	u->param[0] = tpc_op_switch(p->op, TPC_SW_CARRY);
	u->param[1] = tpc_sched_port(sched, p->op, TPC_SCHED_CARRY);
	u->res[1].file = vector ? TPC_FILE_V : TPC_FILE_S;
	u->res[1].index = vector ? CARRY_V : CARRY_S;
	u->res[1].rclass = tpc_sched_named(sched, TPC_SCHED_NAMED_CARRY);
	u->exec = vector ? exec_add_v : exec_add_s;
	return 0;
}

int prepare_alu(struct prep *p)
{
	const struct tpc_op *op = p->op;
	enum lane_op lane = alu_op(op);
	struct uop *u = p->u;

	if (u->res[0].file == TPC_FILE_SP || u->res[0].file == TPC_FILE_VP)
		return prepare_pred_logic(p, lane);
	/* assumed: index registers compute in 32 bits whatever the type says */
	if (u->res[0].file == TPC_FILE_I) {
		u->lane = p->core->lanes(lane, TPC_TYPE_I32, false);
		u->exec = lane == LANE_MUL ? exec_irf_mul : exec_irf;
		return u->lane ? 0 : prep_refuse(p, "this operation on IRF");
	}
	if (makes_carry(p))
		return prepare_add(p);
	u->lane = p->core->lanes(lane, op->type, false);
	u->lane_round = p->core->lanes(lane, op->type, true);
	if (!u->lane)
		return prep_refuse(p, "this data type");
	u->exec = prep_vector(p) ? exec_vector : exec_scalar;
	return 0;
}
