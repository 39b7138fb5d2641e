// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * A bundle to bytes. Slots share fields (the immediate, LOAD's and STORE's
 * predicate, VPU SrcC with STORE SrcC, VPU SrcD with LOAD SrcB): each user puts
 * down the bits it owns, and users must agree where they meet.
 */
#include "isa_tables.h"

#include <endian.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct image {
	uint64_t bits[4];
	uint64_t used[4];
	char *why;
	size_t why_size;
	const struct isa_layout_slot *layout; /* of the slots */
};

static int __attribute__((format(printf, 2, 3))) fail(const struct image *im,
						      const char *fmt, ...)
{
	va_list args;

	if (im->why && im->why_size) {
		va_start(args, fmt);
		vsnprintf(im->why, im->why_size, fmt, args);
		va_end(args);
	}
	return -EINVAL;
}

/* Puts the bits of @mask at @lo. Returns -EINVAL if others are there. */
static inline int put_bits(struct image *im, unsigned lo, uint32_t mask,
			   uint32_t value)
{
	unsigned word = lo / 64, bit = lo % 64;
	uint64_t m = (uint64_t)mask << bit;
	uint64_t v = (uint64_t)(value & mask) << bit;

	if ((im->bits[word] ^ v) & im->used[word] & m)
		return -EINVAL;
	im->bits[word] |= v;
	im->used[word] |= m;
	if (bit <= 32 || !(mask >> (64 - bit)))
		return 0;
	m = mask >> (64 - bit);
	v = (value & mask) >> (64 - bit);
	word++;
	if ((im->bits[word] ^ v) & im->used[word] & m)
		return -EINVAL;
	im->bits[word] |= v;
	im->used[word] |= m;
	return 0;
}

/* The same for bits that no other field has. */
static inline void set_bits(struct image *im, const struct isa_layout_field *lf,
			    uint32_t value)
{
	unsigned word = lf->lo / 64, bit = lf->lo % 64;
	uint64_t v = value & isa_mask(lf->width);

	im->bits[word] |= v << bit;
	if (bit + lf->width > 64)
		im->bits[word + 1] |= v >> (64 - bit);
}

static const char *shared_name(unsigned field)
{
	if (field == TPC_F_IMM)
		return "the immediate of the bundle";
	if (field == TPC_F_PRED || field == TPC_F_POL)
		return "the predicate of LOAD and STORE";
	return "source bits that the slots share";
}

static const char *op_name(const struct tpc_op *op)
{
	return tpc_mnemonic_name(op->mnemonic);
}

/* Bits that an operation claims in a field. */
static uint32_t claimed(const struct tpc_isa *isa, const struct tpc_op *op,
			unsigned slot, const struct isa_layout_field *lf)
{
	const struct isa_form *form = isa_form(isa, op->form);
	uint32_t all = isa_mask(lf->width);

	if (!lf->shared)
		return all;
	if (lf->field == TPC_F_IMM)
		return form->own[TPC_F_IMM] &&
				       isa_uses_imm(isa, form, slot, op->raw)
			       ? all
			       : 0;
	if ((lf->field == TPC_F_PRED || lf->field == TPC_F_POL) &&
	    form->pred != ISA_PRED_NONE)
		return all;
	return (form->own[lf->field] | form->fixed[lf->field]) & all;
}

/* Whether an operation leaves a field to the operand of another one. */
static bool yields(const struct tpc_isa *isa, const struct tpc_bundle *bundle,
		   unsigned slot, unsigned field)
{
	const struct isa_pair *pair = isa->pairs;
	unsigned i;

	for (i = 0; i < isa->num_pairs; i++, pair++)
		if (pair->slot == slot && pair->field == field)
			return !bundle->op[slot].raw[field] &&
			       isa_pair_yields(isa, bundle, pair);
	return false;
}

/* Names both operations that need different values in shared bits. */
static int conflict(const struct image *im, const struct tpc_isa *isa,
		    const struct tpc_bundle *bundle, unsigned slot,
		    const struct isa_layout_field *at)
{
	const struct tpc_op *op = &bundle->op[slot], *other;
	const struct isa_layout_slot *layout;
	unsigned i, j;

	for (i = 0; i < slot; i++) {
		other = &bundle->op[i];
		layout = &im->layout[i];
		for (j = 0; j < layout->num_fields; j++) {
			const struct isa_layout_field *lf = &layout->fields[j];

			if (lf->lo != at->lo || !claimed(isa, other, i, lf))
				continue;
			return fail(im,
				    "%s (%s) and %s (%s) need different values "
				    "in %s: 0x%" PRIx32 " and 0x%" PRIx32,
				    op_name(other), tpc_slot_name(i),
				    op_name(op), tpc_slot_name(slot),
				    shared_name(at->field),
				    other->raw[lf->field], op->raw[at->field]);
		}
	}
	return fail(im, "%s (%s) cannot have %s for itself", op_name(op),
		    tpc_slot_name(slot), shared_name(at->field));
}

static bool is_plain_nop(const struct tpc_isa *isa, const struct tpc_op *op,
			 unsigned slot)
{
	uint32_t any = 0;
	unsigned f;

	if (slot == ISA_LOOP || op->form != isa->nop[slot])
		return false;
	for (f = TPC_F_OPCODE + 1; f < TPC_NUM_FIELDS; f++)
		any |= op->raw[f];
	return !any;
}

static int wrong_value(const struct image *im, const struct tpc_op *op,
		       const struct isa_form *form, uint32_t raw)
{
	return fail(im,
		    "%s: form %s does not have the value 0x%" PRIx32
		    " in a field",
		    op_name(op), form->pub.name, raw);
}

/* Whether it claims anything of a shared field; most forms do not. */
static inline bool may_claim(const struct isa_form *form, unsigned field)
{
	return form->own[field] | form->fixed[field] ||
	       (form->pred != ISA_PRED_NONE &&
		(field == TPC_F_PRED || field == TPC_F_POL));
}

static int put_shared(struct image *im, const struct tpc_isa *isa,
		      const struct tpc_bundle *bundle, const struct tpc_op *op,
		      unsigned slot, const struct isa_layout_field *lf)
{
	const struct isa_form *form = isa_form(isa, op->form);
	uint32_t mask;

	if (form->flags & ISA_FORM_YIELDS &&
	    yields(isa, bundle, slot, lf->field))
		return 0;
	mask = claimed(isa, op, slot, lf);
	if (mask && put_bits(im, lf->lo, mask, op->raw[lf->field]))
		return conflict(im, isa, bundle, slot, lf);
	return 0;
}

static int put_op(struct image *im, const struct tpc_isa *isa,
		  const struct tpc_bundle *bundle, unsigned slot)
{
	const struct tpc_op *op =
		&bundle->op[slot == ISA_LOOP ? TPC_SLOT_SPU : slot];
	const struct isa_form *form = isa_form(isa, op->form);
	const struct isa_layout_slot *layout = &im->layout[slot];
	const struct isa_layout_field *lf = layout->fields;
	const struct isa_layout_field *end = lf + layout->num_fields;
	const uint32_t *own = form->own, *fixed = form->fixed;
	int err = 0;

	/* The opcode is the first field and never shared. */
	set_bits(im, lf, form->pub.opcode);
	if (is_plain_nop(isa, op, slot))
		return 0;
	while (!err && ++lf < end) {
		uint32_t raw = op->raw[lf->field];

		if ((raw ^ fixed[lf->field]) & ~own[lf->field])
			err = wrong_value(im, op, form, raw);
		else if (lf->shared && may_claim(form, lf->field))
			err = put_shared(im, isa, bundle, op, slot, lf);
		else if (lf->shared)
			continue;
		else if (raw)
			set_bits(im, lf, raw);
	}
	return err;
}

static int check_op(struct image *im, const struct tpc_isa *isa,
		    const struct tpc_op *op, unsigned slot)
{
	const struct isa_form *form;

	if (op->form >= isa->num_forms)
		return fail(im, "slot %s has a form that does not exist",
			    tpc_slot_name(slot));
	form = isa_form(isa, op->form);
	if (form->pub.slot != slot)
		return fail(im, "%s does not belong into slot %s",
			    form->pub.name, tpc_slot_name(slot));
	return 0;
}

static bool is_loop(const struct tpc_isa *isa, const struct tpc_op *op)
{
	return isa_form(isa, op->form)->flags & ISA_FORM_LOOP;
}

static int put_loop(struct image *im, const struct tpc_isa *isa,
		    const struct tpc_bundle *bundle)
{
	unsigned slot;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
		if (slot != TPC_SLOT_SPU &&
		    bundle->op[slot].form != isa->nop[slot])
			return fail(im,
				    "loop fills a bundle, %s cannot stand "
				    "beside it",
				    op_name(&bundle->op[slot]));
	return put_op(im, isa, bundle, ISA_LOOP);
}

/* A value that is repeated in an immediate nobody uses. */
static void put_weak(struct image *im, const struct tpc_isa *isa,
		     const struct tpc_op *op, unsigned slot)
{
	const struct isa_layout_slot *layout = &im->layout[slot];
	const struct isa_form *form = isa_form(isa, op->form);
	unsigned i;

	if (!(form->flags & ISA_FORM_WEAK_IMM))
		return;
	for (i = 0; i < layout->num_fields; i++)
		if (layout->fields[i].field == TPC_F_IMM)
			put_bits(im, layout->fields[i].lo, UINT32_MAX,
				 isa_weak_imm(form, op->raw));
}

static int put_bundle(struct image *im, const struct tpc_isa *isa,
		      const struct tpc_bundle *bundle)
{
	unsigned slot;
	int err;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++) {
		err = put_op(im, isa, bundle, slot);
		if (err)
			return err;
	}
	for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
		put_weak(im, isa, &bundle->op[slot], slot);
	return 0;
}

/* Whether two operations use source fields that are the same bits. */
static bool shares_sources(const struct tpc_isa *isa,
			   const struct tpc_bundle *bundle)
{
	const struct isa_pair *pair = isa->pairs;
	const struct isa_form *a, *b;
	unsigned i;

	for (i = 0; i < isa->num_pairs; i++, pair++) {
		a = isa_form(isa, bundle->op[pair->slot].form);
		b = isa_form(isa, bundle->op[pair->other].form);
		if (a->own[pair->field] &&
		    (b->own[pair->other_field] | b->fixed[pair->other_field]))
			return true;
	}
	return false;
}

/*
 * Operations that share bits may agree in those they own and still turn into
 * others: a bit that one needs to be zero is set by the other.
 */
static int check_meaning(const struct image *im, const struct tpc_isa *isa,
			 const struct tpc_bundle *bundle, const uint8_t *bytes)
{
	struct tpc_bundle back;
	unsigned slot;

	if (!tpc_decode(isa, bytes, &back, NULL, 0)) {
		for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
			if (back.op[slot].form != bundle->op[slot].form ||
			    memcmp(back.op[slot].raw, bundle->op[slot].raw,
				   sizeof(back.op[slot].raw)))
				break;
		if (slot == TPC_NUM_SLOTS)
			return 0;
	}
	return fail(im,
		    "%s cannot stand beside %s and %s: they use the same "
		    "bits",
		    op_name(&bundle->op[TPC_SLOT_VPU]),
		    op_name(&bundle->op[TPC_SLOT_LOAD]),
		    op_name(&bundle->op[TPC_SLOT_STORE]));
}

static int check_ops(struct image *im, const struct tpc_isa *isa,
		     const struct tpc_bundle *bundle)
{
	unsigned slot;
	int err;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++) {
		err = check_op(im, isa, &bundle->op[slot], slot);
		if (err)
			return err;
	}
	return 0;
}

int tpc_encode(const struct tpc_isa *isa, const struct tpc_bundle *bundle,
	       uint8_t *bytes, char *why, size_t why_size)
{
	struct image im = {
		.why = why, .why_size = why_size, .layout = isa->layout};
	uint8_t made[TPC_BUNDLE_BYTES];
	unsigned i;
	int err;

	err = check_ops(&im, isa, bundle);
	if (err)
		return err;
	err = is_loop(isa, &bundle->op[TPC_SLOT_SPU])
		      ? put_loop(&im, isa, bundle)
		      : put_bundle(&im, isa, bundle);
	if (err)
		return err;
	for (i = 0; i < 4; i++) {
		uint64_t le = htole64(im.bits[i]);

		memcpy(made + 8 * i, &le, sizeof(le));
	}
	if (shares_sources(isa, bundle)) {
		err = check_meaning(&im, isa, bundle, made);
		if (err)
			return err;
	}
	memcpy(bytes, made, sizeof(made));
	return 0;
}

/* Whether a slot of a compressed bundle has all fields that a form uses. */
static bool has_fields(const struct isa_layout_slot *layout,
		       const struct isa_form *form)
{
	unsigned field, i;

	for (field = TPC_F_OPCODE + 1; field < TPC_NUM_FIELDS; field++) {
		if (!(form->own[field] | form->fixed[field]))
			continue;
		for (i = 0; i < layout->num_fields; i++)
			if (layout->fields[i].field == field)
				break;
		if (i == layout->num_fields)
			return false;
	}
	return true;
}

static bool fits(const struct tpc_isa *isa, const struct isa_half *half,
		 const struct tpc_bundle *bundle)
{
	const struct isa_form *form;
	unsigned slot;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++) {
		form = isa_form(isa, bundle->op[slot].form);
		if (half->layout[slot].num_fields
			    ? !has_fields(&half->layout[slot], form)
			    : bundle->op[slot].form != isa->nop[slot])
			return false;
	}
	return !is_loop(isa, &bundle->op[TPC_SLOT_SPU]);
}

const struct isa_half *isa_half_of(const struct tpc_isa *isa,
				   const struct tpc_bundle *bundle)
{
	unsigned i;

	for (i = 0; i < isa->num_halves; i++)
		if (fits(isa, &isa->halves[i], bundle))
			return &isa->halves[i];
	return NULL;
}

bool tpc_fits_half(const struct tpc_isa *isa, const struct tpc_bundle *bundle)
{
	return isa_half_of(isa, bundle);
}

bool tpc_ends_block(const struct tpc_isa *isa, const struct tpc_bundle *bundle)
{
	unsigned slot;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
		if (isa_form(isa, bundle->op[slot].form)->flags &
		    ISA_FORM_TERMINATOR)
			return true;
	return false;
}

static int put_half(struct image *im, const struct tpc_isa *isa,
		    const struct tpc_bundle *bundle)
{
	unsigned slot;
	int err;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++) {
		if (!im->layout[slot].num_fields)
			continue;
		err = put_op(im, isa, bundle, slot);
		if (err)
			return err;
	}
	for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
		if (im->layout[slot].num_fields)
			put_weak(im, isa, &bundle->op[slot], slot);
	return 0;
}

int tpc_encode_half(const struct tpc_isa *isa, const struct tpc_bundle *bundle,
		    uint8_t *bytes, char *why, size_t why_size)
{
	struct image im = {.why = why, .why_size = why_size};
	const struct isa_half *half;
	unsigned i;
	int err;

	err = check_ops(&im, isa, bundle);
	if (err)
		return err;
	half = isa_half_of(isa, bundle);
	if (!half)
		return fail(&im, "this bundle has no compressed form: it has "
				 "one with operations in SPU and VPU or in "
				 "LOAD and STORE only, and without a third "
				 "source in the VPU");
	im.layout = half->layout;
	err = put_half(&im, isa, bundle);
	if (err)
		return err;
	for (i = 0; i < 2; i++) {
		uint64_t le = htole64(im.bits[i] | half->value[i]);

		memcpy(bytes + 8 * i, &le, sizeof(le));
	}
	return 0;
}
