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
bool exp_new_name(struct parser *p, char **out, const char *what)
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

bool exp_type_word(struct parser *p, enum tpc_experiment_type *type)
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
bool exp_fits(struct parser *p, enum tpc_experiment_type type,
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

bool exp_typed_constant(struct parser *p, enum tpc_experiment_type type,
			struct value *v)
{
	struct pos pos = p->tok.pos;

	return exp_constant(p, v) && exp_fits(p, type, v, pos);
}

uint32_t exp_value_bits(enum tpc_experiment_type type, const struct value *v)
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
	if (!exp_new_name(p, &l->name, "a name for the constant") ||
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
	if (!exp_new_name(p, &name, "a name for the argument"))
		return false;
	a = &exp->arg[exp->num_args].pub;
	a->name = name;
	a->line = pos.line;
	if (!exp_type_word(p, &a->type) || !exp_expect_punct(p, '=', "'='") ||
	    !exp_typed_constant(p, a->type, &v)) {
		free(name);
		a->name = NULL;
		return false;
	}
	a->word = exp_value_bits(a->type, &v);
	exp->num_args++;
	return true;
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

static bool directive(struct parser *p)
{
	static const struct {
		const char *name;
		bool (*parse)(struct parser *p);
	} table[] = {
		{"arg", arg},
		{"expect", exp_parse_expect},
		{"index_space", index_space},
		{"let", let},
		{"tensor", exp_parse_tensor},
		{"tpcs", tpcs},
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
