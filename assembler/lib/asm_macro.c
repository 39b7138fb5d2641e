// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Text that is written once and read several times: .macro, .rept, .irp. The
 * lines up to the end of the block are kept as they stand; an expansion is a
 * text of its own with `\name` replaced.
 */
#include "asm_priv.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MAX_PARAMS 32
#define MAX_QUOTE  40

/* Text without end mark. */
struct slice {
	const char *p;
	size_t len;
};

struct param {
	struct slice name, preset;
	bool required;
	bool rest; /* takes all arguments that are left, with their commas */
};

struct tpc_macro {
	struct slice name, body;
	struct param params[MAX_PARAMS];
	unsigned num_params;
	struct tpc_loc loc;
};

static bool same(struct slice a, const char *p, size_t len)
{
	return a.len == len && !memcmp(a.p, p, len);
}

static bool word_is(const char *p, size_t len, const char *word)
{
	return strlen(word) == len && !strncasecmp(p, word, len);
}

static void trim(struct slice *s)
{
	while (s->len && (*s->p == ' ' || *s->p == '\t')) {
		s->p++;
		s->len--;
	}
	while (s->len && (s->p[s->len - 1] == ' ' || s->p[s->len - 1] == '\t'))
		s->len--;
}

/* Blocks */

static const struct {
	const char *start, *end;
} words[] = {
	[TPC_BLOCK_MACRO] = {".macro", ".endm"},
	[TPC_BLOCK_REPT] = {".rept", ".endr"},
	[TPC_BLOCK_IRP] = {".irp", ".endr"},
};

/* First word of a line. */
static struct slice first_word(const char *p, const char *eol)
{
	struct slice word;

	while (p < eol && (*p == ' ' || *p == '\t'))
		p++;
	word.p = p;
	word.len = tpc_expr_ident(p, eol);
	return word;
}

/* Whether the word starts a block that ends like @kind. */
static bool starts_block(struct slice word, unsigned kind)
{
	unsigned i;

	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (!strcmp(words[i].end, words[kind].end) &&
		    word_is(word.p, word.len, words[i].start))
			return true;
	return false;
}

/* Takes the lines up to the end of the block. */
static int take_block(struct tpc_cursor *c, unsigned kind, struct slice *body)
{
	const char *end = c->as->source->end, *p = c->as->next, *eol;
	unsigned depth = 1, lines = 0;
	struct slice word;

	body->p = p;
	while (p < end) {
		eol = memchr(p, '\n', end - p);
		if (!eol)
			eol = end;
		lines++;
		word = first_word(p, eol);
		depth += starts_block(word, kind);
		depth -= word_is(word.p, word.len, words[kind].end);
		if (!depth) {
			body->len = p - body->p;
			c->as->next = eol < end ? eol + 1 : eol;
			c->as->line += lines;
			return 0;
		}
		p = eol < end ? eol + 1 : eol;
	}
	c->as->next = end;
	return tpc_asm_error(c->as, tpc_cursor_loc(c, c->word), "%s has no %s",
			     words[kind].start, words[kind].end);
}

int tpc_asm_stray_end(struct tpc_cursor *c, unsigned kind)
{
	return tpc_asm_error(c->as, tpc_cursor_loc(c, c->word),
			     "%s without %s%s", words[kind].end,
			     words[kind].start,
			     kind == TPC_BLOCK_REPT ? " or .irp" : "");
}

/* Expansion */

/* Parameters with their values, for one expansion. */
struct values {
	const struct param *params;
	struct slice value[MAX_PARAMS];
	unsigned count;
	unsigned number; /* \@ */
};

static const struct slice *find_value(const struct values *v, const char *p,
				      size_t len)
{
	unsigned i;

	for (i = 0; i < v->count; i++)
		if (same(v->params[i].name, p, len))
			return &v->value[i];
	return NULL;
}

/* What `\` at @p stands for; returns the bytes it takes, 0: itself. */
static size_t replacement(const struct values *v, const char *p,
			  const char *end, struct slice *with, char *number)
{
	const struct slice *value;
	size_t len;

	if (end - p >= 2 && p[1] == '@') {
		with->p = number;
		with->len = sprintf(number, "%u", v->number);
		return 2;
	}
	if (end - p >= 3 && p[1] == '(' && p[2] == ')') {
		with->len = 0;
		return 3;
	}
	/* A name ends where a dot starts: \type.f32 has \type in it. */
	for (len = 0; p + 1 + len < end; len++) {
		char ch = p[1 + len];

		if (ch == '.' || !tpc_expr_ident(&ch, &ch + 1)) {
			if (!len || ch < '0' || ch > '9')
				break;
		}
	}
	value = len ? find_value(v, p + 1, len) : NULL;
	if (!value)
		return 0;
	*with = *value;
	return 1 + len;
}

static int substitute(struct tpc_buf *out, struct slice body,
		      const struct values *v)
{
	const char *p = body.p, *end = p + body.len, *slash;
	struct slice with = {0};
	char number[16];
	size_t taken;

	while (p < end) {
		slash = memchr(p, '\\', end - p);
		if (!slash)
			slash = end;
		if (tpc_buf_add(out, p, slash - p))
			return -ENOMEM;
		if (slash == end)
			return 0;
		taken = replacement(v, slash, end, &with, number);
		if (tpc_buf_add(out, taken ? with.p : slash,
				taken ? with.len : 1))
			return -ENOMEM;
		p = slash + (taken ? taken : 1);
	}
	return 0;
}

/* Reads what has been built; @out starts with the name and its NUL. */
static int expand(struct tpc_cursor *c, struct tpc_buf *out)
{
	size_t name = strlen(out->text) + 1;

	return tpc_asm_read(c, c->as, out->text, out->text + name,
			    out->size - name, out->text, "expanded");
}

static int start_text(struct tpc_buf *out, const struct tpc_asm *as,
		      const char *kind, struct slice name)
{
	char text[64];
	int len;

	len = snprintf(text, sizeof(text), "<%s%.*s #%u>", kind,
		       name.len < MAX_QUOTE ? (int)name.len : MAX_QUOTE,
		       name.len ? name.p : "", as->expansions + 1);
	return tpc_buf_add(out, text, len + 1);
}

/* Macros */

static struct tpc_macro *find_macro(const struct tpc_asm *as, const char *name,
				    size_t len)
{
	const struct tpc_sym *sym =
		tpc_symtab_find(&as->macro_index, name, len);

	return sym ? as->macros[sym->order] : NULL;
}

static int add_macro(struct tpc_asm *as, struct tpc_macro *m)
{
	size_t count = as->num_macros;
	struct tpc_macro **macros;
	struct tpc_sym *sym;

	/* At powers of two. */
	if (!(count & (count - 1))) {
		macros = reallocarray(as->macros, count ? 2 * count : 1,
				      sizeof(struct tpc_macro *));
		if (!macros)
			return tpc_asm_nomem(as);
		as->macros = macros;
	}
	sym = tpc_symtab_get(&as->macro_index, m->name.p, m->name.len);
	if (!sym)
		return tpc_asm_nomem(as);
	sym->order = (uint32_t)count;
	as->macros[as->num_macros++] = m;
	return 0;
}

/* name, name=value, name:req, name:vararg */
static int parse_param(struct tpc_cursor *c, struct tpc_macro *m)
{
	struct param *param = &m->params[m->num_params];
	const char *name, *at;
	size_t len;

	len = tpc_cursor_ident(c, &name);
	if (!len)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "the name of a parameter is expected");
	if (m->num_params == MAX_PARAMS)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, name),
				     "more than %d parameters", MAX_PARAMS);
	*param = (struct param){.name = {name, len}};
	m->num_params++;
	if (c->p < c->end && *c->p == ':') {
		c->p++;
		len = tpc_cursor_ident(c, &at);
		param->required = word_is(at, len, "req");
		param->rest = word_is(at, len, "vararg");
		if (!param->required && !param->rest)
			return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
					     "'req' or 'vararg' is expected");
	}
	if (c->p == c->end || *c->p != '=')
		return 0;
	at = ++c->p;
	while (c->p < c->end && *c->p != ',')
		c->p++;
	param->preset = (struct slice){at, c->p - at};
	trim(&param->preset);
	return 0;
}

static int parse_params(struct tpc_cursor *c, struct tpc_macro *m)
{
	for (;;) {
		tpc_cursor_blanks(c);
		if (c->p < c->end && *c->p == ',')
			c->p++;
		tpc_cursor_blanks(c);
		if (c->p == c->end)
			return 0;
		if (parse_param(c, m))
			return -EINVAL;
	}
}

static int define_macro(struct tpc_cursor *c)
{
	struct tpc_macro *m = calloc(1, sizeof(*m)), *old;
	const char *name;
	int err;

	if (!m)
		return tpc_asm_nomem(c->as);
	m->name.len = tpc_cursor_ident(c, &name);
	m->name.p = name;
	m->loc = tpc_cursor_loc(c, name);
	old = find_macro(c->as, name, m->name.len);
	if (!m->name.len)
		err = tpc_asm_error(c->as, m->loc,
				    "the name of a macro is expected");
	else if (old)
		err = tpc_asm_error(c->as, m->loc,
				    "macro '%.*s' is defined already, in line "
				    "%u of %s",
				    (int)m->name.len, name, old->loc.line,
				    old->loc.file);
	else
		err = parse_params(c, m);
	/* The lines are taken in any case. */
	if (take_block(c, TPC_BLOCK_MACRO, &m->body) || err ||
	    add_macro(c->as, m)) {
		free(m);
		return -EINVAL;
	}
	return 0;
}

void tpc_asm_free_macros(struct tpc_asm *as)
{
	size_t i;

	for (i = 0; i < as->num_macros; i++)
		free(as->macros[i]);
	free(as->macros);
	tpc_symtab_free(&as->macro_index);
}

/* An argument up to a comma outside of parentheses and quotes. */
static struct slice take_argument(struct tpc_cursor *c)
{
	struct slice arg = {c->p, 0};
	bool quoted = false;
	unsigned depth = 0;

	for (; c->p < c->end; c->p++) {
		if (*c->p == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		if (*c->p == ',' && !depth)
			break;
		depth += *c->p == '(';
		depth -= depth && *c->p == ')';
	}
	arg.len = c->p - arg.p;
	trim(&arg);
	if (arg.len >= 2 && *arg.p == '"' && arg.p[arg.len - 1] == '"') {
		arg.p++;
		arg.len -= 2;
	}
	return arg;
}

/* The parameter an argument `name=value` is for, -1: by position. */
static int keyword(const struct tpc_macro *m, struct slice *arg)
{
	size_t len = tpc_expr_ident(arg->p, arg->p + arg->len), at = len;
	unsigned i;

	while (at < arg->len && (arg->p[at] == ' ' || arg->p[at] == '\t'))
		at++;
	if (!len || at == arg->len || arg->p[at] != '=')
		return -1;
	for (i = 0; i < m->num_params; i++) {
		if (!same(m->params[i].name, arg->p, len))
			continue;
		arg->p += at + 1;
		arg->len -= at + 1;
		trim(arg);
		return (int)i;
	}
	return -1;
}

static int set_argument(struct tpc_cursor *c, const struct tpc_macro *m,
			struct values *v, unsigned *next, bool *given)
{
	const char *at = c->p;
	struct slice arg;
	int i;

	if (*next < m->num_params && m->params[*next].rest) {
		arg = (struct slice){c->p, c->end - c->p};
		trim(&arg);
		c->p = c->end;
		i = -1;
	} else {
		arg = take_argument(c);
		i = keyword(m, &arg);
	}
	if (i < 0)
		i = (int)(*next)++;
	if ((unsigned)i >= m->num_params)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "macro '%.*s' takes %u arguments",
				     (int)m->name.len, m->name.p,
				     m->num_params);
	if (given[i])
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "argument '%.*s' is given already",
				     (int)m->params[i].name.len,
				     m->params[i].name.p);
	given[i] = true;
	v->value[i] = arg;
	return 0;
}

static int read_arguments(struct tpc_cursor *c, const struct tpc_macro *m,
			  struct values *v)
{
	bool given[MAX_PARAMS] = {false};
	unsigned next = 0, i;

	tpc_cursor_blanks(c);
	while (c->p < c->end) {
		if (set_argument(c, m, v, &next, given))
			return -EINVAL;
		if (c->p == c->end)
			break;
		c->p++;
		tpc_cursor_blanks(c);
	}
	for (i = 0; i < m->num_params; i++) {
		if (given[i])
			continue;
		if (m->params[i].required)
			return tpc_asm_error(
				c->as, tpc_cursor_loc(c, c->word),
				"macro '%.*s' needs argument '%.*s'",
				(int)m->name.len, m->name.p,
				(int)m->params[i].name.len,
				m->params[i].name.p);
		v->value[i] = m->params[i].preset;
	}
	return 0;
}

static int call_macro(struct tpc_cursor *c, const struct tpc_macro *m)
{
	struct values v = {
		.params = m->params,
		.count = m->num_params,
		.number = c->as->expansions,
	};
	struct tpc_buf out = {0};

	if (read_arguments(c, m, &v))
		return -EINVAL;
	if (start_text(&out, c->as, "macro ", m->name) ||
	    substitute(&out, m->body, &v)) {
		free(out.text);
		return tpc_asm_nomem(c->as);
	}
	return expand(c, &out) ? -EINVAL : 1;
}

int tpc_asm_macro(struct tpc_cursor *c, const char *name, size_t len)
{
	const struct tpc_macro *m;
	const char *after = c->p;

	m = c->as->num_macros ? find_macro(c->as, name, len) : NULL;
	if (!m)
		return 0;
	/* A name followed by an assignment is a symbol. */
	tpc_cursor_blanks(c);
	if (c->p < c->end && *c->p == '=') {
		c->p = after;
		return 0;
	}
	c->word = name;
	return call_macro(c, m);
}

/* Repetitions */

static int repeat(struct tpc_cursor *c)
{
	struct values v = {.number = c->as->expansions};
	const struct tpc_cursor start = *c;
	struct tpc_buf out = {0};
	struct slice body;
	int64_t count, i;
	int err;

	err = tpc_cursor_number(c, "count", 0, 1 << 20, &count);
	if (!err)
		err = tpc_cursor_end(c);
	if (take_block(c, TPC_BLOCK_REPT, &body) || err)
		return -EINVAL;
	err = start_text(&out, c->as, "rept", (struct slice){0});
	for (i = 0; !err && i < count && out.size < 64u << 20; i++)
		err = substitute(&out, body, &v);
	if (err) {
		free(out.text);
		return tpc_asm_nomem(c->as);
	}
	c->p = start.p;
	return expand(c, &out);
}

/* .irp name, value, value, ... */
static int iterate(struct tpc_cursor *c)
{
	struct param param = {0};
	struct values v = {.params = &param, .count = 1};
	struct tpc_buf out = {0};
	struct slice body;
	const char *name;
	int err = 0;

	v.number = c->as->expansions;
	param.name.len = tpc_cursor_ident(c, &name);
	param.name.p = name;
	if (!param.name.len)
		err = tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				    "the name of a parameter is expected");
	if (take_block(c, TPC_BLOCK_IRP, &body) || err)
		return -EINVAL;
	err = start_text(&out, c->as, "irp", (struct slice){0});
	tpc_cursor_blanks(c);
	while (!err && c->p < c->end) {
		if (*c->p == ',')
			c->p++;
		v.value[0] = take_argument(c);
		err = substitute(&out, body, &v);
	}
	if (err) {
		free(out.text);
		return tpc_asm_nomem(c->as);
	}
	return expand(c, &out);
}

int tpc_asm_block(struct tpc_cursor *c, unsigned kind)
{
	switch (kind) {
	case TPC_BLOCK_MACRO:
		return define_macro(c);
	case TPC_BLOCK_REPT:
		return repeat(c);
	default:
		return iterate(c);
	}
}
