/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: names in expressions, and elements of tensors. */
#include <string.h>

#include "parse.h"

const char *exp_find_name(const struct tpc_experiment *exp, const char *name)
{
	for (const struct let *l = exp->lets; l; l = l->next)
		if (!strcmp(l->name, name))
			return "a constant";
	for (unsigned i = 0; i < exp->num_args; i++)
		if (!strcmp(exp->arg[i].pub.name, name))
			return "an argument";
	for (unsigned i = 0; i < exp->num_tensors; i++)
		if (!strcmp(exp->tensor[i].pub.name, name))
			return "a tensor";
	return NULL;
}

bool exp_name(struct parser *p, char *name, const char *what)
{
	if (p->tok.kind != T_IDENT)
		return exp_expected(p, what);
	if (p->tok.len >= MAX_NAME)
		return exp_fail(p, p->tok.pos,
				"name of %zu characters (at most %d)",
				p->tok.len, MAX_NAME - 1);
	memcpy(name, p->tok.s, p->tok.len);
	name[p->tok.len] = '\0';
	return true;
}

int exp_push_var(struct parser *p, const char *name, struct pos pos)
{
	const char *taken = exp_find_name(p->exp, name);

	for (unsigned i = 0; i < p->num_vars && !taken; i++)
		if (!strcmp(p->var[i], name))
			taken = "a variable in use here";
	if (exp_reserved(name))
		taken = "a word of the language";
	if (taken) {
		exp_fail(p, pos, "'%s' is already %s", name, taken);
		return -1;
	}
	if (p->num_vars == MAX_VARS) {
		exp_fail(p, pos, "more than %d variables at once", MAX_VARS);
		return -1;
	}
	strcpy(p->var[p->num_vars], name);
	return p->num_vars++;
}

/* name[e, ...] and name[e, ...] else e, after the name */
static struct node *tensor_access(struct parser *p, unsigned index,
				  struct pos pos)
{
	const struct tpc_experiment_tensor *t = &p->exp->tensor[index].pub;
	struct node *n = exp_new_node(p, OP_TENSOR, pos), *c;

	if (!n || !exp_expect_punct(p, '[', "'[' after a tensor's name"))
		return NULL;
	n->index = index;
	n->real = exp_type_is_real(t->type);
	do {
		c = exp_expression(p);
		if (!c || !exp_need_int(p, c, "a coordinate"))
			return NULL;
		if (n->num_kids == t->ndims) {
			exp_fail(p, c->pos, "'%s' has %u dimension%s", t->name,
				 t->ndims, t->ndims == 1 ? "" : "s");
			return NULL;
		}
		if (!exp_add_kid(p, n, c))
			return NULL;
	} while (exp_accept(p, ','));
	n->constant = false;
	if (n->num_kids < t->ndims) {
		exp_fail(p, p->tok.pos, "'%s' has %u dimensions, found %u",
			 t->name, t->ndims, n->num_kids);
		return NULL;
	}
	if (!exp_expect_punct(p, ']', "',' or ']'"))
		return NULL;
	if (!exp_accept_word(p, "else"))
		return n;
	c = exp_unary(p);
	if (c && n->real)
		c = exp_to_real(p, c);
	if (!c ||
	    (!n->real && !exp_need_int(p, c, "'else' of an integer tensor")))
		return NULL;
	if (c->depth >= n->depth)
		n->depth = c->depth + 1;
	if (n->depth > MAX_DEPTH) {
		exp_fail(p, pos, "expression nested more than %d deep",
			 MAX_DEPTH);
		return NULL;
	}
	n->other = c;
	return n;
}

struct node *exp_name_value(struct parser *p)
{
	struct pos pos = p->tok.pos;
	char name[MAX_NAME];
	struct node *n;

	if (!exp_name(p, name, "a name"))
		return NULL;
	for (unsigned i = 0; i < p->num_vars; i++) {
		if (strcmp(p->var[i], name))
			continue;
		exp_advance(p);
		n = exp_new_node(p, OP_VAR, pos);
		if (n)
			n->index = i;
		return n;
	}
	for (const struct let *l = p->exp->lets; l; l = l->next) {
		if (strcmp(l->name, name))
			continue;
		exp_advance(p);
		return exp_int_node(p, l->value, pos);
	}
	for (unsigned i = 0; i < p->exp->num_args; i++) {
		if (strcmp(p->exp->arg[i].pub.name, name))
			continue;
		exp_advance(p);
		n = exp_new_node(p, OP_ARG, pos);
		if (!n)
			return NULL;
		n->index = i;
		n->real = exp_type_is_real(p->exp->arg[i].pub.type);
		return n;
	}
	for (unsigned i = 0; i < p->exp->num_tensors; i++) {
		if (strcmp(p->exp->tensor[i].pub.name, name))
			continue;
		exp_advance(p);
		return tensor_access(p, i, pos);
	}
	exp_fail(p, pos,
		 "unknown name '%s' (constants, arguments and tensors must be "
		 "declared above)",
		 name);
	return NULL;
}
