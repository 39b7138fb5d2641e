// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Why no form takes the operands, and what would be legal.
 */
#include "parse_fit.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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
		if (o->files >> TPC_FILE_HW & 1)
			add_word(l, "%s", isa_hw_names[o->index]);
		else if (isa_implied_file(o) == TPC_FILE_V_SPECIAL)
			add_word(l, "%s", isa_v_specials[o->index]);
		else
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

static int bad_type(const struct parse *ps)
{
	const uint16_t *index;
	struct list types = {.len = 0};
	unsigned num, i, t;
	struct parse_fit fit;

	index = parse_forms(ps, &num);
	for (i = 0; i < num; i++) {
		const struct isa_form *form = isa_form(ps->isa, index[i]);

		parse_measure_fit(ps, form, &fit);
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

	index = parse_forms(ps, &num);
	for (i = 0; i < num; i++) {
		const struct isa_form *form = isa_form(ps->isa, index[i]);

		if (form->pub.nopnds == nth &&
		    parse_pred_fits(form, &ps->token[nth]))
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
	struct parse_fit fit;
	bool pred = false, comma = false, blank = false, more = false;

	index = parse_forms(ps, &num);
	for (i = 0; i < num; i++) {
		form = isa_form(ps->isa, index[i]);
		parse_measure_fit(ps, form, &fit);
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
			if (best && best < ps->num_tokens &&
			    parse_operand_fits(&form->opnd[best],
					       &ps->token[best])) {
				comma |= form->opnd[best].sep == ',';
				blank |= form->opnd[best].sep != ',';
			}
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
	if (blank && t->comma)
		return parse_error(ps, t->at, "no ',' stands before '%.*s'",
				   (int)t->len, t->at);
	return parse_error(
		ps, t->at, "'%.*s' is no legal operand %u of %s%s: expected %s",
		(int)(t->len + t->invert), t->at, best + 1, ps->mnemonic->name,
		pred ? " or predicate" : "", legal.text);
}

int parse_explain(const struct parse *ps)
{
	const uint16_t *index;
	unsigned num, i, best = 0;
	bool all = false;
	struct parse_fit fit;

	index = parse_forms(ps, &num);
	for (i = 0; i < num; i++) {
		parse_measure_fit(ps, isa_form(ps->isa, index[i]), &fit);
		if (fit.operands > best)
			best = fit.operands;
		if (fit.count && fit.operands == ps->num_tokens)
			all = true;
	}
	return all ? bad_type(ps) : bad_operand(ps, best);
}

int parse_explain_value(const struct parse *ps, const struct isa_switch *s,
			const struct given *g)
{
	struct list values = {.len = 0};
	unsigned i;

	for (i = 0; i < s->num_values; i++)
		add_word(&values, "%s", isa_values[s->first_value + i].name);
	if (!s->num_values)
		add_word(&values, "0..%" PRIu32,
			 isa_mask(s->place.width ? s->place.width : 1));
	return parse_error(ps, g->at, "'%.*s': values of %s are: %s",
			   (int)g->len, g->at, isa_group_names[s->group],
			   values.text);
}
