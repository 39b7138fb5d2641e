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

/* The short immediate of a code, -1 if it is none. */
static int short_value(const struct isa_space *space, uint32_t code,
		       bool is_signed)
{
	const struct isa_short *s = space->shorts;
	unsigned i;

	for (i = 0; i < space->num_shorts; i++, s++)
		if (code >= s->base && code < s->base + s->count &&
		    (s->is_signed || !is_signed))
			return s->first + (code - s->base);
	return -1;
}

uint32_t isa_imm_code(const struct isa_space *space, uint32_t value,
		      bool is_signed)
{
	const struct isa_short *s = space->shorts;
	unsigned i;

	for (i = 0; i < space->num_shorts; i++, s++)
		if (value >= s->first && value < s->first + s->count &&
		    (s->is_signed || !is_signed))
			return s->base + (value - s->first);
	return space->imm_code;
}

bool isa_uses_imm(const struct tpc_isa *isa, const struct isa_form *form,
		  unsigned slot, const uint32_t *raw)
{
	const struct isa_operand *o = form->opnd;
	unsigned i;

	if (!form->own[TPC_F_IMM])
		return false;
	for (i = 0; i < form->pub.nopnds; i++, o++) {
		if (o->kind != ISA_KIND_IMM32 && o->kind != ISA_KIND_SAMEIMM &&
		    o->kind != ISA_KIND_TARGET)
			continue;
		if (raw[o->place[0].field] !=
		    isa_space_of(isa, slot, o->place[0].field)->imm_code)
			continue;
		return true;
	}
	/* What is no immediate with a code is in IMM as a whole. */
	for (i = 0, o = form->opnd; i < form->pub.nopnds; i++, o++)
		if (o->kind == ISA_KIND_MASK32)
			return true;
	return false;
}

/* An immediate that has a short code is not put into IMM, but for distances. */
static int imm_from_raw(const struct isa_space *space,
			const struct isa_operand *o, bool is_signed,
			uint32_t code, uint32_t imm, struct tpc_operand *out)
{
	int value;

	out->imm = imm;
	if (code == space->imm_code)
		return o->kind != ISA_KIND_TARGET &&
				       isa_imm_code(space, imm, is_signed) !=
					       code
			       ? -EILSEQ
			       : 0;
	value = short_value(space, code, is_signed);
	if (value < 0 || o->kind == ISA_KIND_TARGET)
		return -EILSEQ;
	out->imm = (uint32_t)value;
	out->flags &= ~TPC_OPND_IMM32;
	return 0;
}

static int operand_from_raw(const struct tpc_isa *isa,
			    const struct isa_operand *o, unsigned slot,
			    const uint32_t *raw, bool is_signed,
			    struct tpc_operand *out)
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
	case ISA_KIND_SAMEIMM:
	case ISA_KIND_TARGET:
		return imm_from_raw(isa_space_of(isa, slot, p->field), o,
				    is_signed, value, raw[TPC_F_IMM], out);
	case ISA_KIND_HW:
		value += o->index;
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

static bool has_type(const struct isa_switch *s, unsigned type)
{
	return !s->only_types || (type < 32 && s->only_types >> type & 1);
}

/* Whether switches that this data type has take all of these bits. */
static bool are_read(const struct isa_form *form, unsigned type, unsigned field,
		     uint32_t bits)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++)
		if (s->place.field == field && has_type(s, type) &&
		    !(s->flags & ISA_SW_TEXTONLY))
			bits &= ~(isa_mask(s->place.width) << s->place.lo);
	return !bits;
}

/*
 * Values without a name do not exist where a switch has named ones. Bits of
 * switches that the data type does not have are zero.
 */
static int check_switches(const struct isa_form *form, unsigned type,
			  const uint32_t *raw)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	uint32_t value;
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++) {
		if (s->flags & ISA_SW_TEXTONLY)
			continue;
		value = raw[s->place.field] >> s->place.lo &
			isa_mask(s->place.width);
		if (!has_type(s, type)) {
			if (value && !are_read(form, type, s->place.field,
					       value << s->place.lo))
				return -EILSEQ;
		} else if (s->valid && !(s->valid >> value & 1)) {
			return -EILSEQ;
		}
	}
	return 0;
}

int isa_op_from_raw(const struct tpc_isa *isa, unsigned form_index,
		    unsigned slot, const uint32_t *raw, struct tpc_op *op)
{
	const struct isa_form *form = isa_form(isa, form_index);
	const struct isa_place *type = &form->type;
	bool is_signed;
	unsigned i;

	op->type = TPC_TYPE_NONE;
	if (type->width) {
		op->type = raw[type->field] >> type->lo & isa_mask(4);
		if (!(form->pub.types >> op->type & 1))
			return -EILSEQ;
	}
	if (pred_from_raw(isa, form, slot, raw, &op->pred) ||
	    check_switches(form, op->type, raw))
		return -EILSEQ;
	is_signed = isa_imm_is_signed(form, op->type);
	for (i = 0; i < form->pub.nopnds; i++) {
		op->opnd[i].field = form->pub.opnd[i].field;
		op->opnd[i].flags = form->pub.opnd[i].flags;
		if (operand_from_raw(isa, &form->opnd[i], slot, raw, is_signed,
				     &op->opnd[i]))
			return -EILSEQ;
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

uint32_t isa_weak_imm(const struct isa_form *form, const uint32_t *raw)
{
	const struct isa_place *p;
	unsigned i;

	for (i = 0; i < form->pub.nopnds; i++) {
		if (form->opnd[i].kind != ISA_KIND_UIMM)
			continue;
		p = &form->opnd[i].place[0];
		return raw[p->field] >> p->lo & isa_mask(p->width);
	}
	return 0;
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
