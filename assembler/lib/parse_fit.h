/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Which operands, predicates and data types a form takes. In a header, because
 * the search for a form asks this for every form of the mnemonic.
 */
#ifndef TPC_LIB_PARSE_FIT_H
#define TPC_LIB_PARSE_FIT_H

#include "parse_priv.h"

static inline bool parse_is_pred(const struct token *t)
{
	return t->kind == TOKEN_REG &&
	       (t->file == TPC_FILE_SP || t->file == TPC_FILE_VP);
}

static inline bool parse_operand_fits(const struct isa_operand *o,
				      const struct token *t)
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
		return t->kind == TOKEN_REG && o->files >> t->file & 1 &&
		       t->index == o->index;
	case ISA_KIND_DIMMASK:
		return t->kind == TOKEN_MASK;
	case ISA_KIND_LOOPCMP:
		return t->kind == TOKEN_CMP;
	default:
		return t->kind == TOKEN_NUMBER;
	}
}

static inline bool parse_pred_fits(const struct isa_form *form,
				   const struct token *t)
{
	if (!parse_is_pred(t) || form->pred == ISA_PRED_NONE)
		return false;
	return form->pred == ISA_PRED_ANY || t->file == TPC_FILE_SP;
}

/* Number of tokens that fit, from the left. */
static inline unsigned parse_count_fitting(const struct parse *ps,
					   const struct isa_form *form)
{
	unsigned n = form->pub.nopnds, i;
	const struct token *t = ps->token;

	for (i = 0; i < n && i < ps->num_tokens; i++, t++) {
		if (!parse_operand_fits(&form->opnd[i], t))
			return i;
		if (i && t->comma != (form->opnd[i].sep == ','))
			return i;
	}
	if (i == n && ps->num_tokens == n + 1 && parse_pred_fits(form, t) &&
	    (!n || t->comma))
		i++;
	return i;
}

static inline bool parse_count_fits(const struct parse *ps,
				    const struct isa_form *form)
{
	/* There may be a predicate behind the operands. */
	return ps->num_tokens - form->pub.nopnds <= 1;
}

static inline bool parse_type_fits(const struct parse *ps,
				   const struct isa_form *form)
{
	if (ps->type == TPC_TYPE_NONE)
		return !form->type.width || form->default_type != TPC_TYPE_NONE;
	return form->flags & ISA_FORM_IGNORE_TYPE ||
	       (form->type.width && form->pub.types >> ps->type & 1);
}

static inline bool parse_form_fits(const struct parse *ps,
				   const struct isa_form *form)
{
	return parse_count_fits(ps, form) && parse_type_fits(ps, form) &&
	       parse_count_fitting(ps, form) == ps->num_tokens;
}

/* How well a form fits the tokens. */
struct parse_fit {
	unsigned operands; /* that fit, from the left */
	bool count;	   /* as many as the form has */
	bool type;
};

static inline void parse_measure_fit(const struct parse *ps,
				     const struct isa_form *form,
				     struct parse_fit *fit)
{
	fit->count = parse_count_fits(ps, form);
	fit->type = parse_type_fits(ps, form);
	fit->operands = parse_count_fitting(ps, form);
}

/* The forms of the mnemonic in the slot, in the order to try them. */
static inline const uint16_t *parse_forms(const struct parse *ps, unsigned *num)
{
	const struct isa_mn_slot *s = &ps->mnemonic->slot[ps->slot];

	*num = s->num_forms;
	return &ps->isa->parse_forms[s->first_form];
}

#endif
