// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * From tokens to an encoded operation: finds the form whose operands they are
 * and fills its fields.
 */
#include "expr.h"
#include "parse_fit.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

static int find_form(const struct parse *ps, unsigned *out)
{
	const uint16_t *index;
	unsigned num, i;

	index = parse_forms(ps, &num);
	for (i = 0; i < num; i++) {
		if (parse_form_fits(ps, isa_form(ps->isa, index[i]))) {
			*out = index[i];
			return 0;
		}
	}
	return parse_explain(ps);
}

static int register_code(const struct isa_space *space, const struct token *t,
			 uint32_t *code)
{
	uint8_t file = t->file;
	unsigned i;

	if (file == TPC_FILE_Z)
		file = TPC_FILE_S;
	if (file == TPC_FILE_D || file == TPC_FILE_A)
		file = TPC_FILE_V;
	for (i = 0; i < space->num_ranges; i++)
		if (space->ranges[i].file == file &&
		    t->index < space->ranges[i].count) {
			*code = space->ranges[i].base + t->index;
			return 0;
		}
	return -EINVAL;
}

static void put(uint32_t *raw, const struct isa_place *p, uint32_t value)
{
	raw[p->field] |= (value & isa_mask(p->width)) << p->lo;
}

static void put_all(uint32_t *raw, const struct isa_operand *o, uint32_t value)
{
	unsigned i;

	for (i = 0; i < o->num_places; i++)
		put(raw, &o->place[i], value);
}

/* Numbers of 32 bits may be given as signed or as unsigned ones. */
static int check_number(const struct parse *ps, const struct token *t,
			int64_t min, int64_t max)
{
	if (t->num >= min && t->num <= max)
		return 0;
	return parse_error(ps, t->at,
			   "immediate %" PRId64 " is out of range %" PRId64
			   "..%" PRId64,
			   t->num, min, max);
}

/*
 * A target that starts with '.' is a distance, as a plain number is: code that
 * jumps into the middle of a bundle has to have a text.
 */
static bool is_distance(const struct token *t)
{
	return tpc_expr_ident(t->at, t->at + t->len) == 1 && *t->at == '.';
}

/* Distance of a jump; of a loop from its bundle to the last one of its body. */
static int put_target(const struct parse *ps, const struct isa_operand *o,
		      const struct token *t, uint32_t *raw)
{
	int64_t distance = t->num;

	/* What is that far away is too far for anything. */
	if (t->labels &&
	    __builtin_sub_overflow(distance, (int64_t)ps->p->pc, &distance))
		distance = INT64_MIN;
	if (o->kind == ISA_KIND_TARGET) {
		if (distance % TPC_BUNDLE_BYTES && t->labels && !is_distance(t))
			return parse_error(ps, t->at,
					   "the target is %" PRId64
					   " bytes away, which is no multiple "
					   "of %d",
					   distance, TPC_BUNDLE_BYTES);
		if (distance < INT32_MIN || distance > UINT32_MAX)
			return parse_error(ps, t->at,
					   "the target is %" PRId64
					   " bytes away, too far for a jump",
					   distance);
		raw[TPC_F_IMM] = (uint32_t)distance;
		return 0;
	}
	if (distance < TPC_BUNDLE_BYTES ||
	    distance > UINT16_MAX + TPC_BUNDLE_BYTES ||
	    distance % TPC_BUNDLE_BYTES)
		return parse_error(ps, t->at,
				   "a loop must end %d..%d bytes behind its "
				   "start, at a bundle: this label is %" PRId64
				   " bytes away",
				   TPC_BUNDLE_BYTES, UINT16_MAX + 1, distance);
	put_all(raw, o, (uint32_t)(distance - TPC_BUNDLE_BYTES));
	return 0;
}

/* Immediates of one operation that are not short have to be the same. */
static int put_imm(const struct parse *ps, const struct isa_form *form,
		   const struct isa_operand *o, const struct token *t,
		   bool is_signed, uint32_t *raw)
{
	const struct isa_space *space =
		isa_space_of(ps->isa, ps->slot, o->place[0].field);
	uint32_t code = isa_imm_code(space, (uint32_t)t->num, is_signed);
	bool taken = o->kind == ISA_KIND_SAMEIMM &&
		     isa_uses_imm(ps->isa, form, ps->slot, raw);

	put_all(raw, o, code);
	if (check_number(ps, t, INT32_MIN, UINT32_MAX))
		return -EINVAL;
	if (code != space->imm_code)
		return 0;
	if (taken && raw[TPC_F_IMM] != (uint32_t)t->num)
		return parse_error(ps, t->at,
				   "both immediates have to be the same: a "
				   "bundle has one, and 0x%" PRIx32
				   " is the other",
				   raw[TPC_F_IMM]);
	raw[TPC_F_IMM] = (uint32_t)t->num;
	return 0;
}

static int put_operand(const struct parse *ps, const struct isa_form *form,
		       const struct isa_operand *o, const struct token *t,
		       bool is_signed, uint32_t *raw)
{
	const struct isa_space *space;
	uint32_t code = 0;

	bool is_target =
		o->kind == ISA_KIND_TARGET || o->kind == ISA_KIND_LOOPEND;

	if (t->kind == TOKEN_NUMBER && t->labels &&
	    (t->labels != 1 || !is_target))
		return parse_error(ps, t->at, "'%.*s' is no number%s",
				   (int)t->len, t->at,
				   is_target ? " and no address"
					     : "; only jumps and loops take "
					       "an address");
	switch (o->kind) {
	case ISA_KIND_REG:
		space = isa_space_of(ps->isa, ps->slot, o->place[0].field);
		if (register_code(space, t, &code))
			return parse_error(ps, t->at,
					   "'%.*s' has no code in this field",
					   (int)t->len, t->at);
		put_all(raw, o, code);
		return 0;
	case ISA_KIND_TARGET:
		space = isa_space_of(ps->isa, ps->slot, o->place[0].field);
		put_all(raw, o, space->imm_code);
		return put_target(ps, o, t, raw);
	case ISA_KIND_IMM32:
	case ISA_KIND_SAMEIMM:
		return put_imm(ps, form, o, t, is_signed, raw);
	case ISA_KIND_MASK32:
	case ISA_KIND_LOOPIMM:
		put_all(raw, o, (uint32_t)t->num);
		return check_number(ps, t, INT32_MIN, UINT32_MAX);
	case ISA_KIND_UIMM:
		put_all(raw, o, (uint32_t)t->num);
		return check_number(ps, t, 0, o->max);
	case ISA_KIND_LOOPEND:
		return put_target(ps, o, t, raw);
	case ISA_KIND_DIMMASK:
		put_all(raw, o, (uint32_t)t->num);
		return 0;
	case ISA_KIND_HW:
		put_all(raw, o, t->index - o->index);
		return 0;
	case ISA_KIND_LOOPCMP:
		put_all(raw, o, t->index);
		return 0;
	default:
		return 0;
	}
}

static bool has_value(const struct isa_switch *s, unsigned value)
{
	if (s->valid)
		return value < 32 && s->valid >> value & 1;
	return value <= isa_mask(s->place.width);
}

/*
 * A switch that the operands make meaningless has no bits, but the values that
 * it has with others.
 */
static const struct isa_switch *widest_switch(const struct isa_form *form,
					      const struct isa_switch *found)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++)
		if (s->group == found->group &&
		    s->place.width > found->place.width)
			found = s;
	return found;
}

static int put_switch(const struct parse *ps, const struct isa_form *form,
		      unsigned type, const struct given *g, uint32_t *raw,
		      bool *other_form)
{
	const struct isa_switch *s;

	s = isa_find_switch(form, g->group, type, raw);
	if (!s)
		return parse_error(ps, g->at,
				   "switch '%.*s' is not possible with this "
				   "data type or these operands",
				   (int)g->len, g->at);
	if (s->flags & ISA_SW_ANYTEXT)
		return 0;
	if (s->num_values && !g->is_name)
		return parse_explain_value(ps, s, g);
	if (s->flags & ISA_SW_TEXTONLY && !s->place.width) {
		s = widest_switch(form, s);
		if (s->num_values || g->value <= (isa_mask(s->place.width) | 1))
			return 0;
		return parse_explain_value(ps, s, g);
	}
	if (!has_value(s, g->value))
		return parse_explain_value(ps, s, g);
	if (s->flags & ISA_SW_FIXED && !g->value)
		return parse_error(ps, g->at,
				   "switch '%.*s' contradicts the operands",
				   (int)g->len, g->at);
	if (s->flags & ISA_SW_TEXTONLY)
		*other_form = true;
	put(raw, &s->place, g->value);
	return 0;
}

static bool is_conditional(const struct isa_form *form, unsigned group)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++)
		if (s->group == group && s->when_group != ISA_NO_GROUP)
			return true;
	return false;
}

/* Switches that depend on others come after them. */
static int put_given(const struct parse *ps, const struct isa_form *form,
		     unsigned type, uint32_t *raw, bool *other_form)
{
	const struct given *g;
	unsigned i;
	int pass;

	for (pass = 0; pass < 2; pass++)
		for (i = 0, g = ps->given; i < ps->num_given; i++, g++)
			if (is_conditional(form, g->group) == pass &&
			    put_switch(ps, form, type, g, raw, other_form))
				return -EINVAL;
	return 0;
}

static bool is_given(const struct parse *ps, unsigned group)
{
	unsigned i;

	for (i = 0; i < ps->num_given; i++)
		if (ps->given[i].group == group)
			return true;
	return false;
}

static void put_defaults(const struct parse *ps, const struct isa_form *form,
			 unsigned type, uint32_t *raw)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++)
		if (s->def && !(s->flags & (ISA_SW_FIXED | ISA_SW_TEXTONLY)) &&
		    !is_given(ps, s->group) &&
		    isa_find_switch(form, s->group, type, raw) == s)
			put(raw, &s->place, s->def);
}

/* Constant switches that text shows have to be written. */
static int check_needed(const struct parse *ps, const struct isa_form *form)
{
	const struct isa_switch *s = &isa_switches[form->pub.first_switch];
	unsigned i;

	for (i = 0; i < form->pub.num_switches; i++, s++)
		if ((s->flags & (ISA_SW_FIXED | ISA_SW_ANYTEXT)) ==
			    ISA_SW_FIXED &&
		    s->style != ISA_STYLE_HIDDEN && !is_given(ps, s->group))
			return parse_error(ps, ps->mnemonic_at,
					   "these operands need switch '%s'",
					   isa_group_names[s->group]);
	return 0;
}

static int put_pred(const struct parse *ps, const struct isa_form *form,
		    uint32_t *raw)
{
	const struct token *t = &ps->token[form->pub.nopnds];

	if (ps->num_tokens == form->pub.nopnds)
		return 0;
	raw[TPC_F_POL] = t->invert;
	return register_code(isa_space_of(ps->isa, ps->slot, TPC_F_PRED), t,
			     &raw[TPC_F_PRED]);
}

/*
 * A data type that has no effect but one: an unsigned type makes an immediate
 * short that is not short otherwise. No text of the operation says so.
 */
static void shorten(const struct parse *ps, const struct isa_form *form,
		    struct tpc_op *op)
{
	const struct isa_operand *o = form->opnd;
	const struct isa_space *space;
	uint32_t code;
	unsigned i;

	if (!(form->flags & ISA_FORM_IGNORE_TYPE) ||
	    ps->type == TPC_TYPE_NONE || isa_types[ps->type].is_signed)
		return;
	for (i = 0; i < form->pub.nopnds; i++, o++) {
		if (o->kind != ISA_KIND_IMM32)
			continue;
		space = isa_space_of(ps->isa, ps->slot, o->place[0].field);
		code = isa_imm_code(space, op->opnd[i].imm, false);
		if (code == space->imm_code)
			continue;
		op->raw[o->place[0].field] = code;
		op->raw[TPC_F_IMM] = 0;
		op->opnd[i].flags &= ~TPC_OPND_IMM32;
	}
}

int parse_encode(struct parse *ps, struct tpc_op *op)
{
	uint32_t raw[TPC_NUM_FIELDS];
	const struct isa_form *form;
	bool other_form, is_signed;
	unsigned index = 0, i, type = ps->type;

	if (find_form(ps, &index))
		return -EINVAL;
	form = isa_form(ps->isa, index);
	memcpy(raw, form->fixed, sizeof(raw));
	if (type == TPC_TYPE_NONE || !form->type.width)
		type = form->default_type;
	is_signed = isa_imm_is_signed(form, type);
	for (i = 0; i < form->pub.nopnds; i++)
		if (put_operand(ps, form, &form->opnd[i], &ps->token[i],
				is_signed, raw))
			return -EINVAL;
	if (form->type.width)
		put(raw, &form->type, type);
	if (put_pred(ps, form, raw))
		return parse_error(ps, ps->token[form->pub.nopnds].at,
				   "this predicate has no code here");
	other_form = form->flags & (ISA_FORM_PARSE_ONLY | ISA_FORM_DECODE_LAST);
	if ((ps->num_given && put_given(ps, form, type, raw, &other_form)) ||
	    check_needed(ps, form))
		return -EINVAL;
	put_defaults(ps, form, type, raw);
	raw[TPC_F_OPCODE] = form->pub.opcode;
	if (!other_form &&
	    !isa_op_from_raw(ps->isa, index, ps->slot, raw, op)) {
		shorten(ps, form, op);
		return 0;
	}
	if (isa_match_raw(ps->isa, ps->slot, raw, NULL, op) >= 0)
		return 0;
	return parse_error(ps, ps->mnemonic_at,
			   "%s does not exist with this combination of data "
			   "type, switches and operands",
			   ps->mnemonic->name);
}
