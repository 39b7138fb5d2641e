// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Look-ups in the instruction tables, and operations made of encoded fields.
 */
#include "isa_tables.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

int tpc_cpu_by_name(const char *name)
{
	unsigned i;

	for (i = 0; isa_cpu_aliases[i].name; i++)
		if (!strcasecmp(name, isa_cpu_aliases[i].name))
			return isa_cpu_aliases[i].cpu;
	return -EINVAL;
}

const char *tpc_cpu_name(enum tpc_cpu cpu)
{
	return (unsigned)cpu < isa_num_cpus ? isa_cpu_names[cpu] : NULL;
}

unsigned tpc_cpu_march(enum tpc_cpu cpu)
{
	return (unsigned)cpu < isa_num_cpus ? isa_cpu_marches[cpu] : 0;
}

int tpc_cpu_by_march(unsigned march)
{
	unsigned i;

	for (i = 0; i < isa_num_cpus; i++)
		if (isa_cpus[i] && isa_cpu_marches[i] == march)
			return i;
	return -EINVAL;
}

const struct tpc_isa *tpc_isa_get(enum tpc_cpu cpu)
{
	return (unsigned)cpu < isa_num_cpus ? isa_cpus[cpu] : NULL;
}

const struct tpc_form *tpc_isa_form(const struct tpc_isa *isa, unsigned form)
{
	return form < isa->num_forms ? &isa->forms[form].pub : NULL;
}

unsigned tpc_isa_num_forms(const struct tpc_isa *isa)
{
	return isa->num_forms;
}

const char *tpc_mnemonic_name(enum tpc_mnemonic mnemonic)
{
	return (unsigned)mnemonic < isa_num_mnemonics
		       ? isa_mnemonic_names[mnemonic]
		       : NULL;
}

const char *tpc_type_name(enum tpc_type type)
{
	return (unsigned)type < isa_num_types ? isa_types[type].name : NULL;
}

unsigned tpc_type_bits(enum tpc_type type)
{
	return (unsigned)type < isa_num_types ? isa_types[type].bits : 0;
}

const char *tpc_slot_name(enum tpc_slot slot)
{
	static const char *const names[] = {"LOAD", "SPU", "VPU", "STORE"};

	return (unsigned)slot < TPC_NUM_SLOTS ? names[slot] : NULL;
}

const char *tpc_file_prefix(enum tpc_file file)
{
	static const char *const names[TPC_NUM_FILES] = {
		[TPC_FILE_S] = "S",   [TPC_FILE_V] = "V", [TPC_FILE_SP] = "SP",
		[TPC_FILE_VP] = "VP", [TPC_FILE_I] = "I", [TPC_FILE_AD] = "AD",
		[TPC_FILE_Z] = "Z",   [TPC_FILE_D] = "D", [TPC_FILE_A] = "A",
	};

	if ((unsigned)file >= TPC_NUM_FILES || !names[file])
		return "";
	return names[file];
}

static const struct isa_form *form_of_op(const struct tpc_op *op)
{
	unsigned i;

	/* Any generation's tables do: forms are numbered over all of them. */
	for (i = 0; i < isa_num_cpus; i++)
		if (isa_cpus[i] && op->form < isa_cpus[i]->num_forms)
			return &isa_cpus[i]->forms[op->form];
	return NULL;
}

unsigned tpc_op_switch(const struct tpc_op *op, enum tpc_switch sw)
{
	const struct isa_form *form = form_of_op(op);
	const struct isa_switch *s;

	if (!form)
		return 0;
	s = isa_find_switch(form, sw, op->type, op->raw);
	if (!s || s->flags & ISA_SW_TEXTONLY)
		return 0;
	return op->raw[s->place.field] >> s->place.lo &
	       isa_mask(s->place.width);
}

/* Value of another group, for conditions: these never depend on each other. */
static unsigned plain_switch(const struct isa_form *form, unsigned group,
			     const uint32_t *raw)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++)
		if (s->group == group)
			return raw[s->place.field] >> s->place.lo &
			       isa_mask(s->place.width);
	return 0;
}

const struct isa_switch *isa_find_switch(const struct isa_form *form,
					 unsigned group, unsigned type,
					 const uint32_t *raw)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++) {
		if (s->group != group)
			continue;
		if (s->only_types && !(s->only_types >> type & 1))
			continue;
		if (s->when_group != ISA_NO_GROUP &&
		    plain_switch(form, s->when_group, raw) != s->when_value)
			continue;
		return s;
	}
	return NULL;
}

/* Z, D and A are named by the code of their first member. */
static bool is_group(unsigned files, struct isa_code code, uint8_t *file)
{
	if (code.file == TPC_FILE_S && files == 1u << TPC_FILE_Z) {
		*file = TPC_FILE_Z;
		return !(code.index % 2);
	}
	if (code.file != TPC_FILE_V)
		return false;
	if (files == 1u << TPC_FILE_D) {
		*file = TPC_FILE_D;
		return !(code.index % 2);
	}
	if (files == 1u << TPC_FILE_A) {
		*file = TPC_FILE_A;
		return !(code.index % 4);
	}
	return false;
}

static int reg_from_raw(const struct tpc_isa *isa, const struct isa_operand *o,
			unsigned slot, uint32_t code, struct tpc_operand *out)
{
	const struct isa_space *space =
		isa_space_of(isa, slot, o->place[0].field);
	struct isa_code reg;

	if (code >= space->num_codes)
		return -EILSEQ;
	reg = space->codes[code];
	out->file = reg.file;
	out->index = reg.index;
	if (!reg.file)
		return -EILSEQ;
	if (!(o->files >> reg.file & 1) && !is_group(o->files, reg, &out->file))
		return -EILSEQ;
	return 0;
}

static int operand_from_raw(const struct tpc_isa *isa,
			    const struct isa_operand *o, unsigned slot,
			    const uint32_t *raw, struct tpc_operand *out)
{
	const struct isa_place *p = &o->place[0];
	uint32_t value = 0, second;
	unsigned i;

	if (o->num_places)
		value = raw[p->field] >> p->lo & isa_mask(p->width);
	/* A second place repeats the lowest bits of the value. */
	for (i = 1; i < o->num_places; i++) {
		p = &o->place[i];
		second = raw[p->field] >> p->lo & isa_mask(p->width);
		if (second != (value & isa_mask(p->width)))
			return -EILSEQ;
	}
	out->file = TPC_FILE_IMM;
	out->index = 0;
	out->imm = value;
	switch (o->kind) {
	case ISA_KIND_REG:
		out->imm = 0;
		return reg_from_raw(isa, o, slot, value, out);
	case ISA_KIND_IMM32:
	case ISA_KIND_TARGET:
		if (value != isa_space_of(isa, slot, p->field)->imm_code)
			return -EILSEQ;
		out->imm = raw[TPC_F_IMM];
		return 0;
	case ISA_KIND_HW:
		if (value >= 64 || !(o->hw >> value & 1))
			return -EILSEQ;
		out->file = TPC_FILE_HW;
		out->index = value;
		out->imm = 0;
		return 0;
	case ISA_KIND_IMPLIED:
		out->file = isa_implied_file(o);
		out->index = o->index;
		out->imm = 0;
		return 0;
	case ISA_KIND_UIMM:
		return value <= o->max ? 0 : -EILSEQ;
	case ISA_KIND_LOOPCMP:
		return value < isa_num_loop_cmps ? 0 : -EILSEQ;
	case ISA_KIND_LOOPEND:
		return value % TPC_BUNDLE_BYTES ? -EILSEQ : 0;
	default:
		return 0;
	}
}

static int pred_from_raw(const struct tpc_isa *isa, const struct isa_form *form,
			 unsigned slot, const uint32_t *raw,
			 struct tpc_pred *pred)
{
	const struct isa_space *space = isa_space_of(isa, slot, TPC_F_PRED);
	uint32_t code = raw[TPC_F_PRED];

	*pred = (struct tpc_pred){.file = TPC_FILE_SP};
	if (form->pred == ISA_PRED_NONE)
		return 0;
	if (code >= space->num_codes || !space->codes[code].file)
		return -EILSEQ;
	pred->file = space->codes[code].file;
	pred->index = space->codes[code].index;
	pred->invert = raw[TPC_F_POL];
	return pred->file == TPC_FILE_SP || form->pred == ISA_PRED_ANY
		       ? 0
		       : -EILSEQ;
}

/* Values without a name do not exist where a switch has named ones. */
static int check_switches(const struct isa_form *form, const uint32_t *raw)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	uint32_t value;
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++) {
		if (!s->valid || s->flags & ISA_SW_TEXTONLY)
			continue;
		value = raw[s->place.field] >> s->place.lo &
			isa_mask(s->place.width);
		if (!(s->valid >> value & 1))
			return -EILSEQ;
	}
	return 0;
}

int isa_op_from_raw(const struct tpc_isa *isa, unsigned form_index,
		    unsigned slot, const uint32_t *raw, struct tpc_op *op)
{
	const struct isa_form *form = isa_form(isa, form_index);
	const struct isa_place *type = &form->type;
	unsigned i;

	op->type = TPC_TYPE_NONE;
	if (type->width) {
		op->type = raw[type->field] >> type->lo & isa_mask(4);
		if (!(form->pub.types >> op->type & 1))
			return -EILSEQ;
	}
	if (pred_from_raw(isa, form, slot, raw, &op->pred) ||
	    check_switches(form, raw))
		return -EILSEQ;
	for (i = 0; i < form->pub.nopnds; i++) {
		if (operand_from_raw(isa, &form->opnd[i], slot, raw,
				     &op->opnd[i]))
			return -EILSEQ;
		op->opnd[i].field = form->pub.opnd[i].field;
		op->opnd[i].flags = form->pub.opnd[i].flags;
	}
	op->form = form_index;
	op->mnemonic = form->pub.mnemonic;
	op->slot = form->pub.slot;
	op->nopnds = form->pub.nopnds;
	memcpy(op->raw, raw, sizeof(op->raw));
	op->raw[TPC_F_OPCODE] = form->pub.opcode;
	return 0;
}

static bool bits_match(const struct tpc_isa *isa, const struct isa_form *form,
		       unsigned slot, const uint32_t *raw,
		       const uint32_t *free_bits)
{
	uint32_t used, other;
	unsigned f;

	for (f = TPC_F_OPCODE + 1; f < TPC_NUM_FIELDS; f++) {
		used = form->own[f] | form->fixed[f];
		if ((raw[f] & ~form->own[f] & form->fixed[f]) != form->fixed[f])
			return false;
		other = raw[f] & ~used;
		if (!other)
			continue;
		/* The predicate is shared, but never read in parts. */
		if ((f == TPC_F_PRED || f == TPC_F_POL) &&
		    form->pred != ISA_PRED_NONE)
			return false;
		/* A field that the form does not use may be another slot's. */
		if (!used)
			other &= ~isa->shared[slot][f];
		else if (free_bits)
			other &= ~free_bits[f];
		if (other)
			return false;
	}
	return true;
}

int isa_match_raw(const struct tpc_isa *isa, unsigned slot, const uint32_t *raw,
		  const uint32_t *free_bits, struct tpc_op *op)
{
	const struct isa_op_forms *forms;
	const uint16_t *index;
	unsigned i;

	if (raw[TPC_F_OPCODE] >= isa->num_opcodes[slot])
		return -EILSEQ;
	forms = &isa->op_forms[slot][raw[TPC_F_OPCODE]];
	index = &isa->decode_forms[forms->first];
	for (i = 0; i < forms->num; i++, index++) {
		if (!bits_match(isa, isa_form(isa, *index), slot, raw,
				free_bits))
			continue;
		if (!isa_op_from_raw(isa, *index, slot, raw, op))
			return *index;
	}
	return -EILSEQ;
}

int tpc_op_set_raw(const struct tpc_isa *isa, unsigned form,
		   const uint32_t *raw, struct tpc_op *op)
{
	const struct isa_form *f;
	struct tpc_op made;
	unsigned slot;

	if (form >= isa->num_forms)
		return -EINVAL;
	f = isa_form(isa, form);
	slot = f->flags & ISA_FORM_LOOP ? ISA_LOOP : f->pub.slot;
	if (!bits_match(isa, f, slot, raw, NULL) ||
	    isa_op_from_raw(isa, form, slot, raw, &made))
		return -EINVAL;
	*op = made;
	return 0;
}

void tpc_bundle_init(const struct tpc_isa *isa, struct tpc_bundle *bundle)
{
	*bundle = *isa->nops;
}
