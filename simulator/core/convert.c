/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Conversions between data types, and rounding to integral values.
 *
 * Lanes (facts 8.3): with R the ratio of widths, a single-lane conversion up
 * reads source elements R*j + lane, one down writes result elements
 * R*j + lane and leaves the others alone; an all-lanes conversion reads or
 * writes a group of R registers, element R*j + k belonging to register k.
 */
#include <string.h>

#include "core_impl.h"

enum { P_FROM, P_TO, P_LANE, P_ALL };

/* Every @ratio-th element of @width bytes, from element @first. */
static void gather(void *to, const void *from, unsigned width, unsigned ratio,
		   unsigned first, unsigned n)
{
	const uint8_t *s = (const uint8_t *)from + first * width;
	uint8_t *d = to;

	for (unsigned i = 0; i < n; i++)
		memcpy(d + i * width, s + i * ratio * width, width);
}

static void scatter(void *to, const void *from, unsigned width, unsigned ratio,
		    unsigned first, unsigned n)
{
	uint8_t *d = (uint8_t *)to + first * width;
	const uint8_t *s = from;

	for (unsigned i = 0; i < n; i++)
		memcpy(d + i * ratio * width, s + i * width, width);
}

static lane_fn start(struct tpc_core *core, const struct uop *u,
		     struct lane_arg *arg, struct vec *random)
{
	unsigned rm = u->arg.rm;

	if (rm == TPC_ROUND_CSR)
		rm = core->round_csr;
	*arg = u->arg;
	lfsr_round_mode(core, arg, rm, random);
	return rm == TPC_ROUND_RHNE ? u->lane : u->lane_round;
}

static void exec_same(struct tpc_core *core, const struct uop *u)
{
	const void *s[] = {src_lanes(core, u, 0, 0)};
	void *d[] = {res_begin(core)};
	struct vec random[2];
	struct lane_arg arg;
	lane_fn fn = start(core, u, &arg, random);

	fn(d, s, VEC_BYTES / u->element, &arg);
	res_v(core, u, 0, d[0], NULL);
}

static void exec_up(struct tpc_core *core, const struct uop *u)
{
	unsigned from = u->param[P_FROM], to = u->param[P_TO];
	unsigned ratio = to / from, n = VEC_BYTES / to;
	const void *source = src_lanes(core, u, 0, 0);
	struct vpred guard = core->guard;
	struct vec random[2], part;
	struct lane_arg arg;
	lane_fn fn = start(core, u, &arg, random);
	const void *s[] = {&part};

	for (unsigned k = 0; k < u->nres; k++) {
		void *d[] = {res_begin(core)};

		gather(&part, source, from, ratio,
		       u->param[P_ALL] ? k : u->param[P_LANE], n);
		fn(d, s, n, &arg);
		if (core->masked && u->param[P_ALL])
			guard_spread(core, &guard, ratio, k);
		res_v(core, u, k, d[0], NULL);
	}
}

/* Bytes of the elements that a single-lane conversion down writes. */
static void lane_mask(struct vec *mask, unsigned width, unsigned ratio,
		      unsigned lane)
{
	for (unsigned i = 0; i < VEC_BYTES; i++)
		mask->b[i] = i / width % ratio == lane ? 0xff : 0;
}

static void exec_down(struct tpc_core *core, const struct uop *u)
{
	unsigned from = u->param[P_FROM], to = u->param[P_TO];
	unsigned ratio = from / to, n = VEC_BYTES / from;
	unsigned parts = u->param[P_ALL] ? ratio : 1;
	struct vec random[2], part, mask;
	struct vec *out = res_begin(core);
	struct lane_arg arg;
	lane_fn fn = start(core, u, &arg, random);
	void *d[] = {&part};

	for (unsigned k = 0; k < parts; k++) {
		const void *s[] = {src_lanes(core, u, 0, k)};

		fn(d, s, n, &arg);
		scatter(out, &part, to, ratio, parts > 1 ? k : u->param[P_LANE],
			n);
	}
	if (parts == 1)
		lane_mask(&mask, to, ratio, u->param[P_LANE]);
	res_v(core, u, 0, out, parts == 1 ? &mask : NULL);
}

static uint32_t extend(uint32_t v, unsigned type)
{
	switch (type) {
	case TPC_TYPE_I16:
		return (uint32_t)(int16_t)v;
	case TPC_TYPE_I8:
		return (uint32_t)(int8_t)v;
	default:
		return v;
	}
}

static void exec_scalar(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0), out = 0;
	struct vec random[2];
	struct lane_arg arg;
	lane_fn fn = start(core, u, &arg, random);
	const void *s[] = {&a};
	void *d[] = {&out};

	fn(d, s, 1, &arg);
	res_s(core, u, 0, extend(out, u->param[P_TO]));
}

/*
 * Gaudi knows all-lanes conversions between f32 and bf16 only; the other pairs
 * have no such bit (facts 4.10: goya's lane select fills the field).
 */
static bool all_lanes(const struct tpc_op *op, unsigned to)
{
	bool pair = (op->type == TPC_TYPE_F32 && to == TPC_TYPE_BF16) ||
		    (op->type == TPC_TYPE_BF16 && to == TPC_TYPE_F32);

	return pair && tpc_op_switch(op, TPC_SW_NUM_LANES) == 0;
}

/* Lengthens the group of a source or result; false past the last register. */
static bool group(struct prep *p, unsigned results, unsigned sources)
{
	struct uop *u = p->u;

	for (unsigned k = 1; k < results; k++) {
		u->res[k] = u->res[0];
		u->res[k].index = u->res[0].index + k;
	}
	u->nres = results;
	return u->res[0].index + results <= CARRY_V &&
	       (u->src[0].file == TPC_FILE_V_SPECIAL ||
		u->src[0].index + sources <= CARRY_V);
}

int prepare_convert(struct prep *p)
{
	const struct tpc_op *op = p->op;
	unsigned to = tpc_op_switch(op, TPC_SW_TARGET_TYPE);
	unsigned from_width = tpc_type_bits(op->type) / 8;
	unsigned to_width, ratio, lane;
	struct uop *u = p->u;
	bool all;

	u->lane = p->core->convert(op->type, to, false);
	u->lane_round = p->core->convert(op->type, to, true);
	if (!u->lane)
		return prep_refuse(p, "a conversion from %s to %s",
				   tpc_type_name(op->type), tpc_type_name(to));
	u->arg.rm = tpc_op_switch(op, TPC_SW_RM);
	if (!prep_vector(p)) {
		u->param[P_TO] = to;
		u->exec = exec_scalar;
		return 0;
	}
	to_width = tpc_type_bits(to) / 8;
	all = all_lanes(op, to);
	lane = tpc_op_switch(op, TPC_SW_LANE_SEL);
	ratio = to_width > from_width ? to_width / from_width
				      : from_width / to_width;
	if (ratio > 1 && !all && lane >= ratio)
		return prep_refuse(p, "lane %u of %u", lane, ratio);
	u->param[P_FROM] = from_width;
	u->param[P_TO] = to_width;
	u->param[P_LANE] = lane;
	u->param[P_ALL] = all;
	u->element = all ? sizeof(uint16_t) : to_width;
	u->exec = ratio == 1		  ? exec_same
		  : to_width > from_width ? exec_up
					  : exec_down;
	if (!group(p, all && to_width > from_width ? ratio : 1,
		   all && to_width < from_width ? ratio : 1))
		return prep_refuse(p,
				   "a register group past the last register");
	return 0;
}

/* --- NEARBYINT -------------------------------------------------------------
 */

static void exec_nearbyint_s(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0), out = 0;
	struct vec random[2];
	struct lane_arg arg;
	lane_fn fn = start(core, u, &arg, random);
	const void *s[] = {&a};
	void *d[] = {&out};

	fn(d, s, 1, &arg);
	res_s(core, u, 0, out);
}

int prepare_nearbyint(struct prep *p)
{
	struct uop *u = p->u;

	u->lane = p->core->lanes(LANE_NEARBYINT, p->op->type, false);
	u->lane_round = p->core->lanes(LANE_NEARBYINT, p->op->type, true);
	if (!u->lane)
		return prep_refuse(p, "this data type");
	u->arg.rm = tpc_op_switch(p->op, TPC_SW_RM);
	u->exec = prep_vector(p) ? exec_same : exec_nearbyint_s;
	return 0;
}

/* --- CONVERT_INT*, CONVERT_UINT*: shift and narrow -------------------------
 */

/*
 * value >> shift, rounded, saturated to the narrower type of the same
 * signedness. assumed: the shift is the low byte of the second operand's
 * element, signed, positive to the right.
 */

static int64_t element_of(const void *p, unsigned type, unsigned i)
{
	switch (type) {
	case TPC_TYPE_I32:
		return ((const int32_t *)p)[i];
	case TPC_TYPE_U32:
		return ((const uint32_t *)p)[i];
	case TPC_TYPE_I16:
		return ((const int16_t *)p)[i];
	default:
		return ((const uint16_t *)p)[i];
	}
}

static void limits(unsigned to, int64_t *min, int64_t *max)
{
	switch (to) {
	case TPC_TYPE_I16:
		*min = INT16_MIN;
		*max = INT16_MAX;
		break;
	case TPC_TYPE_U16:
		*min = 0;
		*max = UINT16_MAX;
		break;
	case TPC_TYPE_I8:
		*min = INT8_MIN;
		*max = INT8_MAX;
		break;
	default:
		*min = 0;
		*max = UINT8_MAX;
		break;
	}
}

static uint32_t narrow(const struct uop *u, int64_t v, int shift,
		       const struct lane_arg *arg, unsigned i)
{
	uint32_t random = arg->random ? arg->random[i] : 0;
	int64_t min, max;

	v = soft_shift_round(v, shift, arg->rm, random);
	limits(u->param[P_TO], &min, &max);
	return (uint32_t)(v < min ? min : v > max ? max : v);
}

static void exec_narrow_v(struct tpc_core *core, const struct uop *u)
{
	unsigned from = u->param[P_FROM], to = u->param[P_TO];
	unsigned fw = tpc_type_bits(from) / 8, tw = tpc_type_bits(to) / 8;
	unsigned ratio = fw / tw, n = VEC_BYTES / fw, lane = u->param[P_LANE];
	const void *s = src_lanes(core, u, 0, 0);
	const uint8_t *shift = src_lanes(core, u, 1, 0);
	struct vec *out = res_begin(core);
	struct vec random[2], mask;
	struct lane_arg arg;

	start(core, u, &arg, random);
	for (unsigned i = 0; i < n; i++) {
		uint32_t r = narrow(u, element_of(s, from, i),
				    (int8_t)shift[i * fw], &arg, i);

		memcpy(&out->b[(i * ratio + lane) * tw], &r, tw);
	}
	lane_mask(&mask, tw, ratio, lane);
	res_v(core, u, 0, out, &mask);
}

static void exec_narrow_s(struct tpc_core *core, const struct uop *u)
{
	uint32_t a = src_word(core, u, 0), shift = src_word(core, u, 1);
	struct vec random[2];
	struct lane_arg arg;

	start(core, u, &arg, random);
	res_s(core, u, 0,
	      narrow(u, element_of(&a, u->param[P_FROM], 0), (int8_t)shift,
		     &arg, 0));
}

int prepare_convert_int(struct prep *p)
{
	const struct tpc_op *op = p->op;
	unsigned wide = tpc_op_switch(op, TPC_SW_TO_WIDTH);
	unsigned from, to, ratio;
	struct uop *u = p->u;

	switch (op->mnemonic) {
	case TPC_MN_CONVERT_INT32:
		from = TPC_TYPE_I32;
		to = wide ? TPC_TYPE_I16 : TPC_TYPE_I8;
		break;
	case TPC_MN_CONVERT_UINT32:
		from = TPC_TYPE_U32;
		to = wide ? TPC_TYPE_U16 : TPC_TYPE_U8;
		break;
	case TPC_MN_CONVERT_INT16:
		from = TPC_TYPE_I16;
		to = TPC_TYPE_I8;
		break;
	case TPC_MN_CONVERT_UINT16:
		from = TPC_TYPE_U16;
		to = TPC_TYPE_U8;
		break;
	default: /* CONVERT_INT8, CONVERT_UINT8 start with greco */
		return prep_refuse(p, "this operation of later generations");
	}
	ratio = tpc_type_bits(from) / tpc_type_bits(to);
	u->param[P_FROM] = from;
	u->param[P_TO] = to;
	u->param[P_LANE] = tpc_op_switch(op, TPC_SW_LANE_SEL);
	u->arg.rm = tpc_op_switch(op, TPC_SW_RM);
	u->src[1].width = tpc_type_bits(from) / 8;
	u->element = tpc_type_bits(to) / 8;
	if (!prep_vector(p)) {
		u->exec = exec_narrow_s;
		return 0;
	}
	if (u->param[P_LANE] >= ratio)
		return prep_refuse(p, "lane %u of %u", u->param[P_LANE], ratio);
	u->exec = exec_narrow_v;
	return 0;
}
