/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Multiplication and multiply-accumulate.
 *
 * The sources of a MAC are its two factors; the accumulator is the result
 * register, read through its own port (u->param[0]).
 */
#include "core_impl.h"

static void exec_vector(struct tpc_core *core, const struct uop *u)
{
	const void *s[2 + MAX_RESULTS] = {NULL};
	void *d[MAX_RESULTS] = {NULL};
	struct vec acc[MAX_RESULTS], random[2];
	struct vpred guard = core->guard;
	struct lane_arg arg = u->arg;

	s[0] = src_lanes(core, u, 0, 0);
	s[1] = src_lanes(core, u, 1, 0);
	for (unsigned i = 0; i < u->nres; i++) {
		if (u->param[1])
			s[2 + i] = regs_read_v(&core->regs, u->res[i].index,
					       u->param[0], &acc[i]);
		d[i] = res_begin(core);
	}
	if (core->round_csr)
		lfsr_rounding(core, &arg, random);
	core_loop(core, u)(d, s, VEC_BYTES / u->param[2], &arg);
	for (unsigned i = 0; i < u->nres; i++) {
		if (core->masked && u->element < sizeof(uint32_t) &&
		    u->nres > 1)
			guard_spread(core, &guard, u->nres, i);
		res_v(core, u, i, d[i], NULL);
	}
}

static void exec_scalar(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0), b = src_word(core, u, 1);
	uint32_t acc = 0, out = 0, high = 0;
	const void *s[2 + MAX_RESULTS] = {&a, &b, &acc};
	void *d[MAX_RESULTS] = {&out, &high};
	struct lane_arg arg = u->arg;
	struct vec random[2];

	if (u->param[1])
		acc = regs_read_s(&core->regs, u->res[0].index, u->param[0]);
	if (core->round_csr)
		lfsr_rounding(core, &arg, random);
	core_loop(core, u)(d, s, 1, &arg);
	res_s(core, u, 0, u->param[3] ? high : out);
}

static enum lane_op mul_op(const struct tpc_op *op, bool wide)
{
	if (tpc_op_switch(op, TPC_SW_DOUBLE_ROUND32))
		return LANE_MUL_ROUND;
	return wide ? LANE_MUL_WIDE : LANE_MUL;
}

static enum lane_op mac_op(const struct tpc_op *op, bool wide, bool word)
{
	bool neg = tpc_op_switch(op, TPC_SW_NEG);
	bool sat = tpc_op_switch(op, TPC_SW_SAT) && !type_is_fp(op->type);

	if (sat && (wide || word))
		return neg ? LANE_MAC_WIDE_NEG_SAT : LANE_MAC_WIDE_SAT;
	if (wide)
		return neg ? LANE_MAC_WIDE_NEG : LANE_MAC_WIDE;
	return neg ? LANE_MAC_NEG : LANE_MAC;
}

/* Registers that a vector result takes. */
static unsigned results(const struct tpc_op *op, bool wide)
{
	if (type_is_fp(op->type))
		return wide ? 2 : 1;
	if (tpc_type_bits(op->type) == 32)
		return tpc_op_switch(op, TPC_SW_DOUBLE_ROUND32) ? 1 : 2;
	return 32 / tpc_type_bits(op->type);
}

int prepare_mac(struct prep *p)
{
	const struct tpc_op *op = p->op;
	bool mac = op->mnemonic == TPC_MN_MAC;
	bool fp = type_is_fp(op->type);
	bool vector = prep_vector(p);
	bool word = tpc_type_bits(op->type) == 32;
	bool wide = fp ? op->type == TPC_TYPE_BF16 &&
				    tpc_op_switch(op, TPC_SW_ACC_FP32)
		       : !word;
	enum lane_op lane = mac ? mac_op(op, wide, word) : mul_op(op, wide);
	struct uop *u = p->u;

	if (u->res[0].file == TPC_FILE_I)
		return mac ? prep_refuse(p, "MAC on IRF") : prepare_alu(p);
	if (vector && mac && !fp && word)
		return prep_refuse(p, "a vector MAC of 32-bit integers");
	u->lane = p->core->lanes(lane, op->type, false);
	u->lane_round = p->core->lanes(lane, op->type, true);
	if (!u->lane)
		return prep_refuse(p, "this data type");
	u->param[0] = u->res_port;
	u->param[1] = mac;
	u->param[2] = tpc_type_bits(op->type) / 8;
	u->param[3] = tpc_op_switch(op, TPC_SW_UPPER32) && !fp;
	if (!vector) {
		if (u->param[3] && !word)
			return prep_refuse(p, "UPPER32 of a narrow product");
		u->exec = exec_scalar;
		return 0;
	}
	u->nres = results(op, wide);
	for (unsigned i = 0; i < u->nres; i++) {
		u->res[i] = u->res[0];
		u->res[i].index = u->res[0].index + i;
	}
	if (u->res[0].index + u->nres > CARRY_V)
		return prep_refuse(p,
				   "a register group past the last register");
	u->exec = exec_vector;
	return 0;
}
