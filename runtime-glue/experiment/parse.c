/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: the directives. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parse.h"

bool exp_fail(struct parser *p, struct pos pos, const char *fmt, ...)
{
	va_list ap;
	int n;

	if (p->err)
		return false;
	p->err = -EINVAL;
	if (!p->why || !p->why_size)
		return false;
	n = snprintf(p->why, p->why_size, "%s:%u:%u: error: ", p->exp->file,
		     pos.line, pos.col);
	if (n < 0 || (size_t)n >= p->why_size)
		return false;
	va_start(ap, fmt);
	vsnprintf(p->why + n, p->why_size - n, fmt, ap);
	va_end(ap);
	return false;
}

bool exp_expected(struct parser *p, const char *what)
{
	char buf[MAX_NAME];

	if (p->tok.kind == T_BAD)
		return false;
	if (p->tok.kind == T_END)
		return exp_fail(p, p->tok.pos,
				"expected %s, found the end of the line", what);
	return exp_fail(p, p->tok.pos, "expected %s, found '%s'", what,
			exp_token_text(&p->tok, buf, sizeof(buf)));
}

bool exp_nomem(struct parser *p)
{
	if (!p->err) {
		p->err = -ENOMEM;
		if (p->why && p->why_size)
			snprintf(p->why, p->why_size,
				 "%s: error: out of memory", p->exp->file);
	}
	return false;
}

/* A name that nothing else has. */
static bool new_name(struct parser *p, char **out, const char *what)
{
	const char *taken;
	char name[MAX_NAME];

	if (!exp_name(p, name, what))
		return false;
	taken = exp_reserved(name) ? "a word of the language"
				   : exp_find_name(p->exp, name);
	if (taken)
		return exp_fail(p, p->tok.pos, "'%s' is already %s", name,
				taken);
	*out = strdup(name);
	if (!*out)
		return exp_nomem(p);
	exp_advance(p);
	return true;
}

static bool type_word(struct parser *p, enum tpc_experiment_type *type)
{
	char buf[MAX_NAME];

	for (int i = 0; i < TPC_EXPERIMENT_NUM_TYPES; i++) {
		if (!exp_accept_word(p, tpc_experiment_type_name(i)))
			continue;
		*type = i;
		return true;
	}
	if (p->tok.kind != T_IDENT)
		return exp_expected(p, "an element type");
	return exp_fail(p, p->tok.pos,
			"unknown type '%s' (known: f32 bf16 i32 u32 i16 u16 i8 "
			"u8)",
			exp_token_text(&p->tok, buf, sizeof(buf)));
}

/* Whether a constant can be an element of the type. */
static bool fits(struct parser *p, enum tpc_experiment_type type,
		 const struct value *v, struct pos pos)
{
	const char *name = tpc_experiment_type_name(type);

	if (exp_type_is_real(type))
		return true;
	if (v->real)
		return exp_fail(p, pos, "%g is no integer, %s needs one", v->r,
				name);
	if (v->i < exp_type_min(type) || v->i > exp_type_max(type))
		return exp_fail(p, pos, "%lld does not fit %s (%lld to %lld)",
				(long long)v->i, name,
				(long long)exp_type_min(type),
				(long long)exp_type_max(type));
	return true;
}

static bool typed_constant(struct parser *p, enum tpc_experiment_type type,
			   struct value *v)
{
	struct pos pos = p->tok.pos;

	return exp_constant(p, v) && fits(p, type, v, pos);
}

static uint32_t value_bits(enum tpc_experiment_type type, const struct value *v)
{
	return exp_type_is_real(type) ? exp_real_bits(type, v->r)
				      : (uint32_t)v->i;
}

/* @let NAME = constant */
static bool let(struct parser *p)
{
	struct let *l = calloc(1, sizeof(*l));
	int64_t value = 0;

	if (!l)
		return exp_nomem(p);
	if (!new_name(p, &l->name, "a name for the constant") ||
	    !exp_expect_punct(p, '=', "'='") ||
	    !exp_const_int(p, &value, "@let")) {
		free(l->name);
		free(l);
		return false;
	}
	l->value = value;
	for (size_t i = 0; i < p->num_defs; i++)
		if (!strcmp(p->defs[i].name, l->name))
			l->value = p->defs[i].value;
	l->next = p->exp->lets;
	p->exp->lets = l;
	return true;
}

/* @arg NAME TYPE = constant */
static bool arg(struct parser *p)
{
	struct tpc_experiment *exp = p->exp;
	struct tpc_experiment_arg *a;
	struct pos pos = p->tok.pos;
	struct value v;
	char *name;

	if (exp->num_args == TPC_EXPERIMENT_MAX_ARGS)
		return exp_fail(p, pos, "more than %d arguments",
				TPC_EXPERIMENT_MAX_ARGS);
	if (!new_name(p, &name, "a name for the argument"))
		return false;
	a = &exp->arg[exp->num_args].pub;
	a->name = name;
	a->line = pos.line;
	if (!type_word(p, &a->type) || !exp_expect_punct(p, '=', "'='") ||
	    !typed_constant(p, a->type, &v)) {
		free(name);
		a->name = NULL;
		return false;
	}
	a->word = value_bits(a->type, &v);
	exp->num_args++;
	return true;
}

/* [d0, d1, ...] of a tensor */
static bool shape(struct parser *p, struct tpc_experiment_tensor *t)
{
	unsigned size = tpc_experiment_type_size(t->type);
	struct pos pos;
	int64_t d;

	if (!exp_expect_punct(p, '[', "'[' and the sizes"))
		return false;
	t->elements = 1;
	do {
		pos = p->tok.pos;
		if (t->ndims == TPC_EXPERIMENT_MAX_DIMS)
			return exp_fail(p, pos,
					"a tensor has at most %d dimensions",
					TPC_EXPERIMENT_MAX_DIMS);
		if (!exp_const_int(p, &d, "a size"))
			return false;
		if (d < 1 || d > INT32_MAX)
			return exp_fail(p, pos, "size %lld (legal: 1 to %d)",
					(long long)d, INT32_MAX);
		if ((uint64_t)d > MAX_TENSOR_BYTES / size / t->elements)
			return exp_fail(p, pos,
					"tensor of more than %llu bytes",
					(unsigned long long)MAX_TENSOR_BYTES);
		t->elements *= d;
		t->dims[t->ndims++] = d;
	} while (exp_accept(p, ','));
	t->bytes = t->elements * size;
	return exp_expect_punct(p, ']', "',' or ']'");
}

static bool direction(struct parser *p, enum tpc_experiment_dir *dir)
{
	if (exp_accept_word(p, "in"))
		*dir = TPC_EXPERIMENT_IN;
	else if (exp_accept_word(p, "out"))
		*dir = TPC_EXPERIMENT_OUT;
	else if (exp_accept_word(p, "inout"))
		*dir = TPC_EXPERIMENT_INOUT;
	else
		return exp_expected(p, "'in', 'out' or 'inout'");
	return true;
}

static bool add_value(struct parser *p, struct tensor *t, const struct value *v)
{
	struct value *more;

	if (!(t->num_values & (t->num_values - 1))) {
		size_t n = t->num_values ? t->num_values * 2 : 1;

		more = realloc(t->values, n * sizeof(*more));
		if (!more)
			return exp_nomem(p);
		t->values = more;
	}
	t->values[t->num_values++] = *v;
	return true;
}

/* (v, v, ...): between min and max constants that the type can hold */
static bool value_list(struct parser *p, struct tensor *t, size_t min,
		       size_t max, const char *what)
{
	struct pos pos = p->tok.pos;
	struct value v;

	if (!exp_expect_punct(p, '(', "'('"))
		return false;
	do {
		pos = p->tok.pos;
		if (t->num_values == max)
			return exp_fail(p, pos, "%s takes at most %zu value%s",
					what, max, max == 1 ? "" : "s");
		if (!typed_constant(p, t->pub.type, &v) || !add_value(p, t, &v))
			return false;
	} while (exp_accept(p, ','));
	if (t->num_values < min)
		return exp_fail(p, p->tok.pos, "%s takes %zu values, found %zu",
				what, min, t->num_values);
	return exp_expect_punct(p, ')', "',' or ')'");
}

static bool fill_values(struct parser *p, struct tensor *t)
{
	size_t max = MAX_VALUES;

	t->fill = FILL_VALUES;
	if (t->pub.elements < max)
		max = t->pub.elements;
	return value_list(p, t, 1, max, "this tensor");
}

static bool fill_iota(struct parser *p, struct tensor *t)
{
	struct value one = {.i = 1, .r = 1}, last;
	struct pos pos = p->tok.pos;

	t->fill = FILL_IOTA;
	if (!value_list(p, t, 1, 2, "iota"))
		return false;
	if (t->num_values == 1 && !add_value(p, t, &one))
		return false;
	if (exp_type_is_real(t->pub.type))
		return true;
	/* elements < 2^36 and 32-bit values: no overflow */
	last = t->values[0];
	last.i += t->values[1].i * (int64_t)(t->pub.elements - 1);
	return fits(p, t->pub.type, &last, pos);
}

static bool fill_random(struct parser *p, struct tensor *t)
{
	struct value v[2];
	int64_t seed;
	struct pos pos;

	t->fill = FILL_RANDOM;
	if (!exp_expect_punct(p, '(', "'('") ||
	    !exp_const_int(p, &seed, "a seed") ||
	    !exp_expect_punct(p, ',', "','") ||
	    !typed_constant(p, t->pub.type, &v[0]) ||
	    !exp_expect_punct(p, ',', "','"))
		return false;
	pos = p->tok.pos;
	if (!typed_constant(p, t->pub.type, &v[1]) ||
	    !exp_expect_punct(p, ')', "')'"))
		return false;
	if (!(v[0].r <= v[1].r))
		return exp_fail(p, pos,
				"the upper bound %g is below the lower bound "
				"%g",
				v[1].r, v[0].r);
	t->seed = (uint64_t)seed;
	return add_value(p, t, &v[0]) && add_value(p, t, &v[1]);
}

static bool fill_file(struct parser *p, struct tensor *t)
{
	t->fill = FILL_FILE;
	if (p->tok.kind != T_STRING)
		return exp_expected(p, "a file name in double quotes");
	if (!p->tok.len || memchr(p->tok.s, '\0', p->tok.len))
		return exp_fail(p, p->tok.pos, "this is no file name");
	t->pub.file = strndup(p->tok.s, p->tok.len);
	if (!t->pub.file)
		return exp_nomem(p);
	exp_advance(p);
	return true;
}

/* i, j, ...: one variable a dimension, up to the closing token */
static bool coordinates(struct parser *p, const struct tensor *t, int close,
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
static struct node *element(struct parser *p, const struct tensor *t)
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

/* Contents are made before any tensor has contents. */
static bool reads_tensor(const struct node *n, const struct node **leaf)
{
	if (n->op == OP_TENSOR) {
		*leaf = n;
		return true;
	}
	for (unsigned i = 0; i < n->num_kids; i++)
		if (reads_tensor(n->kid[i], leaf))
			return true;
	return n->other && reads_tensor(n->other, leaf);
}

/* each(i, j) expression */
static bool fill_each(struct parser *p, struct tensor *t)
{
	const struct node *leaf;

	t->fill = FILL_EACH;
	if (!exp_expect_punct(p, '(', "'(' and a variable a dimension") ||
	    !coordinates(p, t, ')', "')'"))
		return false;
	t->each = element(p, t);
	p->num_vars = 0;
	if (t->each && reads_tensor(t->each, &leaf))
		return exp_fail(p, leaf->pos,
				"a fill cannot read another tensor");
	return t->each;
}

static bool fill(struct parser *p, struct tensor *t)
{
	t->fill_pos = p->tok.pos;
	t->pub.has_fill = true;
	if (exp_accept_word(p, "zeros")) {
		struct value zero = {0};

		t->fill = FILL_CONST;
		return add_value(p, t, &zero);
	}
	if (exp_accept_word(p, "const")) {
		t->fill = FILL_CONST;
		return value_list(p, t, 1, 1, "const");
	}
	if (exp_accept_word(p, "iota"))
		return fill_iota(p, t);
	if (exp_accept_word(p, "random"))
		return fill_random(p, t);
	if (exp_accept_word(p, "values"))
		return fill_values(p, t);
	if (exp_accept_word(p, "file"))
		return fill_file(p, t);
	if (exp_accept_word(p, "each"))
		return fill_each(p, t);
	return exp_expected(p, "a fill (zeros, const(V), iota(START, STEP), "
			       "random(SEED, LOW, HIGH), values(V, ...), file "
			       "\"NAME.npy\" or each(I, ...) EXPRESSION)");
}

static bool tensor_rest(struct parser *p, struct tensor *t)
{
	struct value v;

	if (!direction(p, &t->pub.dir))
		return false;
	if (exp_accept_word(p, "pad")) {
		if (!typed_constant(p, t->pub.type, &v))
			return false;
		t->pub.has_pad = true;
		t->pub.pad = value_bits(t->pub.type, &v);
		if (tpc_experiment_type_size(t->pub.type) < 4)
			t->pub.pad &= (1u << 8 * tpc_experiment_type_size(
							 t->pub.type)) -
				      1;
	}
	return !exp_accept(p, '=') || fill(p, t);
}

/* @tensor NAME TYPE[sizes] in|out|inout [pad V] [= fill] */
static bool tensor(struct parser *p)
{
	struct tpc_experiment *exp = p->exp;
	struct tensor *t;
	struct pos pos = p->tok.pos;
	char *name;

	if (exp->num_tensors == TPC_EXPERIMENT_MAX_TENSORS)
		return exp_fail(p, pos, "more than %d tensors",
				TPC_EXPERIMENT_MAX_TENSORS);
	if (!new_name(p, &name, "a name for the tensor"))
		return false;
	t = &exp->tensor[exp->num_tensors];
	t->pub.name = name;
	t->pub.line = pos.line;
	if (!type_word(p, &t->pub.type) || !shape(p, &t->pub)) {
		free(name);
		return false;
	}
	/* From here on its sizes are known by name, in its own fill too. */
	exp->num_tensors++;
	return tensor_rest(p, t);
}

/* @index_space sizes */
static bool index_space(struct parser *p)
{
	struct tpc_experiment *exp = p->exp;
	struct pos pos = p->tok.pos;
	int64_t d;

	if (exp->index_dims)
		return exp_fail(p, pos, "a second @index_space");
	do {
		pos = p->tok.pos;
		if (exp->index_dims == TPC_EXPERIMENT_MAX_DIMS)
			return exp_fail(p, pos,
					"an index space has at most %d "
					"dimensions",
					TPC_EXPERIMENT_MAX_DIMS);
		if (!exp_const_int(p, &d, "@index_space"))
			return false;
		if (d < 1 || d > INT32_MAX)
			return exp_fail(p, pos, "size %lld (legal: 1 to %d)",
					(long long)d, INT32_MAX);
		exp->index_size[exp->index_dims++] = d;
	} while (exp_accept(p, ','));
	return true;
}

/* @tpcs number */
static bool tpcs(struct parser *p)
{
	struct pos pos = p->tok.pos;
	int64_t n;

	if (p->exp->tpcs)
		return exp_fail(p, pos, "a second @tpcs");
	if (!exp_const_int(p, &n, "@tpcs"))
		return false;
	if (n < 1 || n > 1024)
		return exp_fail(p, pos, "%lld TPCs (legal: 1 to 1024)",
				(long long)n);
	p->exp->tpcs = n;
	return true;
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
static bool expect(struct parser *p)
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
	    !coordinates(p, t, ']', "']'") || !exp_expect_punct(p, '=', "'='"))
		return false;
	t->expect = element(p, t);
	p->num_vars = 0;
	if (!t->expect || (exp_accept_word(p, "within") && !tolerance(p, t)))
		return false;
	t->pub.has_expect = true;
	return true;
}

static bool directive(struct parser *p)
{
	static const struct {
		const char *name;
		bool (*parse)(struct parser *p);
	} table[] = {
		{"arg", arg}, {"expect", expect}, {"index_space", index_space},
		{"let", let}, {"tensor", tensor}, {"tpcs", tpcs},
	};
	char buf[MAX_NAME];

	p->has_ahead = false;
	exp_advance(p);
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (!exp_accept_word(p, table[i].name))
			continue;
		if (!table[i].parse(p))
			return false;
		return p->tok.kind == T_END ||
		       exp_expected(p, "the end of the line");
	}
	if (p->tok.kind != T_IDENT)
		return exp_expected(p, "a directive after '@'");
	return exp_fail(p, p->tok.pos,
			"unknown directive '@%s' (known: @arg @expect "
			"@index_space @let @tensor @tpcs)",
			exp_token_text(&p->tok, buf, sizeof(buf)));
}

/* Every definition from outside must have met its @let. */
static bool check_defs(struct parser *p)
{
	for (size_t i = 0; i < p->num_defs; i++) {
		const struct let *l = p->exp->lets;

		while (l && strcmp(l->name, p->defs[i].name))
			l = l->next;
		if (l)
			continue;
		p->err = -EINVAL;
		if (p->why && p->why_size)
			snprintf(p->why, p->why_size,
				 "%s: error: no @let declares '%s'",
				 p->exp->file, p->defs[i].name);
		return false;
	}
	return true;
}

static bool parse_text(struct parser *p)
{
	bool continuation;

	while (exp_next_directive(&p->lex, &continuation)) {
		struct pos pos = {
			.line = p->lex.line,
			.col = p->lex.p - p->lex.line_start + 1,
		};

		p->exp->empty = false;
		if (continuation)
			return exp_fail(p, pos,
					"'@' and a blank continue a directive, "
					"and there is none above");
		if (!directive(p))
			return false;
	}
	return check_defs(p);
}

int tpc_experiment_parse(const char *text, size_t size, const char *file,
			 unsigned first_line,
			 const struct tpc_experiment_define *defs,
			 size_t num_defs, struct tpc_experiment **out,
			 char *why, size_t why_size)
{
	struct parser *p = calloc(1, sizeof(*p));
	int err;

	if (!p)
		return -ENOMEM;
	p->exp = calloc(1, sizeof(*p->exp));
	if (p->exp)
		p->exp->file = strdup(file);
	if (!p->exp || !p->exp->file) {
		free(p->exp);
		free(p);
		return -ENOMEM;
	}
	p->exp->empty = true;
	p->lex.next = text;
	p->lex.end = text + size;
	p->lex.next_line = first_line;
	p->defs = defs;
	p->num_defs = num_defs;
	p->why = why;
	p->why_size = why_size;
	if (parse_text(p))
		*out = p->exp;
	else
		tpc_experiment_free(p->exp);
	err = p->err;
	free(p);
	return err;
}
