// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Which operands, predicates and data types a form takes.
 */
#include "parse_priv.h"

static bool is_pred(const struct token *t)
{
	return t->kind == TOKEN_REG &&
	       (t->file == TPC_FILE_SP || t->file == TPC_FILE_VP);
}

bool parse_operand_fits(const struct isa_operand *o, const struct token *t)
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

bool parse_pred_fits(const struct isa_form *form, const struct token *t)
{
	if (!is_pred(t) || form->pred == ISA_PRED_NONE)
		return false;
	return form->pred == ISA_PRED_ANY || t->file == TPC_FILE_SP;
}

bool parse_form_fits(const struct parse *ps, const struct isa_form *form,
		     struct parse_fit *fit)
{
	unsigned n = form->pub.nopnds, i;
	const struct token *t = ps->token;

	fit->count = ps->num_tokens == n || ps->num_tokens == n + 1;
	for (i = 0; i < n && i < ps->num_tokens; i++, t++) {
		if (!parse_operand_fits(&form->opnd[i], t))
			break;
		if (i && t->comma != (form->opnd[i].sep == ','))
			break;
	}
	fit->operands = i;
	if (i == n && ps->num_tokens == n + 1 && parse_pred_fits(form, t) &&
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

const uint16_t *parse_forms(const struct parse *ps, unsigned *num)
{
	const struct isa_mn_slot *s = &ps->mnemonic->slot[ps->slot];

	*num = s->num_forms;
	return &ps->isa->parse_forms[s->first_form];
}
