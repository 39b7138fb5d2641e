/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: functions and reductions in expressions. */
#include <string.h>

#include "parse.h"

enum signature {
	SIG_REAL,   /* real -> real */
	SIG_TO_INT, /* real -> int */
	SIG_INT,    /* int -> int, carries a type */
	SIG_BOTH1,  /* int -> int, real -> real */
	SIG_BOTHN,  /* two or more of one kind */
	SIG_REAL2,  /* real, real -> real */
	SIG_INT2,   /* int, int -> int */
};

static const struct function {
	const char *name;
	enum op op;
	enum signature sig;
	unsigned type;
} functions[] = {
	{"abs", OP_ABS, SIG_BOTH1, 0},
	{"bf16", OP_BF16, SIG_REAL, 0},
	{"ceil", OP_CEIL, SIG_TO_INT, 0},
	{"cos", OP_COS, SIG_REAL, 0},
	{"div", OP_IDIV, SIG_INT2, 0},
	{"exp", OP_EXP, SIG_REAL, 0},
	{"f32", OP_F32, SIG_REAL, 0},
	{"floor", OP_FLOOR, SIG_TO_INT, 0},
	{"ftz", OP_FTZ, SIG_REAL, 0},
	{"log", OP_LOG, SIG_REAL, 0},
	{"max", OP_MAX, SIG_BOTHN, 0},
	{"min", OP_MIN, SIG_BOTHN, 0},
	{"pow", OP_POW, SIG_REAL2, 0},
	{"round", OP_ROUND, SIG_TO_INT, 0},
	{"sat_i16", OP_SAT, SIG_INT, TPC_EXPERIMENT_I16},
	{"sat_i32", OP_SAT, SIG_INT, TPC_EXPERIMENT_I32},
	{"sat_i8", OP_SAT, SIG_INT, TPC_EXPERIMENT_I8},
	{"sat_u16", OP_SAT, SIG_INT, TPC_EXPERIMENT_U16},
	{"sat_u32", OP_SAT, SIG_INT, TPC_EXPERIMENT_U32},
	{"sat_u8", OP_SAT, SIG_INT, TPC_EXPERIMENT_U8},
	{"sin", OP_SIN, SIG_REAL, 0},
	{"sqrt", OP_SQRT, SIG_REAL, 0},
	{"tanh", OP_TANH, SIG_REAL, 0},
	{"trunc", OP_TRUNC, SIG_TO_INT, 0},
	{"wrap_i16", OP_WRAP, SIG_INT, TPC_EXPERIMENT_I16},
	{"wrap_i32", OP_WRAP, SIG_INT, TPC_EXPERIMENT_I32},
	{"wrap_i8", OP_WRAP, SIG_INT, TPC_EXPERIMENT_I8},
	{"wrap_u16", OP_WRAP, SIG_INT, TPC_EXPERIMENT_U16},
	{"wrap_u32", OP_WRAP, SIG_INT, TPC_EXPERIMENT_U32},
	{"wrap_u8", OP_WRAP, SIG_INT, TPC_EXPERIMENT_U8},
};

static const struct function *find_function(const struct token *t)
{
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		if (exp_is_word(t, functions[i].name))
			return &functions[i];
	return NULL;
}

static struct node *unknown_function(struct parser *p)
{
	char buf[MAX_NAME];

	exp_fail(p, p->tok.pos,
		 "unknown function '%s' (known: sum min max abs floor ceil "
		 "round trunc sqrt exp log pow sin cos tanh div dim f32 bf16 "
		 "ftz "
		 "wrap_TYPE sat_TYPE)",
		 exp_token_text(&p->tok, buf, sizeof(buf)));
	return NULL;
}

static struct node *apply1(struct parser *p, const struct function *f,
			   struct node *a, struct pos pos)
{
	struct node *n;

	switch (f->sig) {
	case SIG_REAL:
		return exp_make1(p, f->op, true, exp_to_real(p, a), pos);
	case SIG_TO_INT:
		/* rounding an integer is no operation */
		return a->real ? exp_make1(p, f->op, false, a, pos) : a;
	case SIG_INT:
		if (!exp_need_int(p, a, f->name))
			return NULL;
		n = exp_make1(p, f->op, false, a, pos);
		if (n)
			n->index = f->type;
		return n;
	default: /* SIG_BOTH1 */
		return exp_make1(p, f->op, a->real, a, pos);
	}
}

static struct node *apply2(struct parser *p, const struct function *f,
			   struct node *a, struct node *b, struct pos pos)
{
	switch (f->sig) {
	case SIG_REAL2:
		return exp_make2(p, f->op, true, exp_to_real(p, a),
				 exp_to_real(p, b), pos);
	case SIG_INT2:
		if (!exp_need_int(p, a, f->name) ||
		    !exp_need_int(p, b, f->name))
			return NULL;
		return exp_make2(p, f->op, false, a, b, pos);
	default: /* SIG_BOTHN */
		if (!exp_unify(p, &a, &b))
			return NULL;
		return exp_make2(p, f->op, a->real, a, b, pos);
	}
}

/* The arguments, from after the opening parenthesis. */
static struct node *call(struct parser *p, const struct function *f,
			 struct pos pos)
{
	bool one = f->sig < SIG_BOTHN;
	struct node *n = exp_expression(p), *b;

	if (!n)
		return NULL;
	if (one) {
		n = apply1(p, f, n, pos);
	} else {
		if (!exp_expect_punct(p, ',', "',' and another argument"))
			return NULL;
		do {
			b = exp_expression(p);
			n = b ? apply2(p, f, n, b, pos) : NULL;
			if (!n)
				return NULL;
		} while (f->sig == SIG_BOTHN && exp_accept(p, ','));
	}
	if (!n || !exp_expect_punct(p, ')', "')'"))
		return NULL;
	return n;
}

/* sum(k: a..b, l: c..d) body, from the first variable on */
static struct node *reduction(struct parser *p, enum op op, struct pos pos)
{
	struct node *from, *to, *body = NULL, *n = NULL;
	char name[MAX_NAME];
	unsigned saved = p->num_vars;
	int slot = -1;

	if (exp_name(p, name, "a variable"))
		slot = exp_push_var(p, name, p->tok.pos);
	if (slot < 0)
		return NULL;
	exp_advance(p);
	/* The bounds do not see the variable: blank its name meanwhile. */
	strcpy(p->var[slot], "");
	if (!exp_expect_punct(p, ':', "':'"))
		return NULL;
	from = exp_expression(p);
	if (!from || !exp_need_int(p, from, "a range") ||
	    !exp_expect_punct(p, P2('.', '.'), "'..'"))
		return NULL;
	to = exp_expression(p);
	if (!to || !exp_need_int(p, to, "a range"))
		return NULL;
	strcpy(p->var[slot], name);
	if (p->nesting++ > MAX_DEPTH)
		exp_fail(p, pos, "expression nested more than %d deep",
			 MAX_DEPTH);
	else if (exp_accept(p, ','))
		body = reduction(p, op, p->tok.pos);
	else if (exp_expect_punct(p, ')', "',' or ')'"))
		body = exp_unary(p);
	p->nesting--;
	if (body)
		n = exp_new_node(p, op, pos);
	if (!n || !exp_add_kid(p, n, from) || !exp_add_kid(p, n, to) ||
	    !exp_add_kid(p, n, body))
		return NULL;
	n->real = body->real;
	n->index = slot;
	p->num_vars = saved;
	/* depends on its own variable only as long as it runs */
	return n;
}

/* dim(tensor, number), from after the parenthesis */
static struct node *dim_call(struct parser *p, struct pos pos)
{
	char name[MAX_NAME];
	int64_t d = 0;
	int t;

	if (!exp_name(p, name, "a tensor's name"))
		return NULL;
	t = tpc_experiment_find_tensor(p->exp, name);
	if (t < 0) {
		exp_fail(p, p->tok.pos, "'%s' is no tensor declared above",
			 name);
		return NULL;
	}
	exp_advance(p);
	if (!exp_expect_punct(p, ',', "','"))
		return NULL;
	pos = p->tok.pos;
	if (!exp_const_int(p, &d, "dim"))
		return NULL;
	if (d < 0 || d >= p->exp->tensor[t].pub.ndims) {
		exp_fail(p, pos, "'%s' has dimensions 0 to %u", name,
			 p->exp->tensor[t].pub.ndims - 1);
		return NULL;
	}
	if (!exp_expect_punct(p, ')', "')'"))
		return NULL;
	return exp_int_node(p, p->exp->tensor[t].pub.dims[d], pos);
}

struct node *exp_call(struct parser *p)
{
	const struct function *f = find_function(&p->tok);
	bool sum = exp_is_word(&p->tok, "sum");
	bool dim = exp_is_word(&p->tok, "dim");
	struct pos pos = p->tok.pos;

	if (!f && !sum && !dim)
		return unknown_function(p);
	exp_advance(p); /* the name */
	exp_advance(p); /* the parenthesis */
	if (dim)
		return dim_call(p, pos);
	if (sum)
		return reduction(p, OP_SUM, pos);
	if (p->tok.kind == T_IDENT && exp_is_punct(exp_peek(p), ':') &&
	    (f->op == OP_MIN || f->op == OP_MAX))
		return reduction(p, f->op == OP_MIN ? OP_RMIN : OP_RMAX, pos);
	return call(p, f, pos);
}
