// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Random operations of a form. */
#include "random_op.h"

#include "isa_tables.h"

#include <string.h>

#define TRIES 200

uint32_t random_next(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
		 UINT64_C(1442695040888963407);
	return *state >> 33;
}

/* A number, small and extreme ones more often. */
static uint32_t random_number(uint64_t *state, unsigned width)
{
	uint32_t mask = isa_mask(width);

	switch (random_next(state) % 6) {
	case 0:
		return random_next(state) % 3 & mask;
	case 1:
		return mask;
	case 2:
		return mask >> 1;
	default:
		return (random_next(state) << 16 ^ random_next(state)) & mask;
	}
}

/* Code of a register that the operand takes. Groups: the first member's. */
static uint32_t random_code(const struct tpc_isa *isa, unsigned slot,
			    const struct isa_operand *o, uint64_t *state)
{
	const struct isa_space *space =
		isa_space_of(isa, slot, o->place[0].field);
	unsigned files = o->files, step = 1, code;

	if (files == 1u << TPC_FILE_Z) {
		files = 1 << TPC_FILE_S;
		step = 2;
	} else if (files == 1u << TPC_FILE_D) {
		files = 1 << TPC_FILE_V;
		step = 2;
	} else if (files == 1u << TPC_FILE_A) {
		files = 1 << TPC_FILE_V;
		step = 4;
	}
	do {
		code = random_next(state) % space->num_codes;
	} while (!space->codes[code].file ||
		 !(files >> space->codes[code].file & 1) ||
		 space->codes[code].index % step);
	return code;
}

static uint32_t random_hw(const struct isa_operand *o, uint64_t *state)
{
	unsigned n;

	do {
		n = random_next(state) % 64;
	} while (!(o->hw >> n & 1));
	return n;
}

static void random_operand(const struct tpc_isa *isa, unsigned slot,
			   const struct isa_operand *o, uint32_t *raw,
			   uint64_t *state)
{
	uint32_t value;
	unsigned i;

	switch (o->kind) {
	case ISA_KIND_IMPLIED:
		return;
	case ISA_KIND_REG:
		value = random_code(isa, slot, o, state);
		break;
	case ISA_KIND_IMM32:
	case ISA_KIND_TARGET:
		value = isa_space_of(isa, slot, o->place[0].field)->imm_code;
		raw[TPC_F_IMM] = random_number(state, 32);
		break;
	case ISA_KIND_SAMEIMM: /* comes behind the one that draws IMM */
		value = isa_space_of(isa, slot, o->place[0].field)->imm_code;
		break;
	case ISA_KIND_HW:
		value = random_hw(o, state);
		break;
	case ISA_KIND_LOOPCMP:
		value = random_next(state) % isa_num_loop_cmps;
		break;
	case ISA_KIND_LOOPEND:
		value = random_next(state) % 2048 * TPC_BUNDLE_BYTES;
		break;
	default:
		value = random_number(state, o->place[0].width);
	}
	for (i = 0; i < o->num_places; i++)
		raw[o->place[i].field] |= (value & isa_mask(o->place[i].width))
					  << o->place[i].lo;
}

static void random_switches(const struct isa_form *form, uint32_t *raw,
			    uint64_t *state)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	uint32_t mask, value;
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++) {
		if (s->flags & (ISA_SW_FIXED | ISA_SW_TEXTONLY))
			continue;
		mask = isa_mask(s->place.width) << s->place.lo;
		value = random_next(state) & isa_mask(s->place.width);
		if (s->num_values)
			value = isa_values[s->first_value +
					   random_next(state) % s->num_values]
					.value;
		raw[s->place.field] &= ~mask;
		raw[s->place.field] |= value << s->place.lo;
	}
}

static void random_type(const struct isa_form *form, uint32_t *raw,
			uint64_t *state)
{
	unsigned type;

	if (!form->type.width)
		return;
	do {
		type = random_next(state) % 32;
	} while (!(form->pub.types >> type & 1));
	raw[form->type.field] |= type << form->type.lo;
}

static void random_pred(const struct isa_form *form, uint32_t *raw,
			uint64_t *state)
{
	unsigned codes = form->pred == ISA_PRED_ANY ? 32 : 16;

	if (form->pred == ISA_PRED_NONE || random_next(state) % 2)
		return;
	raw[TPC_F_PRED] = random_next(state) % codes;
	raw[TPC_F_POL] = random_next(state) % 2;
}

bool random_has_form(const struct tpc_isa *isa, unsigned index)
{
	const struct isa_form *form = isa_form(isa, index);

	return form->pub.cpus >> isa->cpu & 1 &&
	       !(form->flags & ISA_FORM_PARSE_ONLY);
}

bool random_op(const struct tpc_isa *isa, unsigned index, uint64_t *state,
	       struct tpc_op *op)
{
	const struct isa_form *form = isa_form(isa, index);
	unsigned slot = form->flags & ISA_FORM_LOOP ? ISA_LOOP : form->pub.slot;
	uint32_t raw[TPC_NUM_FIELDS];
	unsigned i, try;

	if (!random_has_form(isa, index))
		return false;
	for (try = 0; try < TRIES; try++) {
		memcpy(raw, form->fixed, sizeof(raw));
		for (i = 0; i < form->pub.nopnds; i++)
			random_operand(isa, slot, &form->opnd[i], raw, state);
		random_switches(form, raw, state);
		random_type(form, raw, state);
		random_pred(form, raw, state);
		raw[TPC_F_OPCODE] = form->pub.opcode;
		/* Some bits belong to a form that is preferred. */
		if (isa_match_raw(isa, slot, raw, NULL, op) == (int)index)
			return true;
	}
	return false;
}
