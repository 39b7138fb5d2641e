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

static void load_words(const uint8_t *bytes, uint64_t *w)
{
	unsigned i;

	for (i = 0; i < 4; i++) {
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
	tpc_bundle_init(isa, bundle);
	if (isa_match_raw(isa, ISA_LOOP, raw, NULL, &bundle->op[TPC_SLOT_SPU]) <
	    0)
		return no_form(isa, ISA_LOOP, raw, why);
	if (raw[TPC_F_LOOP_END] % TPC_BUNDLE_BYTES)
		return fail(why, "LOOP: the end 0x%x is inside a bundle",
			    raw[TPC_F_LOOP_END]);
	return 0;
}

/* Which field of the other slots holds the VPU's SrcC and SrcD. */
static void free_bits(const struct isa_form *vpu, uint32_t *load,
		      uint32_t *store)
{
	memset(load, 0, TPC_NUM_FIELDS * sizeof(*load));
	memset(store, 0, TPC_NUM_FIELDS * sizeof(*store));
	load[TPC_F_SRCB] = vpu->own[TPC_F_SRCD];
	store[TPC_F_SRCC] = vpu->own[TPC_F_SRCC];
}

/*
 * Whether the flags that the VPU operation has in SrcD read as zero, because
 * LOAD fills the field with an operand.
 */
static bool yields(const struct tpc_isa *isa, const struct tpc_bundle *bundle)
{
	const struct isa_form *vpu =
		isa_form(isa, bundle->op[TPC_SLOT_VPU].form);
	const struct isa_form *load =
		isa_form(isa, bundle->op[TPC_SLOT_LOAD].form);

	return vpu->flags & ISA_FORM_YIELDS && load->opnd_own[TPC_F_SRCB];
}

/*
 * Bits of shared fields that nobody uses must be zero. The immediate may repeat
 * the value of an operation with a weak immediate.
 */
static int check_shared(const struct tpc_isa *isa, struct tpc_bundle *bundle,
			const struct why *why)
{
	uint32_t used[TPC_NUM_SLOTS][TPC_NUM_FIELDS];
	const struct isa_form *form[TPC_NUM_SLOTS];
	uint32_t c, d, imm, weak = 0;
	bool pred;
	unsigned i, f;

	for (i = 0; i < TPC_NUM_SLOTS; i++) {
		form[i] = isa_form(isa, bundle->op[i].form);
		for (f = 0; f < TPC_NUM_FIELDS; f++)
			used[i][f] = form[i]->own[f] | form[i]->fixed[f];
		if (form[i]->flags & ISA_FORM_WEAK_IMM)
			weak = bundle->op[i].raw[TPC_F_SRCB];
	}
	c = used[TPC_SLOT_VPU][TPC_F_SRCC] | used[TPC_SLOT_STORE][TPC_F_SRCC];
	d = used[TPC_SLOT_LOAD][TPC_F_SRCB];
	if (!yields(isa, bundle))
		d |= used[TPC_SLOT_VPU][TPC_F_SRCD];
	if (bundle->op[TPC_SLOT_STORE].raw[TPC_F_SRCC] & ~c)
		return fail(why, "a bit of VPU SrcC / STORE SrcC is set "
				 "though no operation uses it");
	if (bundle->op[TPC_SLOT_LOAD].raw[TPC_F_SRCB] & ~d)
		return fail(why, "a bit of VPU SrcD / LOAD SrcB is set though "
				 "no operation uses it");
	pred = form[TPC_SLOT_LOAD]->pred || form[TPC_SLOT_STORE]->pred;
	if (!pred && (bundle->op[TPC_SLOT_LOAD].raw[TPC_F_PRED] ||
		      bundle->op[TPC_SLOT_LOAD].raw[TPC_F_POL]))
		return fail(why, "LOAD and STORE have a predicate though both "
				 "are nop");
	imm = used[0][TPC_F_IMM] | used[1][TPC_F_IMM] | used[2][TPC_F_IMM] |
	      used[3][TPC_F_IMM];
	if (!imm && bundle->op[0].raw[TPC_F_IMM] != weak)
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
}

static int decode_slots(const struct tpc_isa *isa, const uint64_t *w,
			struct tpc_bundle *bundle, const struct why *why)
{
	static const uint8_t order[] = {TPC_SLOT_SPU, TPC_SLOT_VPU,
					TPC_SLOT_LOAD, TPC_SLOT_STORE};
	uint32_t raw[TPC_NUM_FIELDS], load[TPC_NUM_FIELDS],
		store[TPC_NUM_FIELDS];
	const struct isa_form *vpu;
	unsigned i, slot;

	for (i = 0; i < TPC_NUM_SLOTS; i++) {
		const uint32_t *taken = NULL;

		slot = order[i];
		get_fields(&isa->layout[slot], w, raw);
		if (slot == TPC_SLOT_LOAD) {
			vpu = isa_form(isa, bundle->op[TPC_SLOT_VPU].form);
			free_bits(vpu, load, store);
			taken = load;
		} else if (slot == TPC_SLOT_STORE) {
			taken = store;
		} else if (slot == TPC_SLOT_VPU) {
			/* What it does not own may be LOAD's or STORE's. */
			taken = isa->shared[slot];
		}
		if (isa_match_raw(isa, slot, raw, taken, &bundle->op[slot]) < 0)
			return no_form(isa, slot, raw, why);
	}
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

	load_words(bytes, w);
	memset(&made, 0, sizeof(made));
	if (get_bits(w, isa->layout[ISA_LOOP].fields[0].lo,
		     isa->layout[ISA_LOOP].fields[0].width) ==
	    isa->loop_opcode) {
		err = decode_loop(isa, w, &made, &why);
		if (err)
			return err;
		*bundle = made;
		return 0;
	}
	for (i = 0; i < 4; i++)
		if (w[i] & isa->unused[i])
			return fail(&why, "an unused bit of the bundle is set");
	err = decode_slots(isa, w, &made, &why);
	if (err)
		return err;
	err = check_shared(isa, &made, &why);
	if (err)
		return err;
	if (yields(isa, &made))
		made.op[TPC_SLOT_VPU].raw[TPC_F_SRCD] = 0;
	for (i = 0; i < TPC_NUM_SLOTS; i++)
		clear_unused(isa, &made.op[i]);
	*bundle = made;
	return 0;
}
