// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * From tokens to an encoded operation: finds the form whose operands they are,
 * fills its fields, and explains what does not fit.
 */
#include "parse_priv.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool is_pred(const struct token *t)
{
	return t->kind == TOKEN_REG &&
	       (t->file == TPC_FILE_SP || t->file == TPC_FILE_VP);
}

static bool operand_fits(const struct isa_operand *o, const struct token *t)
{
	if (t->invert)
		return false;
	switch (o->kind) {
	case ISA_KIND_REG:
		return t->kind == TOKEN_REG && o->files >> t->file & 1;
	case ISA_KIND_HW:
		return t->kind == TOKEN_HW && o->hw >> t->index & 1;
	case ISA_KIND_IMPLIED:
		if (t->kind == TOKEN_HW)
			return o->hw >> t->index & 1;
		return t->kind == TOKEN_REG && t->file == TPC_FILE_S &&
		       t->index == o->index;
	case ISA_KIND_DIMMASK:
		return t->kind == TOKEN_MASK;
	case ISA_KIND_LOOPCMP:
		return t->kind == TOKEN_CMP;
	default:
		return t->kind == TOKEN_NUMBER;
	}
}

static bool pred_fits(const struct isa_form *form, const struct token *t)
{
	if (!is_pred(t) || form->pred == ISA_PRED_NONE)
		return false;
	return form->pred == ISA_PRED_ANY || t->file == TPC_FILE_SP;
}

/* How well a form fits the tokens. */
struct fit {
	unsigned operands; /* that fit, from the left */
	bool count;	   /* as many as the form has */
	bool type;
};

static bool form_fits(const struct parse *ps, const struct isa_form *form,
		      struct fit *fit)
{
	unsigned n = form->pub.nopnds, i;
	const struct token *t = ps->token;

	fit->count = ps->num_tokens == n || ps->num_tokens == n + 1;
	for (i = 0; i < n && i < ps->num_tokens; i++, t++) {
		if (!operand_fits(&form->opnd[i], t))
			break;
		if (i && t->comma != (form->opnd[i].sep == ','))
			break;
	}
	fit->operands = i;
	if (i == n && ps->num_tokens == n + 1 && pred_fits(form, t) &&
	    (!n || t->comma))
		fit->operands++;
	if (ps->type == TPC_TYPE_NONE)
		fit->type = !form->type.width ||
			    form->default_type != TPC_TYPE_NONE;
	else
		fit->type =
			form->flags & ISA_FORM_IGNORE_TYPE ||
			(form->type.width && form->pub.types >> ps->type & 1);
	return fit->count && fit->operands == ps->num_tokens && fit->type;
}

/* A list of words for a message. */
struct list {
	char text[320];
	size_t len;
};

static void add_word(struct list *l, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
static void add_word(struct list *l, const char *fmt, ...)
{
	char word[64];
	size_t len, at;
	const char *old;
	va_list args;

	va_start(args, fmt);
	vsnprintf(word, sizeof(word), fmt, args);
	va_end(args);
	len = strlen(word);
	for (old = l->text; (old = strstr(old, word)); old++) {
		at = old - l->text;
		if ((!at || old[-1] == ' ') && (!old[len] || old[len] == ','))
			return;
	}
	if (l->len + len + 3 > sizeof(l->text))
		return;
	if (l->len) {
		memcpy(l->text + l->len, ", ", 2);
		l->len += 2;
	}
	memcpy(l->text + l->len, word, len + 1);
	l->len += len;
}

static void add_registers(struct list *l, const struct parse *ps,
			  unsigned files)
{
	unsigned f, i;

	for (f = 0; f < TPC_NUM_FILES; f++) {
		const char *prefix = tpc_file_prefix(f);

		if (!(files >> f & 1))
			continue;
		if (f == TPC_FILE_S_SPECIAL)
			for (i = 0; i < isa_num_s_specials; i++)
				add_word(l, "%s", isa_s_specials[i]);
		else if (f == TPC_FILE_V_SPECIAL)
			for (i = 0; i < isa_num_v_specials; i++)
				add_word(l, "%s", isa_v_specials[i]);
		else if (f == TPC_FILE_A)
			add_word(l, "%s0..%s%u", prefix, prefix,
				 ps->isa->file_count[f] - 4);
		else if (f == TPC_FILE_Z || f == TPC_FILE_D)
			add_word(l, "%s0..%s%u", prefix, prefix,
				 ps->isa->file_count[f] - 2);
		else
			add_word(l, "%s0..%s%u", prefix, prefix,
				 ps->isa->file_count[f] - 1);
	}
}

static void describe_operand(struct list *l, const struct parse *ps,
			     const struct isa_operand *o)
{
	unsigned i;

	switch (o->kind) {
	case ISA_KIND_REG:
		add_registers(l, ps, o->files);
		break;
	case ISA_KIND_HW:
		for (i = 0; i < 64; i++)
			if (o->hw >> i & 1 && isa_hw_names[i])
				add_word(l, "%s", isa_hw_names[i]);
		break;
	case ISA_KIND_IMPLIED:
		add_word(l, "S%u", o->index);
		break;
	case ISA_KIND_UIMM:
		add_word(l, "a number 0..%u", o->max);
		break;
	case ISA_KIND_DIMMASK:
		add_word(l, "a dimension mask (b00000..b11111)");
		break;
	case ISA_KIND_LOOPCMP:
		for (i = 0; i < isa_num_loop_cmps; i++)
			add_word(l, "%s", isa_loop_cmps[i]);
		break;
	case ISA_KIND_TARGET:
	case ISA_KIND_LOOPEND:
		add_word(l, "a label");
		break;
	default:
		add_word(l, "a number");
	}
}

/* The forms of the mnemonic in the slot. */
static const uint16_t *forms_of(const struct parse *ps, unsigned *num)
{
	const struct isa_mn_slot *s = &ps->mnemonic->slot[ps->slot];

	*num = s->num_forms;
	return &ps->isa->parse_forms[s->first_form];
}

static int bad_type(const struct parse *ps)
{
	const uint16_t *index;
	struct list types = {.len = 0};
	unsigned num, i, t;
	struct fit fit;

	index = forms_of(ps, &num);
	for (i = 0; i < num; i++) {
		const struct isa_form *form = isa_form(ps->isa, index[i]);

		form_fits(ps, form, &fit);
		if (!fit.count || fit.operands != ps->num_tokens)
			continue;
		for (t = 0; t < isa_num_types; t++)
			if (form->pub.types >> t & 1)
				add_word(&types, "%s", isa_types[t].name);
	}
	if (ps->type == TPC_TYPE_NONE)
		return parse_error(ps, ps->mnemonic_at,
				   "%s needs a data type: %s.%s (of: %s)",
				   ps->mnemonic->name, ps->mnemonic->name,
				   "<type>", types.text);
	if (!types.len)
		return parse_error(ps, ps->type_at,
				   "%s takes no data type with these operands",
				   ps->mnemonic->name);
	return parse_error(ps, ps->type_at,
			   "%s with these operands takes the data types: %s",
			   ps->mnemonic->name, types.text);
}

static int token_len(const struct token *t)
{
	return t->len + t->invert;
}

/* Whether some form takes a token as its predicate. */
static bool takes_pred(const struct parse *ps, unsigned nth)
{
	const uint16_t *index;
	unsigned num, i;

	index = forms_of(ps, &num);
	for (i = 0; i < num; i++) {
		const struct isa_form *form = isa_form(ps->isa, index[i]);

		if (form->pub.nopnds == nth && pred_fits(form, &ps->token[nth]))
			return true;
	}
	return false;
}

/* Says what could stand in the place of the first token that fits no form. */
static int bad_operand(const struct parse *ps, unsigned best)
{
	const uint16_t *index;
	struct list legal = {.len = 0};
	const struct isa_form *form;
	const struct token *t;
	unsigned num, i;
	struct fit fit;
	bool pred = false, comma = false, more = false;

	index = forms_of(ps, &num);
	for (i = 0; i < num; i++) {
		form = isa_form(ps->isa, index[i]);
		form_fits(ps, form, &fit);
		if (fit.operands != best)
			continue;
		if (best == form->pub.nopnds && form->pred) {
			add_registers(&legal, ps,
				      form->pred == ISA_PRED_ANY
					      ? 1 << TPC_FILE_SP |
							1 << TPC_FILE_VP
					      : 1 << TPC_FILE_SP);
			pred = true;
		} else if (best < form->pub.nopnds) {
			more = true;
			describe_operand(&legal, ps, &form->opnd[best]);
			if (best < ps->num_tokens &&
			    operand_fits(&form->opnd[best], &ps->token[best]))
				comma = form->opnd[best].sep == ',';
		}
	}
	if (best >= ps->num_tokens)
		return parse_error(ps, ps->end, "%s needs another operand: %s",
				   ps->mnemonic->name, legal.text);
	t = &ps->token[best];
	pred = pred && !more;
	if (pred && takes_pred(ps, best) && best + 1 < ps->num_tokens)
		t++;
	else if (pred)
		return parse_error(ps, t->at,
				   "'%.*s' cannot follow the operands of %s: "
				   "expected a predicate (%s) or nothing",
				   token_len(t), t->at, ps->mnemonic->name,
				   legal.text);
	if (!legal.len || pred)
		return parse_error(ps, t->at, "'%.*s' is one operand too many",
				   token_len(t), t->at);
	if (comma && !t->comma)
		return parse_error(ps, t->at, "expected ',' before '%.*s'",
				   (int)t->len, t->at);
	return parse_error(
		ps, t->at, "'%.*s' is no legal operand %u of %s%s: expected %s",
		(int)(t->len + t->invert), t->at, best + 1, ps->mnemonic->name,
		pred ? " or predicate" : "", legal.text);
}

static int no_form(const struct parse *ps)
{
	const uint16_t *index;
	unsigned num, i, best = 0;
	bool all = false;
	struct fit fit;

	index = forms_of(ps, &num);
	for (i = 0; i < num; i++) {
		form_fits(ps, isa_form(ps->isa, index[i]), &fit);
		if (fit.operands > best)
			best = fit.operands;
		if (fit.count && fit.operands == ps->num_tokens)
			all = true;
	}
	return all ? bad_type(ps) : bad_operand(ps, best);
}

static int find_form(const struct parse *ps, unsigned *out)
{
	const uint16_t *index;
	struct fit fit;
	unsigned num, i;

	index = forms_of(ps, &num);
	for (i = 0; i < num; i++)
		if (form_fits(ps, isa_form(ps->isa, index[i]), &fit)) {
			*out = index[i];
			return 0;
		}
	return no_form(ps);
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

/* Distance of a jump; of a loop from its bundle to the last one of its body. */
static int put_target(const struct parse *ps, const struct isa_operand *o,
		      const struct token *t, uint32_t *raw)
{
	int64_t distance = t->num;

	if (t->labels)
		distance -= ps->p->pc;
	if (o->kind == ISA_KIND_TARGET) {
		if (distance < INT32_MIN || distance > UINT32_MAX)
			return parse_error(ps, t->at,
					   "the target is %" PRId64
					   " bytes away, too far for a jump",
					   distance);
		raw[TPC_F_IMM] = (uint32_t)distance;
		return 0;
	}
	distance -= TPC_BUNDLE_BYTES;
	if (distance < 0 || distance > UINT16_MAX ||
	    distance % TPC_BUNDLE_BYTES)
		return parse_error(ps, t->at,
				   "a loop must end %d..%d bytes behind its "
				   "start, at a bundle: this label is %" PRId64
				   " bytes away",
				   TPC_BUNDLE_BYTES, UINT16_MAX + 1,
				   distance + TPC_BUNDLE_BYTES);
	put_all(raw, o, (uint32_t)distance);
	return 0;
}

static int put_operand(const struct parse *ps, const struct isa_operand *o,
		       const struct token *t, uint32_t *raw)
{
	const struct isa_space *space;
	uint32_t code = 0;

	if (t->kind == TOKEN_NUMBER && t->labels &&
	    (t->labels != 1 || o->kind == ISA_KIND_UIMM))
		return parse_error(ps, t->at,
				   "'%.*s' is no number and no address",
				   (int)t->len, t->at);
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
		space = isa_space_of(ps->isa, ps->slot, o->place[0].field);
		put_all(raw, o, space->imm_code);
		raw[TPC_F_IMM] = (uint32_t)t->num;
		return check_number(ps, t, INT32_MIN, UINT32_MAX);
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

static int bad_value(const struct parse *ps, const struct isa_switch *s,
		     const struct given *g)
{
	struct list values = {.len = 0};
	unsigned i;

	for (i = 0; i < s->num_values; i++)
		add_word(&values, "%s", isa_values[s->first_value + i].name);
	if (!s->num_values)
		add_word(&values, "0..%" PRIu32, isa_mask(s->place.width));
	return parse_error(ps, g->at, "'%.*s': values of %s are: %s",
			   (int)g->len, g->at, isa_group_names[s->group],
			   values.text);
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
	if (s->flags & ISA_SW_TEXTONLY && !s->place.width)
		return 0;
	if ((s->num_values && !g->is_name) || !has_value(s, g->value))
		return bad_value(ps, s, g);
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

static void put_pred(const struct parse *ps, const struct isa_form *form,
		     uint32_t *raw)
{
	const struct token *t = &ps->token[form->pub.nopnds];

	if (ps->num_tokens == form->pub.nopnds)
		return;
	raw[TPC_F_PRED] = t->index + (t->file == TPC_FILE_VP ? 16 : 0);
	raw[TPC_F_POL] = t->invert;
}

int parse_encode(struct parse *ps, struct tpc_op *op)
{
	uint32_t raw[TPC_NUM_FIELDS];
	const struct isa_form *form;
	bool other_form;
	unsigned index = 0, i, type = ps->type;

	if (find_form(ps, &index))
		return -EINVAL;
	form = isa_form(ps->isa, index);
	memcpy(raw, form->fixed, sizeof(raw));
	for (i = 0; i < form->pub.nopnds; i++)
		if (put_operand(ps, &form->opnd[i], &ps->token[i], raw))
			return -EINVAL;
	if (type == TPC_TYPE_NONE)
		type = form->default_type;
	if (form->type.width)
		put(raw, &form->type, type);
	put_pred(ps, form, raw);
	other_form = form->flags & (ISA_FORM_PARSE_ONLY | ISA_FORM_DECODE_LAST);
	if (put_given(ps, form, type, raw, &other_form))
		return -EINVAL;
	put_defaults(ps, form, type, raw);
	raw[TPC_F_OPCODE] = form->pub.opcode;
	if (!other_form && !isa_op_from_raw(ps->isa, index, ps->slot, raw, op))
		return 0;
	if (isa_match_raw(ps->isa, ps->slot, raw, NULL, op) >= 0)
		return 0;
	return parse_error(ps, ps->mnemonic_at,
			   "%s does not exist with this combination of data "
			   "type, switches and operands",
			   ps->mnemonic->name);
}
