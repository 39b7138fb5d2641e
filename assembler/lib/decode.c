// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Bytes to a bundle. The fields of each slot are cut out by the generation's
 * layout; then a form is sought that explains all of their bits.
 */
#include "isa_tables.h"

#include <endian.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct why {
	char *text;
	size_t size;
};

static int __attribute__((format(printf, 2, 3))) fail(const struct why *why,
						      const char *fmt, ...)
{
	va_list args;

	if (why->text && why->size) {
		va_start(args, fmt);
		vsnprintf(why->text, why->size, fmt, args);
		va_end(args);
	}
	return -EILSEQ;
}

static void load_words(const uint8_t *bytes, uint64_t *w, unsigned count)
{
	unsigned i;

	for (i = 0; i < count; i++) {
		memcpy(&w[i], bytes + 8 * i, sizeof(w[i]));
		w[i] = le64toh(w[i]);
	}
}

static uint32_t get_bits(const uint64_t *w, unsigned lo, unsigned width)
{
	unsigned word = lo / 64, bit = lo % 64;
	uint64_t v = w[word] >> bit;

	if (bit + width > 64)
		v |= w[word + 1] << (64 - bit);
	return v & isa_mask(width);
}

static void get_fields(const struct isa_layout_slot *layout, const uint64_t *w,
		       uint32_t *raw)
{
	unsigned i;

	memset(raw, 0, TPC_NUM_FIELDS * sizeof(*raw));
	for (i = 0; i < layout->num_fields; i++)
		raw[layout->fields[i].field] = get_bits(
			w, layout->fields[i].lo, layout->fields[i].width);
}

static const char *slot_name(unsigned slot)
{
	return slot == ISA_LOOP ? "LOOP" : tpc_slot_name(slot);
}

/* Says what is wrong with fields that no form explains. */
static int no_form(const struct tpc_isa *isa, unsigned slot,
		   const uint32_t *raw, const struct why *why)
{
	unsigned opcode = raw[TPC_F_OPCODE];
	const struct isa_op_forms *forms = &isa->op_forms[slot][opcode];
	const struct isa_form *form;

	if (!forms->num)
		return fail(why, "%s slot: opcode 0x%02x is unknown",
			    slot_name(slot), opcode);
	form = isa_form(isa, isa->decode_forms[forms->first]);
	return fail(why,
		    "%s slot: no form of %s has these operand codes, type or "
		    "switches",
		    slot_name(slot), tpc_mnemonic_name(form->pub.mnemonic));
}

static int decode_loop(const struct tpc_isa *isa, const uint64_t *w,
		       struct tpc_bundle *bundle, const struct why *why)
{
	uint32_t raw[TPC_NUM_FIELDS];
	unsigned i;

	for (i = 0; i < 4; i++)
		if (w[i] & isa->loop_unused[i])
			return fail(why, "LOOP: an unused bit is set");
	get_fields(&isa->layout[ISA_LOOP], w, raw);
	if (raw[TPC_F_LOOP_END] % TPC_BUNDLE_BYTES)
		return fail(why, "LOOP: the end 0x%x is inside a bundle",
			    raw[TPC_F_LOOP_END]);
	tpc_bundle_init(isa, bundle);
	if (isa_match_raw(isa, ISA_LOOP, raw, NULL, &bundle->op[TPC_SLOT_SPU]) <
	    0)
		return no_form(isa, ISA_LOOP, raw, why);
	return 0;
}

/* Bits that are set by operations that were decoded before. */
static void free_bits(const struct tpc_isa *isa,
		      const struct tpc_bundle *bundle, unsigned slot,
		      uint32_t *bits)
{
	const struct isa_pair *pair = isa->pairs;
	unsigned i;

	memset(bits, 0, TPC_NUM_FIELDS * sizeof(*bits));
	for (i = 0; i < isa->num_pairs; i++, pair++) {
		const struct tpc_op *op = &bundle->op[pair->slot];

		if (pair->other == slot)
			bits[pair->other_field] |=
				isa_form(isa, op->form)->own[pair->field];
		/* What a slot does not own may be a later slot's. */
		if (pair->slot == slot)
			bits[pair->field] |= isa->shared[slot][pair->field];
	}
}

/*
 * Bits of shared fields that nobody uses must be zero. The immediate may repeat
 * the value of an operation with a weak immediate.
 */
static int check_shared(const struct tpc_isa *isa, struct tpc_bundle *bundle,
			const struct why *why)
{
	const struct isa_form *form[TPC_NUM_SLOTS];
	const struct isa_pair *pair = isa->pairs;
	const struct tpc_op *load = &bundle->op[TPC_SLOT_LOAD];
	uint32_t used, imm = 0, weak = 0, value = 0;
	unsigned i;

	for (i = 0; i < TPC_NUM_SLOTS; i++) {
		form[i] = isa_form(isa, bundle->op[i].form);
		imm |= isa_uses_imm(isa, form[i], i, bundle->op[i].raw);
		/* half a bundle has it in the slots that it has */
		value |= bundle->op[i].raw[TPC_F_IMM];
		if (form[i]->flags & ISA_FORM_WEAK_IMM)
			weak = isa_weak_imm(form[i], bundle->op[i].raw);
	}
	for (i = 0; i < isa->num_pairs; i++, pair++) {
		used = form[pair->other]->own[pair->other_field] |
		       form[pair->other]->fixed[pair->other_field];
		if (!isa_pair_yields(isa, bundle, pair))
			used |= form[pair->slot]->own[pair->field] |
				form[pair->slot]->fixed[pair->field];
		if (bundle->op[pair->slot].raw[pair->field] & ~used)
			return fail(why,
				    "a source bit that %s and %s share is set "
				    "though neither uses it",
				    tpc_slot_name(pair->slot),
				    tpc_slot_name(pair->other));
	}
	if (!form[TPC_SLOT_LOAD]->pred && !form[TPC_SLOT_STORE]->pred &&
	    (load->raw[TPC_F_PRED] || load->raw[TPC_F_POL]))
		return fail(why, "LOAD and STORE have a predicate though both "
				 "are nop");
	if (!imm && value != weak)
		return fail(why, "the immediate is set though no operation "
				 "uses it");
	return 0;
}

/* Fields that a form does not use are not its own: they read as zero. */
static void clear_unused(const struct tpc_isa *isa, struct tpc_op *op)
{
	const struct isa_form *form = isa_form(isa, op->form);
	unsigned f;

	for (f = TPC_F_OPCODE + 1; f < TPC_NUM_FIELDS; f++)
		op->raw[f] &= form->own[f] | form->fixed[f];
	if (!isa_uses_imm(isa, form, op->slot, op->raw))
		op->raw[TPC_F_IMM] = 0;
}

static int decode_slots(const struct tpc_isa *isa,
			const struct isa_layout_slot *layout, const uint64_t *w,
			struct tpc_bundle *bundle, const struct why *why)
{
	/* The VPU decides how the bits that it shares are read. */
	static const uint8_t order[] = {TPC_SLOT_SPU, TPC_SLOT_VPU,
					TPC_SLOT_LOAD, TPC_SLOT_STORE};
	uint32_t raw[TPC_NUM_FIELDS], taken[TPC_NUM_FIELDS];
	unsigned i, slot;

	for (i = 0; i < TPC_NUM_SLOTS; i++) {
		slot = order[i];
		if (!layout[slot].num_fields) {
			bundle->op[slot] = isa->nops->op[slot];
			continue;
		}
		get_fields(&layout[slot], w, raw);
		free_bits(isa, bundle, slot, taken);
		if (isa_match_raw(isa, slot, raw, taken, &bundle->op[slot]) < 0)
			return no_form(isa, slot, raw, why);
	}
	return 0;
}

/* Switches in a field that another slot fills with an operand read as zero. */
static void yield(const struct tpc_isa *isa, struct tpc_bundle *bundle)
{
	const struct isa_pair *pair = isa->pairs;
	unsigned i;

	for (i = 0; i < isa->num_pairs; i++, pair++)
		if (isa_pair_yields(isa, bundle, pair))
			bundle->op[pair->slot].raw[pair->field] = 0;
}

static bool is_loop(const struct tpc_isa *isa, const uint64_t *w)
{
	const struct isa_layout_field *at = &isa->layout[ISA_LOOP].fields[0];

	return get_bits(w, at->lo, at->width) == isa->loop_opcode;
}

/* A bundle without LOOP, by the layout of its slots. */
static int decode_plain(const struct tpc_isa *isa,
			const struct isa_layout_slot *layout, const uint64_t *w,
			struct tpc_bundle *bundle, const struct why *why)
{
	struct tpc_bundle made;
	unsigned i;
	int err;

	memset(&made, 0, sizeof(made));
	err = decode_slots(isa, layout, w, &made, why);
	if (err)
		return err;
	err = check_shared(isa, &made, why);
	if (err)
		return err;
	yield(isa, &made);
	for (i = 0; i < TPC_NUM_SLOTS; i++)
		clear_unused(isa, &made.op[i]);
	*bundle = made;
	return 0;
}

int tpc_decode(const struct tpc_isa *isa, const uint8_t *bytes,
	       struct tpc_bundle *bundle, char *why_text, size_t why_size)
{
	const struct why why = {why_text, why_size};
	struct tpc_bundle made;
	uint64_t w[4];
	unsigned i;
	int err;

	if (tpc_is_half(isa, bytes))
		return fail(&why, "these are compressed bundles");
	load_words(bytes, w, 4);
	if (is_loop(isa, w)) {
		memset(&made, 0, sizeof(made));
		err = decode_loop(isa, w, &made, &why);
		if (err)
			return err;
		*bundle = made;
		return 0;
	}
	for (i = 0; i < 4; i++)
		if (w[i] & isa->unused[i])
			return fail(&why, "an unused bit of the bundle is set");
	return decode_plain(isa, isa->layout, w, bundle, &why);
}

bool tpc_has_halves(const struct tpc_isa *isa)
{
	return isa->num_halves;
}

static const struct isa_half *find_half(const struct tpc_isa *isa,
					const uint64_t *w)
{
	const struct isa_half *half = isa->halves;
	unsigned i;

	for (i = 0; i < isa->num_halves; i++, half++)
		if ((w[0] & half->mask[0]) == half->value[0] &&
		    (w[1] & half->mask[1]) == half->value[1])
			return half;
	return NULL;
}

bool tpc_is_half(const struct tpc_isa *isa, const uint8_t *bytes)
{
	uint64_t w[2];

	if (!isa->num_halves)
		return false;
	load_words(bytes, w, 2);
	return find_half(isa, w);
}

int tpc_decode_half(const struct tpc_isa *isa, const uint8_t *bytes,
		    struct tpc_bundle *bundle, char *why_text, size_t why_size)
{
	const struct why why = {why_text, why_size};
	const struct isa_half *half, *other;
	struct tpc_bundle made;
	uint64_t w[2];
	int err;

	load_words(bytes, w, 2);
	half = find_half(isa, w);
	if (!half)
		return fail(&why, "this is no compressed bundle");
	if (w[0] & half->unused[0] || w[1] & half->unused[1])
		return fail(&why, "an unused bit of the compressed bundle is "
				  "set");
	err = decode_plain(isa, half->layout, w, &made, &why);
	if (err)
		return err;
	/* Text would give other bytes, or none. */
	other = isa_half_of(isa, &made);
	if (!other)
		return fail(&why, "an operation has a source that compressed "
				  "bundles have no place for");
	if (other != half)
		return fail(&why, "this compressed bundle is empty, but not of "
				  "the kind that empty ones are");
	*bundle = made;
	return 0;
}

static bool has_target(const struct tpc_isa *isa, unsigned form)
{
	const struct tpc_form *f = tpc_isa_form(isa, form);
	unsigned i;

	for (i = 0; i < f->nopnds; i++)
		if (f->opnd[i].flags & TPC_OPND_LABEL)
			return true;
	return false;
}

/* Whether forms of the SPU's opcode have a target. */
static bool spu_may_jump(const struct tpc_isa *isa,
			 const struct isa_layout_slot *layout,
			 const uint64_t *w)
{
	const struct isa_layout_slot *spu = &layout[TPC_SLOT_SPU];
	const struct isa_op_forms *forms;
	uint32_t opcode;
	unsigned i;

	if (!spu->num_fields)
		return false;
	opcode = get_bits(w, spu->fields[0].lo, spu->fields[0].width);
	if (opcode >= isa->num_opcodes[TPC_SLOT_SPU])
		return false;
	forms = &isa->op_forms[TPC_SLOT_SPU][opcode];
	for (i = 0; i < forms->num; i++)
		if (has_target(isa, isa->decode_forms[forms->first + i]))
			return true;
	return false;
}

bool tpc_may_jump(const struct tpc_isa *isa, const uint8_t *bytes)
{
	const struct isa_half *half;
	uint64_t w[4];
	unsigned i;

	load_words(bytes, w, 4);
	if (!find_half(isa, w))
		return is_loop(isa, w) || spu_may_jump(isa, isa->layout, w);
	for (i = 0; i < 4; i += 2) {
		half = find_half(isa, w + i);
		if (half && spu_may_jump(isa, half->layout, w + i))
			return true;
	}
	return false;
}
