/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * CALC_FP_SPECIAL (facts 8.5): the sources are class masks of FCLASS; where
 * they are special to the function, its value is written, elsewhere the
 * destination keeps what it has.
 *
 * assumed: the values are those of mathematics, as IEEE 754 has them; subnormal
 * numbers count as zeros; functions of one argument look at the first mask.
 * The power is refused: its value depends on more than classes.
 */
#include <string.h>

#include "core_impl.h"

enum { P_FUNCTION };
enum { RECIP, RSQRT, SQRT, LOG, EXP, TANH, DIV, POW };

/* Bits of a class mask. */
enum {
	NEG_INF = 1 << 0,
	NEG_NORMAL = 1 << 1,
	NEG_ZERO = 1 << 2 | 1 << 3,
	POS_ZERO = 1 << 4 | 1 << 5,
	POS_INF = 1 << 7,
	NAN_CLASS = 1 << 8 | 1 << 9,
	NEGATIVE = NEG_INF | NEG_NORMAL | NEG_ZERO,
	ZERO = NEG_ZERO | POS_ZERO,
	INFINITE = NEG_INF | POS_INF,
};

#define INF 0x7f800000u
#define ONE 0x3f800000u

/* Of one argument. False: not special. */
static bool unary(unsigned function, uint32_t a, uint32_t *out)
{
	uint32_t sign = a & NEGATIVE ? F32_SIGN : 0;
	bool below = a & (NEG_INF | NEG_NORMAL);

	if (!(a & (ZERO | INFINITE)) &&
	    !(below &&
	      (function == RSQRT || function == SQRT || function == LOG)))
		return false;
	switch (function) {
	case RECIP:
		*out = sign | (a & ZERO ? INF : 0);
		return true;
	case RSQRT:
		*out = below ? F32_NAN : a & ZERO ? sign | INF : 0;
		return true;
	case SQRT:
		*out = below ? F32_NAN : a & ZERO ? sign : INF;
		return true;
	case LOG:
		*out = below ? F32_NAN : a & ZERO ? F32_SIGN | INF : INF;
		return true;
	case EXP:
		*out = a & ZERO ? ONE : sign ? 0 : INF;
		return true;
	default: /* TANH */
		*out = sign | (a & ZERO ? 0 : ONE);
		return true;
	}
}

static bool quotient(uint32_t a, uint32_t b, uint32_t *out)
{
	uint32_t sign = !(a & NEGATIVE) != !(b & NEGATIVE) ? F32_SIGN : 0;

	if ((a & ZERO && b & ZERO) || (a & INFINITE && b & INFINITE))
		*out = F32_NAN;
	else if (a & INFINITE || b & ZERO)
		*out = sign | INF;
	else if (a & ZERO || b & INFINITE)
		*out = sign;
	else
		return false;
	return true;
}

static bool value(unsigned function, uint32_t a, uint32_t b, uint32_t *out)
{
	if (a & NAN_CLASS || (function == DIV && b & NAN_CLASS)) {
		*out = F32_NAN;
		return true;
	}
	return function == DIV ? quotient(a, b, out) : unary(function, a, out);
}

static void exec_vector_f32(struct tpc_core *core, const struct uop *u)
{
	const uint32_t *a = src_lanes(core, u, 0, 0);
	const uint32_t *b = src_lanes(core, u, 1, 0);
	struct vec *out = res_begin(core);
	struct vec mask;

	for (unsigned i = 0; i < VEC_BYTES / 4; i++)
		mask.w[i] = value(u->param[P_FUNCTION], a[i], b[i], &out->w[i])
				    ? ~(uint32_t)0
				    : 0;
	res_v(core, u, 0, out, &mask);
}

static void exec_vector_bf16(struct tpc_core *core, const struct uop *u)
{
	const uint16_t *a = src_lanes(core, u, 0, 0);
	const uint16_t *b = src_lanes(core, u, 1, 0);
	struct vec *out = res_begin(core);
	struct vec mask;

	memset(&mask, 0, sizeof(mask));
	for (unsigned i = 0; i < VEC_BYTES / 2; i++) {
		uint32_t wide;
		uint16_t half;

		if (!value(u->param[P_FUNCTION], a[i], b[i], &wide))
			continue;
		half = (uint16_t)(wide >> 16);
		memcpy(&out->b[2 * i], &half, 2);
		memset(&mask.b[2 * i], 0xff, 2);
	}
	res_v(core, u, 0, out, &mask);
}

static void exec_scalar(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0), b = src_word(core, u, 1), out;

	if (!value(u->param[P_FUNCTION], a, b, &out))
		return;
	res_s(core, u, 0, u->element == 2 ? out >> 16 : out);
}

int prepare_fp_special(struct prep *p)
{
	struct uop *u = p->u;

	if (!type_is_fp(p->op->type))
		return prep_refuse(p, "this data type");
	u->param[P_FUNCTION] = tpc_op_switch(p->op, TPC_SW_FUNC);
	if (u->param[P_FUNCTION] == POW)
		return prep_refuse(p, "the power");
	if (!prep_vector(p))
		u->exec = exec_scalar;
	else
		u->exec = u->element == 2 ? exec_vector_bf16 : exec_vector_f32;
	return 0;
}
