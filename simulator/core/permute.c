/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Moves inside of a vector (facts 8.4): a vector is four dual groups of 64
 * bytes, each a lower and an upper group of 32. All of them keep the bytes of
 * the destination that they do not write.
 */
#include <string.h>

#include "core_impl.h"

#define GROUP	    32u
#define DUAL_GROUP  64u
#define DUAL_GROUPS (VEC_BYTES / DUAL_GROUP)

/* One group of the destination: bytes that the 32-bit mask chooses. */
static void copy_group(struct vec *out, struct vec *mask, unsigned to,
		       const uint8_t *from, uint32_t bytes)
{
	for (unsigned b = 0; b < GROUP; b++) {
		if (!(bytes >> b & 1))
			continue;
		out->b[to + b] = from[b];
		mask->b[to + b] = 0xff;
	}
}

static void copy_dual_group(struct vec *out, struct vec *mask, unsigned to,
			    const uint8_t *from, unsigned enables,
			    uint32_t bytes)
{
	for (unsigned g = 0; g < 2; g++) {
		if (enables >> g & 1)
			copy_group(out, mask, to * DUAL_GROUP + g * GROUP,
				   from + g * GROUP, bytes);
	}
}

/* param[0]: 2 bits of source, 2 of enables for each destination dual group */
static void exec_mov_dg(struct tpc_core *core, const struct uop *u)
{
	const uint8_t *from = src_lanes(core, u, 0, 0);
	struct vec *out = res_begin(core);
	struct vec mask;

	memset(&mask, 0, sizeof(mask));
	for (unsigned i = 0; i < DUAL_GROUPS; i++) {
		unsigned bits = u->param[0] >> (4 * i) & 15;

		copy_dual_group(out, &mask, i, from + (bits & 3) * DUAL_GROUP,
				bits >> 2, u->src[1].imm);
	}
	res_v(core, u, 0, out, &mask);
}

/* Swaps the groups of each enabled dual group. */
static void exec_mov_g(struct tpc_core *core, const struct uop *u)
{
	const uint8_t *from = src_lanes(core, u, 0, 0);
	struct vec *out = res_begin(core);
	struct vec mask;

	memset(&mask, 0, sizeof(mask));
	for (unsigned i = 0; i < DUAL_GROUPS; i++) {
		unsigned at = i * DUAL_GROUP;

		if (!(u->param[1] >> i & 1))
			continue;
		if (u->param[0] & 1)
			copy_group(out, &mask, at, from + at + GROUP,
				   u->src[1].imm);
		if (u->param[0] & 2)
			copy_group(out, &mask, at + GROUP, from + at,
				   u->src[1].imm);
	}
	res_v(core, u, 0, out, &mask);
}

/*
 * The control of an element is its lowest byte: [4:0] element in a group, [5]
 * group of the same dual group, [7] write enable.
 */
static void exec_shuffle(struct tpc_core *core, const struct uop *u)
{
	const uint8_t *from = src_lanes(core, u, 0, 0);
	const uint8_t *control = src_lanes(core, u, 1, 0);
	struct vec *out = res_begin(core);
	unsigned w = u->element;
	struct vec mask;

	memset(&mask, 0, sizeof(mask));
	for (unsigned at = 0; at < VEC_BYTES; at += w) {
		unsigned c = control[at];
		unsigned base =
			at / DUAL_GROUP * DUAL_GROUP + (c >> 5 & 1) * GROUP;

		if (!(c & 0x80))
			continue;
		memcpy(&out->b[at], from + base + (c & 31) * w % GROUP, w);
		memset(&mask.b[at], 0xff, w);
	}
	res_v(core, u, 0, out, &mask);
}

enum { P_GROUP, P_STRIDE, P_HALF };

/* Elements of a group (stride 2) or of half of it to every stride-th place. */
static void exec_unpack(struct tpc_core *core, const struct uop *u)
{
	const uint8_t *from = src_lanes(core, u, 0, 0);
	unsigned w = u->element, stride = u->param[P_STRIDE];
	struct vec *out = res_begin(core);
	struct vec mask;

	memset(&mask, 0, sizeof(mask));
	from += u->param[P_GROUP] * GROUP;
	if (stride == 4)
		from += u->param[P_HALF] * GROUP / 2;
	for (unsigned i = 0; i < DUAL_GROUPS; i++) {
		for (unsigned e = 0; e < DUAL_GROUP / w / stride; e++) {
			unsigned at = i * DUAL_GROUP + e * stride * w;

			memcpy(&out->b[at], from + i * DUAL_GROUP + e * w, w);
			memset(&mask.b[at], 0xff, w);
		}
	}
	res_v(core, u, 0, out, &mask);
}

/*
 * Every stride-th element of a group, packed; it fills portion `group` of a
 * chunk that repeats through the dual group (facts 8.4, inferred).
 */
static void exec_pack(struct tpc_core *core, const struct uop *u)
{
	const uint8_t *from = src_lanes(core, u, 0, 0);
	unsigned w = u->element, stride = u->param[P_STRIDE];
	unsigned part = GROUP / stride, chunk = 2 * part;
	unsigned group = u->param[P_GROUP];
	struct vec *out = res_begin(core);
	struct vec mask;

	memset(&mask, 0, sizeof(mask));
	for (unsigned i = 0; i < DUAL_GROUPS; i++) {
		const uint8_t *s = from + i * DUAL_GROUP + group * GROUP;
		unsigned base = i * DUAL_GROUP + group * part;

		for (unsigned c = 0; c < DUAL_GROUP; c += chunk) {
			for (unsigned e = 0; e < part / w; e++)
				memcpy(&out->b[base + c + e * w],
				       s + e * stride * w, w);
			memset(&mask.b[base + c], 0xff, part);
		}
	}
	res_v(core, u, 0, out, &mask);
}

static uint32_t dual_group_bits(const struct tpc_op *op)
{
	uint32_t enables, bits;

	if (!tpc_op_switch(op, TPC_SW_ALL)) {
		enables = tpc_op_switch(op, TPC_SW_WR_LG) |
			  tpc_op_switch(op, TPC_SW_WR_UG) << 1;
		bits = tpc_op_switch(op, TPC_SW_SRC_DG) | enables << 2;
		return bits << (4 * tpc_op_switch(op, TPC_SW_DST_DG));
	}
	bits = tpc_op_switch(op, TPC_SW_SDG0) | tpc_op_switch(op, TPC_SW_WEG0)
							<< 2;
	bits |= (tpc_op_switch(op, TPC_SW_SDG1) | tpc_op_switch(op, TPC_SW_WEG1)
							  << 2)
		<< 4;
	bits |= (tpc_op_switch(op, TPC_SW_SDG2) | tpc_op_switch(op, TPC_SW_WEG2)
							  << 2)
		<< 8;
	return bits | (tpc_op_switch(op, TPC_SW_SDG3) |
		       tpc_op_switch(op, TPC_SW_WEG3) << 2)
			      << 12;
}

int prepare_permute(struct prep *p)
{
	const struct tpc_op *op = p->op;
	struct uop *u = p->u;

	switch (op->mnemonic) {
	case TPC_MN_MOV_DG:
		u->param[0] = dual_group_bits(op);
		u->element = 1;
		u->exec = exec_mov_dg;
		return 0;
	case TPC_MN_MOV_G:
		u->param[0] = tpc_op_switch(op, TPC_SW_G_EN);
		u->param[1] = tpc_op_switch(op, TPC_SW_DG_EN);
		u->element = 1;
		u->exec = exec_mov_g;
		return 0;
	case TPC_MN_SHUFFLE:
		u->exec = exec_shuffle;
		return 0;
	default:
		break;
	}
	u->param[P_GROUP] = tpc_op_switch(op, TPC_SW_SOURCE_GROUP);
	u->param[P_STRIDE] = tpc_op_switch(op, TPC_SW_ELEMENT_STRIDE) ? 4 : 2;
	u->param[P_HALF] = tpc_op_switch(op, TPC_SW_GROUP_HALF);
	u->exec = op->mnemonic == TPC_MN_PACK ? exec_pack : exec_unpack;
	return 0;
}
