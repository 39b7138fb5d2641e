/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: the expression parser. Precedence is C's. Every node is
 * an integer or a real; where the two meet, the integer becomes a real.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parse.h"

static struct node *ternary(struct parser *p);
static struct node *unary(struct parser *p);

static struct node *new_node(struct parser *p, enum op op, struct pos pos)
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
static struct node *add_kid(struct parser *p, struct node *n, struct node *kid)
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

static struct node *make1(struct parser *p, enum op op, bool real,
			  struct node *a, struct pos pos)
{
	struct node *n = a ? new_node(p, op, pos) : NULL;

	if (!n || !add_kid(p, n, a))
		return NULL;
	n->real = real;
	return n;
}

static struct node *make2(struct parser *p, enum op op, bool real,
			  struct node *a, struct node *b, struct pos pos)
{
	struct node *n = b ? make1(p, op, real, a, pos) : NULL;

	return n && add_kid(p, n, b) ? n : NULL;
}

struct node *exp_to_real(struct parser *p, struct node *n)
{
	if (!n || n->real)
		return n;
	return make1(p, OP_TO_REAL, true, n, n->pos);
}

/* Both operands of one kind: real if one of them is. */
static bool unify(struct parser *p, struct node **a, struct node **b)
{
	if (!*a || !*b)
		return false;
	if ((*a)->real != (*b)->real) {
		*a = exp_to_real(p, *a);
		*b = exp_to_real(p, *b);
	}
	return *a && *b;
}

static bool need_int(struct parser *p, const struct node *n, const char *who)
{
	return !n->real ||
	       exp_fail(p, n->pos,
			"%s takes integers (use floor(), ceil(), round() or "
			"trunc())",
			who);
}

static struct node *int_node(struct parser *p, int64_t v, struct pos pos)
{
	struct node *n = new_node(p, OP_INT, pos);

	if (n) {
		n->i = v;
		n->constant = true;
	}
	return n;
}

/* Names */

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
	struct node *n = new_node(p, OP_TENSOR, pos), *c;

	if (!n || !exp_expect_punct(p, '[', "'[' after a tensor's name"))
		return NULL;
	n->index = index;
	n->real = exp_type_is_real(t->type);
	do {
		c = ternary(p);
		if (!c || !need_int(p, c, "a coordinate"))
			return NULL;
		if (n->num_kids == t->ndims) {
			exp_fail(p, c->pos, "'%s' has %u dimension%s", t->name,
				 t->ndims, t->ndims == 1 ? "" : "s");
			return NULL;
		}
		if (!add_kid(p, n, c))
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
	c = unary(p);
	if (c && n->real)
		c = exp_to_real(p, c);
	if (!c || (!n->real && !need_int(p, c, "'else' of an integer tensor")))
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

static struct node *name_value(struct parser *p)
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
		n = new_node(p, OP_VAR, pos);
		if (n)
			n->index = i;
		return n;
	}
	for (const struct let *l = p->exp->lets; l; l = l->next) {
		if (strcmp(l->name, name))
			continue;
		exp_advance(p);
		return int_node(p, l->value, pos);
	}
	for (unsigned i = 0; i < p->exp->num_args; i++) {
		if (strcmp(p->exp->arg[i].pub.name, name))
			continue;
		exp_advance(p);
		n = new_node(p, OP_ARG, pos);
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

/* Calls */

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
		return make1(p, f->op, true, exp_to_real(p, a), pos);
	case SIG_TO_INT:
		/* rounding an integer is no operation */
		return a->real ? make1(p, f->op, false, a, pos) : a;
	case SIG_INT:
		if (!need_int(p, a, f->name))
			return NULL;
		n = make1(p, f->op, false, a, pos);
		if (n)
			n->index = f->type;
		return n;
	default: /* SIG_BOTH1 */
		return make1(p, f->op, a->real, a, pos);
	}
}

static struct node *apply2(struct parser *p, const struct function *f,
			   struct node *a, struct node *b, struct pos pos)
{
	switch (f->sig) {
	case SIG_REAL2:
		return make2(p, f->op, true, exp_to_real(p, a),
			     exp_to_real(p, b), pos);
	case SIG_INT2:
		if (!need_int(p, a, f->name) || !need_int(p, b, f->name))
			return NULL;
		return make2(p, f->op, false, a, b, pos);
	default: /* SIG_BOTHN */
		if (!unify(p, &a, &b))
			return NULL;
		return make2(p, f->op, a->real, a, b, pos);
	}
}

/* The arguments, from after the opening parenthesis. */
static struct node *call(struct parser *p, const struct function *f,
			 struct pos pos)
{
	bool one = f->sig < SIG_BOTHN;
	struct node *n = ternary(p), *b;

	if (!n)
		return NULL;
	if (one) {
		n = apply1(p, f, n, pos);
	} else {
		if (!exp_expect_punct(p, ',', "',' and another argument"))
			return NULL;
		do {
			b = ternary(p);
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
	from = ternary(p);
	if (!from || !need_int(p, from, "a range") ||
	    !exp_expect_punct(p, P2('.', '.'), "'..'"))
		return NULL;
	to = ternary(p);
	if (!to || !need_int(p, to, "a range"))
		return NULL;
	strcpy(p->var[slot], name);
	if (p->nesting++ > MAX_DEPTH)
		exp_fail(p, pos, "expression nested more than %d deep",
			 MAX_DEPTH);
	else if (exp_accept(p, ','))
		body = reduction(p, op, p->tok.pos);
	else if (exp_expect_punct(p, ')', "',' or ')'"))
		body = unary(p);
	p->nesting--;
	if (body)
		n = new_node(p, op, pos);
	if (!n || !add_kid(p, n, from) || !add_kid(p, n, to) ||
	    !add_kid(p, n, body))
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
	return int_node(p, p->exp->tensor[t].pub.dims[d], pos);
}

static struct node *call_or_reduction(struct parser *p)
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

/* Operators */

static struct node *primary(struct parser *p)
{
	struct token t = p->tok;
	struct node *n;

	switch (t.kind) {
	case T_INT:
		exp_advance(p);
		return int_node(p, t.i, t.pos);
	case T_REAL:
		exp_advance(p);
		n = new_node(p, OP_REAL, t.pos);
		if (!n)
			return NULL;
		n->real = n->constant = true;
		n->r = t.r;
		return n;
	case T_IDENT:
		if (exp_is_punct(exp_peek(p), '('))
			return call_or_reduction(p);
		return name_value(p);
	default:
		break;
	}
	if (!exp_accept(p, '(')) {
		exp_expected(p, "a value");
		return NULL;
	}
	n = ternary(p);
	return n && exp_expect_punct(p, ')', "')'") ? n : NULL;
}

static struct node *unary_operator(struct parser *p)
{
	struct pos pos = p->tok.pos;
	struct node *a;

	if (exp_accept(p, '+'))
		return unary(p);
	if (exp_accept(p, '-')) {
		a = unary(p);
		return a ? make1(p, OP_NEG, a->real, a, pos) : NULL;
	}
	if (exp_accept(p, '!')) {
		a = unary(p);
		if (!a || !need_int(p, a, "'!'"))
			return NULL;
		return make1(p, OP_NOT, false, a, pos);
	}
	if (exp_accept(p, '~')) {
		a = unary(p);
		if (!a || !need_int(p, a, "'~'"))
			return NULL;
		return make1(p, OP_BIT_NOT, false, a, pos);
	}
	return primary(p);
}

static struct node *unary(struct parser *p)
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
		if (!need_int(p, a, op->name) || !need_int(p, b, op->name))
			return NULL;
		return make2(p, op->op, false, a, b, pos);
	case K_REAL:
		return make2(p, op->op, true, exp_to_real(p, a),
			     exp_to_real(p, b), pos);
	case K_COMPARE:
		if (!unify(p, &a, &b))
			return NULL;
		return make2(p, a->real ? op->real : op->op, false,
			     op->swap ? b : a, op->swap ? a : b, pos);
	default:
		if (!unify(p, &a, &b))
			return NULL;
		return make2(p, op->op, a->real, a, b, pos);
	}
}

static struct node *binary(struct parser *p, unsigned level)
{
	struct node *a = unary(p), *b;
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
	if (!need_int(p, c, "a condition"))
		return NULL;
	a = ternary(p);
	if (!a || !exp_expect_punct(p, ':', "':' of '?:'"))
		return NULL;
	b = ternary(p);
	if (!unify(p, &a, &b))
		return NULL;
	n = make2(p, OP_COND, a->real, c, a, pos);
	return n && add_kid(p, n, b) ? n : NULL;
}

static struct node *ternary(struct parser *p)
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

struct node *exp_expression(struct parser *p)
{
	return ternary(p);
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
	struct node *n = ternary(p);
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
