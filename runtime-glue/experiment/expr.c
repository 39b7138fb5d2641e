/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: operators. Precedence is C's. Every node is an integer or
 * a real; where the two meet, the integer becomes a real.
 */
#include "parse.h"

static struct node *primary(struct parser *p)
{
	struct token t = p->tok;
	struct node *n;

	switch (t.kind) {
	case T_INT:
		exp_advance(p);
		return exp_int_node(p, t.i, t.pos);
	case T_REAL:
		exp_advance(p);
		n = exp_new_node(p, OP_REAL, t.pos);
		if (!n)
			return NULL;
		n->real = n->constant = true;
		n->r = t.r;
		return n;
	case T_IDENT:
		if (exp_is_punct(exp_peek(p), '('))
			return exp_call(p);
		return exp_name_value(p);
	default:
		break;
	}
	if (!exp_accept(p, '(')) {
		exp_expected(p, "a value");
		return NULL;
	}
	n = exp_expression(p);
	return n && exp_expect_punct(p, ')', "')'") ? n : NULL;
}

static struct node *unary_operator(struct parser *p)
{
	struct pos pos = p->tok.pos;
	struct node *a;

	if (exp_accept(p, '+'))
		return exp_unary(p);
	if (exp_accept(p, '-')) {
		a = exp_unary(p);
		return a ? exp_make1(p, OP_NEG, a->real, a, pos) : NULL;
	}
	if (exp_accept(p, '!')) {
		a = exp_unary(p);
		if (!a || !exp_need_int(p, a, "'!'"))
			return NULL;
		return exp_make1(p, OP_NOT, false, a, pos);
	}
	if (exp_accept(p, '~')) {
		a = exp_unary(p);
		if (!a || !exp_need_int(p, a, "'~'"))
			return NULL;
		return exp_make1(p, OP_BIT_NOT, false, a, pos);
	}
	return primary(p);
}

struct node *exp_unary(struct parser *p)
{
	struct node *n = NULL;

	if (p->nesting++ > MAX_DEPTH)
		exp_fail(p, p->tok.pos, "expression nested more than %d deep",
			 MAX_DEPTH);
	else
		n = unary_operator(p);
	p->nesting--;
	return n;
}

enum kind { K_BOTH, K_REAL, K_INT, K_COMPARE };

static const struct binary {
	int code;
	unsigned level; /* binds tighter the higher it is */
	enum kind kind;
	enum op op;   /* K_COMPARE: for integers */
	enum op real; /* K_COMPARE: for reals */
	bool swap;
	const char *name;
} binaries[] = {
	{P2('|', '|'), 1, K_INT, OP_OR_OR, 0, false, "'||'"},
	{P2('&', '&'), 2, K_INT, OP_AND_AND, 0, false, "'&&'"},
	{'|', 3, K_INT, OP_BIT_OR, 0, false, "'|'"},
	{'^', 4, K_INT, OP_BIT_XOR, 0, false, "'^'"},
	{'&', 5, K_INT, OP_BIT_AND, 0, false, "'&'"},
	{P2('=', '='), 6, K_COMPARE, OP_EQ, OP_EQ_REAL, false, "'=='"},
	{P2('!', '='), 6, K_COMPARE, OP_NE, OP_NE_REAL, false, "'!='"},
	{'<', 7, K_COMPARE, OP_LT, OP_LT_REAL, false, "'<'"},
	{P2('<', '='), 7, K_COMPARE, OP_LE, OP_LE_REAL, false, "'<='"},
	{'>', 7, K_COMPARE, OP_LT, OP_LT_REAL, true, "'>'"},
	{P2('>', '='), 7, K_COMPARE, OP_LE, OP_LE_REAL, true, "'>='"},
	{P2('<', '<'), 8, K_INT, OP_SHL, 0, false, "'<<'"},
	{P2('>', '>'), 8, K_INT, OP_SHR, 0, false, "'>>'"},
	{'+', 9, K_BOTH, OP_ADD, 0, false, "'+'"},
	{'-', 9, K_BOTH, OP_SUB, 0, false, "'-'"},
	{'*', 10, K_BOTH, OP_MUL, 0, false, "'*'"},
	{'/', 10, K_REAL, OP_DIV, 0, false, "'/'"},
	{'%', 10, K_INT, OP_MOD, 0, false, "'%'"},
};

static const struct binary *find_binary(const struct token *t)
{
	for (size_t i = 0; i < sizeof(binaries) / sizeof(binaries[0]); i++)
		if (exp_is_punct(t, binaries[i].code))
			return &binaries[i];
	return NULL;
}

static struct node *make_binary(struct parser *p, const struct binary *op,
				struct node *a, struct node *b, struct pos pos)
{
	switch (op->kind) {
	case K_INT:
		if (!exp_need_int(p, a, op->name) ||
		    !exp_need_int(p, b, op->name))
			return NULL;
		return exp_make2(p, op->op, false, a, b, pos);
	case K_REAL:
		return exp_make2(p, op->op, true, exp_to_real(p, a),
				 exp_to_real(p, b), pos);
	case K_COMPARE:
		if (!exp_unify(p, &a, &b))
			return NULL;
		return exp_make2(p, a->real ? op->real : op->op, false,
				 op->swap ? b : a, op->swap ? a : b, pos);
	default:
		if (!exp_unify(p, &a, &b))
			return NULL;
		return exp_make2(p, op->op, a->real, a, b, pos);
	}
}

static struct node *binary(struct parser *p, unsigned level)
{
	struct node *a = exp_unary(p), *b;
	const struct binary *op;
	struct pos pos;

	while (a && (op = find_binary(&p->tok)) && op->level >= level) {
		pos = p->tok.pos;
		exp_advance(p);
		b = binary(p, op->level + 1);
		a = b ? make_binary(p, op, a, b, pos) : NULL;
	}
	return a;
}

static struct node *conditional(struct parser *p)
{
	struct node *c = binary(p, 1), *a, *b, *n;
	struct pos pos = p->tok.pos;

	if (!c || !exp_accept(p, '?'))
		return c;
	if (!exp_need_int(p, c, "a condition"))
		return NULL;
	a = exp_expression(p);
	if (!a || !exp_expect_punct(p, ':', "':' of '?:'"))
		return NULL;
	b = exp_expression(p);
	if (!exp_unify(p, &a, &b))
		return NULL;
	n = exp_make2(p, OP_COND, a->real, c, a, pos);
	return n && exp_add_kid(p, n, b) ? n : NULL;
}

struct node *exp_expression(struct parser *p)
{
	struct node *n = NULL;

	if (p->nesting++ > MAX_DEPTH)
		exp_fail(p, p->tok.pos, "expression nested more than %d deep",
			 MAX_DEPTH);
	else
		n = conditional(p);
	p->nesting--;
	return n;
}
