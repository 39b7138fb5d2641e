/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: the directive @expect, and what it shares with fills:
 * coordinates and the value of an element.
 */
#include "parse.h"

/* i, j, ...: one variable a dimension, up to the closing token */
bool exp_coordinates(struct parser *p, const struct tensor *t, int close,
		     const char *what)
{
	char name[MAX_NAME];
	struct pos pos = p->tok.pos;

	for (unsigned d = 0; d < t->pub.ndims; d++) {
		if (d && !exp_accept(p, ','))
			return exp_fail(p, p->tok.pos,
					"'%s' has %u dimensions, found %u",
					t->pub.name, t->pub.ndims, d);
		if (!exp_name(p, name, "a variable for the coordinate") ||
		    exp_push_var(p, name, p->tok.pos) < 0)
			return false;
		exp_advance(p);
		pos = p->tok.pos;
	}
	if (exp_is_punct(&p->tok, ','))
		return exp_fail(p, pos, "'%s' has %u dimension%s", t->pub.name,
				t->pub.ndims, t->pub.ndims == 1 ? "" : "s");
	return exp_expect_punct(p, close, what);
}

/* An expression whose values go into the tensor's type. */
struct node *exp_element(struct parser *p, const struct tensor *t)
{
	struct node *n = exp_expression(p);

	if (!n)
		return NULL;
	if (exp_type_is_real(t->pub.type))
		return exp_to_real(p, n);
	if (!n->real)
		return n;
	exp_fail(p, n->pos,
		 "'%s' has integers, this is a real (use floor(), ceil(), "
		 "round() or trunc())",
		 t->pub.name);
	return NULL;
}

static bool number(struct parser *p, double *v, const char *what)
{
	struct pos pos = p->tok.pos;
	struct token t = p->tok;

	if (t.kind != T_INT && t.kind != T_REAL)
		return exp_expected(p, what);
	*v = t.kind == T_INT ? (double)t.i : t.r;
	if (!(*v <= 1e308))
		return exp_fail(p, pos, "tolerance out of range");
	exp_advance(p);
	return true;
}

/* exact, or N ulp, abs X, rel X joined by 'or' */
static bool tolerance(struct parser *p, struct tensor *t)
{
	struct tolerance *tol = &t->tol;
	struct pos pos;

	if (exp_accept_word(p, "exact"))
		return true;
	do {
		pos = p->tok.pos;
		if (exp_accept_word(p, "abs")) {
			tol->has_abs = true;
			if (!number(p, &tol->abs, "a number after 'abs'"))
				return false;
		} else if (exp_accept_word(p, "rel")) {
			tol->has_rel = true;
			if (!number(p, &tol->rel, "a number after 'rel'"))
				return false;
		} else if (p->tok.kind == T_INT) {
			tol->has_ulp = true;
			tol->ulp = p->tok.i;
			exp_advance(p);
			if (!exp_accept_word(p, "ulp"))
				return exp_expected(p, "'ulp'");
			if (!exp_type_is_real(t->pub.type))
				return exp_fail(
					p, pos,
					"'ulp' is for f32 and bf16, "
					"'%s' is %s (use 'abs')",
					t->pub.name,
					tpc_experiment_type_name(t->pub.type));
		} else {
			return exp_expected(p, "'exact', 'N ulp', 'abs X' or "
					       "'rel X'");
		}
	} while (exp_accept_word(p, "or"));
	return true;
}

/* @expect NAME[i, j] = expression [within tolerance] */
bool exp_parse_expect(struct parser *p)
{
	struct pos pos = p->tok.pos;
	char name[MAX_NAME];
	struct tensor *t;
	int index;

	if (!exp_name(p, name, "a tensor's name"))
		return false;
	index = tpc_experiment_find_tensor(p->exp, name);
	if (index < 0)
		return exp_fail(p, pos, "'%s' is no tensor declared above",
				name);
	t = &p->exp->tensor[index];
	if (t->pub.dir == TPC_EXPERIMENT_IN)
		return exp_fail(p, pos,
				"'%s' is an 'in' tensor: a kernel may not "
				"change it",
				name);
	if (t->expect)
		return exp_fail(p, pos, "a second @expect for '%s'", name);
	exp_advance(p);
	if (!exp_expect_punct(p, '[', "'[' and a variable a dimension") ||
	    !exp_coordinates(p, t, ']', "']'") ||
	    !exp_expect_punct(p, '=', "'='"))
		return false;
	t->expect = exp_element(p, t);
	p->num_vars = 0;
	if (!t->expect || (exp_accept_word(p, "within") && !tolerance(p, t)))
		return false;
	t->pub.has_expect = true;
	return true;
}
