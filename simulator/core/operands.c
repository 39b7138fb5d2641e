/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Values in and out of a running operation: sources of every register file,
 * broadcasts of scalars, guards, and results under a guard.
 */
#include <string.h>

#include "core_impl.h"

static struct vec *scratch(struct tpc_core *core)
{
	return &core->scratch[core->nscratch++ % 16];
}

static void lane_ids(struct vec *out, unsigned width)
{
	for (unsigned i = 0; i < VEC_BYTES / width; i++) {
		switch (width) {
		case 4:
			out->w[i] = i;
			break;
		case 2:
			out->h[i] = i;
			break;
		default:
			out->b[i] = i;
			break;
		}
	}
}

static const void *special_lanes(struct tpc_core *core, unsigned index)
{
	struct vec *out = scratch(core);

	switch (index) {
	case TPC_V_LFSR:
	case TPC_V_LFSR_NO_CHANGE:
		lfsr_vector(core, index == TPC_V_LFSR, out);
		break;
	case TPC_V_LANE_ID_32:
		lane_ids(out, 4);
		break;
	case TPC_V_LANE_ID_16:
		lane_ids(out, 2);
		break;
	default:
		lane_ids(out, 1);
		break;
	}
	return out;
}

void broadcast(struct vec *out, uint32_t word, unsigned width)
{
	if (width == 1)
		word = (word & 0xff) * 0x01010101u;
	else if (width == 2)
		word = (word & 0xffff) * 0x00010001u;
	for (unsigned i = 0; i < VEC_BYTES / 4; i++)
		out->w[i] = word;
}

const void *src_lanes(struct tpc_core *core, const struct uop *u, unsigned i,
		      unsigned reg)
{
	const struct source *s = &u->src[i];
	struct vec *out;

	if (u->constant[i])
		return u->constant[i];
	switch (s->file) {
	case TPC_FILE_V:
	case TPC_FILE_D:
	case TPC_FILE_A:
		return regs_read_v(&core->regs, s->index + reg, s->port,
				   scratch(core));
	case TPC_FILE_V_SPECIAL:
		return special_lanes(core, s->index);
	default:
		out = scratch(core);
		broadcast(out, src_word(core, u, i), s->width);
		return out;
	}
}

uint32_t src_word(struct tpc_core *core, const struct uop *u, unsigned i)
{
	const struct source *s = &u->src[i];

	switch (s->file) {
	case TPC_FILE_S:
	case TPC_FILE_Z:
		return regs_read_s(&core->regs, s->index, s->port);
	case TPC_FILE_SP:
		return regs_read_sp(&core->regs, s->index, s->port);
	case TPC_FILE_S_SPECIAL:
		return lfsr_scalar(core, s->index == TPC_S_LFSR);
	default:
		return s->imm;
	}
}

void src_irf(struct tpc_core *core, const struct uop *u, unsigned i,
	     struct irf *value)
{
	const struct source *s = &u->src[i];
	uint32_t word;

	if (s->file == TPC_FILE_I) {
		regs_read_i(&core->regs, s->index, s->port, value);
		return;
	}
	word = src_word(core, u, i);
	for (unsigned d = 0; d < TPC_CORE_DIMS; d++)
		value->dim[d] = (int32_t)word;
}

void src_vp(struct tpc_core *core, const struct uop *u, unsigned i,
	    struct vpred *value)
{
	const struct source *s = &u->src[i];

	regs_read_vp(&core->regs, s->index, s->port, value);
}

/* --- guards --------------------------------------------------------------- */

/*
 * Bits of one element are taken from its lowest byte lane (assumed: programs
 * set all bits of an element alike).
 */
static uint64_t element_bits(uint64_t bits, unsigned width)
{
	switch (width) {
	case 4:
		bits &= 0x1111111111111111u;
		return bits * 15;
	case 2:
		bits &= 0x5555555555555555u;
		return bits * 3;
	default:
		return bits;
	}
}

/* One byte of 0 or 0xff for every bit. */
void expand_bits(const struct vpred *p, struct vec *out)
{
	for (unsigned i = 0; i < VEC_BYTES / 8; i++) {
		uint64_t eight = p->q[i / 8] >> (8 * (i % 8)) & 0xff;
		/* bit k to the lowest bit of byte k */
		uint64_t spread =
			(eight * 0x0101010101010101u) & 0x8040201008040201u;

		spread = (spread + 0x7f7f7f7f7f7f7f7fu) | spread;
		spread = spread >> 7 & 0x0101010101010101u;
		out->q[i] = spread * 0xff;
	}
}

/* The highest bit of every byte. */
void collect_bits(const struct vec *v, struct vpred *out)
{
	for (unsigned i = 0; i < 4; i++) {
		uint64_t bits = 0;

		for (unsigned j = 0; j < 8; j++) {
			uint64_t q = v->q[8 * i + j] >> 7 & 0x0101010101010101u;

			bits |= (q * 0x0102040810204080u) >> 56 << (8 * j);
		}
		out->q[i] = bits;
	}
}

static bool vector_guard(struct tpc_core *core, const struct uop *u)
{
	uint64_t all = ~(uint64_t)0, any = 0;
	struct vpred p;

	regs_read_vp(&core->regs, u->guard_index, u->guard_port, &p);
	for (unsigned i = 0; i < 4; i++) {
		p.q[i] = element_bits(p.q[i], u->element);
		if (u->guard_invert)
			p.q[i] = ~p.q[i];
		all &= p.q[i];
		any |= p.q[i];
	}
	if (!any)
		return false;
	core->masked = ~all;
	core->guard = p;
	if (core->masked)
		expand_bits(&p, &core->mask);
	return true;
}

bool guard_open(struct tpc_core *core, const struct uop *u)
{
	core->masked = false;
	switch (u->guard) {
	case GUARD_ALWAYS:
		return true;
	case GUARD_SCALAR:
		return regs_read_sp(&core->regs, u->guard_index,
				    u->guard_port) != u->guard_invert;
	case GUARD_VECTOR:
		return vector_guard(core, u);
	default:
		return false;
	}
}

/*
 * assumed: a guard goes by the narrow elements of an operation that widens
 * them, so element j of register k obeys the bit of source element R*j + k.
 */
void guard_spread(struct tpc_core *core, const struct vpred *narrow,
		  unsigned ratio, unsigned k)
{
	unsigned shift = k * (4 / ratio);

	for (unsigned i = 0; i < 4; i++)
		core->guard.q[i] =
			element_bits(narrow->q[i] >> shift, sizeof(uint32_t));
	expand_bits(&core->guard, &core->mask);
}

/* --- results -------------------------------------------------------------- */

struct vec *res_begin(struct tpc_core *core)
{
	return regs_alloc(&core->regs);
}

void res_v(struct tpc_core *core, const struct uop *u, unsigned i,
	   struct vec *data, const struct vec *own_mask)
{
	const struct result *r = &u->res[i];
	struct vec *mask = NULL;

	if (core->masked || own_mask) {
		mask = regs_alloc(&core->regs);
		*mask = core->masked ? core->mask : *own_mask;
		if (core->masked && own_mask) {
			for (unsigned k = 0; k < VEC_BYTES / 8; k++)
				mask->q[k] &= own_mask->q[k];
		}
	}
	regs_write_v(&core->regs, r->index, r->rclass, u, data, mask);
}

void res_vp(struct tpc_core *core, const struct uop *u, unsigned i,
	    const struct vpred *value, const struct vpred *own_mask)
{
	const struct result *r = &u->res[i];
	struct vpred mask;

	if (r->index == 0) /* VP0 is constant */
		return;
	if (!core->masked && !own_mask) {
		regs_write_vp(&core->regs, r->index, r->rclass, u, value, NULL);
		return;
	}
	for (unsigned k = 0; k < 4; k++) {
		mask.q[k] = core->masked ? core->guard.q[k] : ~(uint64_t)0;
		if (own_mask)
			mask.q[k] &= own_mask->q[k];
	}
	regs_write_vp(&core->regs, r->index, r->rclass, u, value, &mask);
}

void res_s(struct tpc_core *core, const struct uop *u, unsigned i,
	   uint32_t value)
{
	const struct result *r = &u->res[i];

	regs_write_s(&core->regs, r->index, r->rclass, u, value);
}

void res_sp(struct tpc_core *core, const struct uop *u, unsigned i, bool value)
{
	const struct result *r = &u->res[i];

	if (r->index) /* SP0 is constant */
		regs_write_sp(&core->regs, r->index, r->rclass, u, value);
}

void res_irf(struct tpc_core *core, const struct uop *u, unsigned i,
	     const struct irf *value, unsigned dims)
{
	const struct result *r = &u->res[i];

	if (dims)
		regs_write_i(&core->regs, r->index, r->rclass, u, value, dims);
}

void res_ad(struct tpc_core *core, const struct uop *u, unsigned i,
	    const struct adrf *value)
{
	const struct result *r = &u->res[i];

	regs_write_ad(&core->regs, r->index, r->rclass, u, value);
}
