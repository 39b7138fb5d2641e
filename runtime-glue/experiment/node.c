/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: making the nodes of expressions, with their types, and
 * computing constants.
 */
#include <stdlib.h>

#include "parse.h"

struct node *exp_new_node(struct parser *p, enum op op, struct pos pos)
{
	struct node *n;

	if (p->exp->num_nodes >= MAX_NODES) {
		exp_fail(p, pos, "more than %d operands and operators",
			 MAX_NODES);
		return NULL;
	}
	n = calloc(1, sizeof(*n));
	if (!n) {
		exp_nomem(p);
		return NULL;
	}
	n->op = op;
	n->pos = pos;
	n->depth = 1;
	n->next = p->exp->nodes;
	p->exp->nodes = n;
	p->exp->num_nodes++;
	return n;
}

/* Adds an operand and keeps depth and constancy; NULL after a report. */
struct node *exp_add_kid(struct parser *p, struct node *n, struct node *kid)
{
	if (kid->depth >= MAX_DEPTH) {
		exp_fail(p, n->pos, "expression nested more than %d deep",
			 MAX_DEPTH);
		return NULL;
	}
	if (n->num_kids == 0)
		n->constant = kid->constant;
	n->kid[n->num_kids++] = kid;
	n->constant = n->constant && kid->constant;
	if (n->depth <= kid->depth)
		n->depth = kid->depth + 1;
	return n;
}

struct node *exp_make1(struct parser *p, enum op op, bool real, struct node *a,
		       struct pos pos)
{
	struct node *n = a ? exp_new_node(p, op, pos) : NULL;

	if (!n || !exp_add_kid(p, n, a))
		return NULL;
	n->real = real;
	return n;
}

struct node *exp_make2(struct parser *p, enum op op, bool real, struct node *a,
		       struct node *b, struct pos pos)
{
	struct node *n = b ? exp_make1(p, op, real, a, pos) : NULL;

	return n && exp_add_kid(p, n, b) ? n : NULL;
}

struct node *exp_to_real(struct parser *p, struct node *n)
{
	if (!n || n->real)
		return n;
	return exp_make1(p, OP_TO_REAL, true, n, n->pos);
}

/* Both operands of one kind: real if one of them is. */
bool exp_unify(struct parser *p, struct node **a, struct node **b)
{
	if (!*a || !*b)
		return false;
	if ((*a)->real != (*b)->real) {
		*a = exp_to_real(p, *a);
		*b = exp_to_real(p, *b);
	}
	return *a && *b;
}

bool exp_need_int(struct parser *p, const struct node *n, const char *who)
{
	return !n->real ||
	       exp_fail(p, n->pos,
			"%s takes integers (use floor(), ceil(), round() or "
			"trunc())",
			who);
}

struct node *exp_int_node(struct parser *p, int64_t v, struct pos pos)
{
	struct node *n = exp_new_node(p, OP_INT, pos);

	if (n) {
		n->i = v;
		n->constant = true;
	}
	return n;
}

/* The leaf that keeps a tree from being constant. */
static const struct node *variable_leaf(const struct node *n)
{
	if (n->op == OP_ARG || n->op == OP_TENSOR || n->op == OP_VAR)
		return n;
	for (unsigned i = 0; i < n->num_kids; i++) {
		const struct node *leaf;

		if (n->kid[i]->constant)
			continue;
		leaf = variable_leaf(n->kid[i]);
		if (leaf)
			return leaf;
	}
	return NULL;
}

bool exp_constant(struct parser *p, struct value *v)
{
	struct node *n = exp_expression(p);
	struct eval ev = {
		.exp = p->exp,
		.limited = true,
		.steps = MAX_CONST_STEPS,
	};
	const struct node *leaf;

	if (!n)
		return false;
	leaf = n->constant ? NULL : variable_leaf(n);
	if (leaf)
		return exp_fail(p, leaf->pos,
				"a constant is needed here: no arguments, "
				"tensor elements or variables");
	v->real = n->real;
	v->i = n->real ? 0 : exp_eval_int(&ev, n);
	v->r = n->real ? exp_eval_real(&ev, n) : (double)v->i;
	if (ev.failed)
		return exp_fail(p, ev.pos, "%s", ev.why);
	return true;
}

bool exp_const_int(struct parser *p, int64_t *v, const char *what)
{
	struct pos pos = p->tok.pos;
	struct value value;

	if (!exp_constant(p, &value))
		return false;
	if (value.real)
		return exp_fail(p, pos,
				"%s takes an integer (use floor(), ceil(), "
				"round() or trunc())",
				what);
	*v = value.i;
	return true;
}
