/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * For the mathematical library (facts 8.5): FORM_FP_NUM and
 * GET_LUT_ENTRY_AND_INTERVAL_START on f32.
 *
 * assumed: the exponent that FORM_FP_NUM assembles wraps in its eight bits;
 * inputs outside of a variant's range give the index cut to its width.
 */
#include "core_impl.h"

enum { P_FLAGS };
enum { ADD_BIAS = 1, SIGN0 = 2, SIGN1 = 4, IS_NUM = 8, SIGN_LSB = 16 };

static uint32_t form(uint32_t a, uint32_t b, uint32_t c, unsigned flags)
{
	uint32_t exp = flags & IS_NUM ? a & 0xff : a >> 23 & 0xff;
	uint32_t sign = flags & SIGN_LSB ? b & 1 : b >> 31;

	if (flags & ADD_BIAS)
		exp = (exp + 127) & 0xff;
	if (flags & SIGN0)
		sign = 0;
	if (flags & SIGN1)
		sign = 1;
	return sign << 31 | exp << 23 | (c & F32_MAN);
}

static void exec_form(struct tpc_core *core, const struct uop *u)
{
	const uint32_t *a = src_lanes(core, u, 0, 0);
	const uint32_t *b = src_lanes(core, u, 1, 0);
	const uint32_t *c = src_lanes(core, u, 2, 0);
	struct vec *out = res_begin(core);

	for (unsigned i = 0; i < VEC_BYTES / 4; i++)
		out->w[i] = form(a[i], b[i], c[i], u->param[P_FLAGS]);
	res_v(core, u, 0, out, NULL);
}

/* --- table index and start of the interval -----------------------------------
 */

enum { P_VARIANT, P_SHIFT };
enum { GENERAL, TANH, SQRT_RSQRT, SIN_COS };

/* Top @m bits of the mantissa. */
static uint32_t top_bits(uint32_t x, unsigned m)
{
	return m ? (x & F32_MAN) >> (23 - m) : 0;
}

/* floor(x * 2^m) of 0 <= x < 1 */
static uint32_t fixed_point(uint32_t x, unsigned m)
{
	int exp = (int)(x >> 23 & 0xff) - 127;
	uint32_t man = (x & F32_MAN) | (F32_MAN + 1);
	int shift = 23 - (int)m - exp;

	if (!(x >> 23 & 0xff) || shift > 31)
		return 0;
	return shift >= 0 ? man >> shift : man << (-shift & 31);
}

/* A multiple of 2^-m as binary32. */
static uint32_t from_fixed(uint32_t n, unsigned m)
{
	return n ? f32_bits((float)n) - (m << 23) : 0;
}

static void lut_entry(uint32_t x, unsigned variant, unsigned shift,
		      uint32_t *index, uint32_t *start)
{
	unsigned m = 23 - shift;
	int exp = (int)(x >> 23 & 0xff) - 127;

	*start = x & ~(((uint32_t)1 << shift) - 1);
	*index = top_bits(x, m);
	switch (variant) {
	case SQRT_RSQRT:
		*index |= (uint32_t)(exp & 1) << m;
		break;
	case TANH:
		if (exp >= 0) {
			*index += (uint32_t)(1 + (exp & 3)) << m;
			break;
		}
		/* fall through */
	case SIN_COS:
		*index = fixed_point(x, m) & (((uint32_t)1 << m) - 1);
		*start = from_fixed(*index, m);
		break;
	default:
		break;
	}
}

static void exec_lut_entry(struct tpc_core *core, const struct uop *u)
{
	const uint32_t *x = src_lanes(core, u, 0, 0);
	struct vec *index = res_begin(core), *start = res_begin(core);

	for (unsigned i = 0; i < VEC_BYTES / 4; i++)
		lut_entry(x[i], u->param[P_VARIANT], u->param[P_SHIFT],
			  &index->w[i], &start->w[i]);
	res_v(core, u, 0, index, NULL);
	res_v(core, u, 1, start, NULL);
}

static int prepare_form(struct prep *p)
{
	const struct tpc_op *op = p->op;
	struct uop *u = p->u;
	unsigned f = 0;

	if (u->nsrc < 3)
		return prep_refuse(p, "this operand form");
	f |= tpc_op_switch(op, TPC_SW_EXP_ADD_BIAS) ? ADD_BIAS : 0;
	f |= tpc_op_switch(op, TPC_SW_FORCE_SIGN0) ? SIGN0 : 0;
	f |= tpc_op_switch(op, TPC_SW_FORCE_SIGN1) ? SIGN1 : 0;
	f |= tpc_op_switch(op, TPC_SW_EXP_IS_NUM) ? IS_NUM : 0;
	f |= tpc_op_switch(op, TPC_SW_SIGN_LSB) ? SIGN_LSB : 0;
	u->param[P_FLAGS] = f;
	u->exec = exec_form;
	return 0;
}

int prepare_fp_fields(struct prep *p)
{
	const struct tpc_op *op = p->op;
	struct uop *u = p->u;

	if (op->type != TPC_TYPE_F32)
		return prep_refuse(p, "this data type");
	if (op->mnemonic == TPC_MN_FORM_FP_NUM)
		return prepare_form(p);
	u->param[P_VARIANT] = tpc_op_switch(op, TPC_SW_FUNCID);
	u->param[P_SHIFT] = u->src[1].imm;
	if (u->param[P_VARIANT] > SIN_COS)
		return prep_refuse(p, "variant %u", u->param[P_VARIANT]);
	if (u->nsrc < 2 || u->param[P_SHIFT] > 23)
		return prep_refuse(p, "shift %u", u->param[P_SHIFT]);
	if (u->nres != 2)
		return prep_refuse(p, "this operand form");
	u->exec = exec_lut_entry;
	return 0;
}
