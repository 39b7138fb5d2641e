// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * First pass: lines to statements. Comments go, labels get addresses,
 * directives and metadata take effect, experiment headers are collected.
 */
#include "asm_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

int tpc_buf_add(struct tpc_buf *buf, const char *text, size_t size)
{
	size_t cap = buf->cap ? buf->cap : 256;
	char *p;

	while (cap - buf->size < size)
		cap *= 2;
	if (cap != buf->cap) {
		p = realloc(buf->text, cap);
		if (!p)
			return -ENOMEM;
		buf->text = p;
		buf->cap = cap;
	}
	if (size)
		memcpy(buf->text + buf->size, text, size);
	buf->size += size;
	return 0;
}

static struct tpc_stmt *new_stmt(struct tpc_asm *as)
{
	size_t cap = as->cap_stmts ? 2 * as->cap_stmts : 1024;
	struct tpc_stmt *stmts;

	if (as->num_stmts == as->cap_stmts) {
		stmts = reallocarray(as->stmts, cap, sizeof(*stmts));
		if (!stmts)
			return NULL;
		as->stmts = stmts;
		as->cap_stmts = cap;
	}
	return &as->stmts[as->num_stmts++];
}

int tpc_asm_add(struct tpc_cursor *c, enum tpc_stmt_kind kind, uint32_t size,
		unsigned unit)
{
	struct tpc_asm *as = c->as;
	struct tpc_stmt *stmt;

	if (size > TPC_CODE_MAX - as->addr)
		return tpc_asm_error(as, tpc_cursor_loc(c, c->p),
				     "the code exceeds the limit of %u bytes",
				     TPC_CODE_MAX);
	stmt = new_stmt(as);
	if (!stmt)
		return tpc_asm_nomem(as);
	*stmt = (struct tpc_stmt){
		.text = c->p,
		.source = as->source,
		.len = c->end - c->p,
		.line = c->line,
		.col = tpc_cursor_loc(c, c->p).col,
		.addr = as->addr,
		.size = size,
		.kind = kind,
		.unit = unit,
		.half = as->pair > 0,
	};
	as->pair -= as->pair > 0;
	as->addr += size;
	as->index = as->num_stmts;
	return 0;
}

/* Gives a symbol its place and value; it must not have one already. */
static int define(struct tpc_cursor *c, const char *name, size_t len,
		  struct tpc_value value, bool label)
{
	struct tpc_asm *as = c->as;
	struct tpc_loc loc = tpc_cursor_loc(c, name);
	struct tpc_sym *sym;

	if (len == 1 && *name == '.')
		return tpc_asm_error(
			as, loc, "'.' is the address of the current bundle");
	if (tpc_text_is_register(name, len))
		return tpc_asm_error(
			as, loc, "'%.*s' is a register and cannot be a symbol",
			(int)len, name);
	sym = tpc_symtab_get(&as->symtab, name, len);
	if (!sym)
		return tpc_asm_nomem(as);
	if (sym->line) {
		tpc_asm_error(as, loc, "symbol '%.*s' is already defined",
			      len < 40 ? (int)len : 40, name);
		tpc_asm_show_source(as, sym->file);
		tpc_note(as->diags,
			 (struct tpc_loc){sym->file, sym->line, sym->col},
			 "it was defined here");
		return -EINVAL;
	}
	sym->file = loc.file;
	sym->line = loc.line;
	sym->col = loc.col;
	sym->order = as->definitions++;
	sym->value = value;
	sym->stmt = as->num_stmts;
	sym->label = label;
	return 0;
}

int tpc_asm_set(struct tpc_cursor *c, const char *name, size_t len)
{
	struct tpc_value value;

	if (tpc_cursor_expr(c, &value) || tpc_cursor_end(c))
		return -EINVAL;
	return define(c, name, len, value, false);
}

/* Takes a label like `7:`. */
static bool parse_local(struct tpc_cursor *c)
{
	const char *digits = c->p, *p = digits;

	while (p < c->end && *p >= '0' && *p <= '9')
		p++;
	if (p == digits || p == c->end || *p != ':')
		return false;
	c->p = p + 1;
	tpc_asm_local(c, digits, p - digits);
	return true;
}

/* Takes the labels at the start of a line. */
static int parse_labels(struct tpc_cursor *c)
{
	struct tpc_value here = {.num = c->as->addr, .labels = 1};
	const char *name, *start;
	size_t len;

	for (;;) {
		tpc_cursor_blanks(c);
		start = c->p;
		if (parse_local(c))
			continue;
		len = tpc_cursor_ident(c, &name);
		if (!len)
			return 0;
		tpc_cursor_blanks(c);
		if (c->p == c->end || *c->p != ':') {
			c->p = start;
			return 0;
		}
		c->p++;
		if (define(c, name, len, here, true))
			return -EINVAL;
	}
}

static int add_bundle(struct tpc_cursor *c)
{
	struct tpc_asm *as = c->as;

	if (as->addr % TPC_BUNDLE_BYTES && as->pair != 1)
		return tpc_asm_error(as, tpc_cursor_loc(c, c->p),
				     "the bundle is at byte 0x%x, which is no "
				     "multiple of %d; put .p2align 5 before it",
				     as->addr, TPC_BUNDLE_BYTES);
	return tpc_asm_add(c, TPC_STMT_BUNDLE,
			   as->pair ? TPC_HALF_BYTES : TPC_BUNDLE_BYTES, 0);
}

/* `name .req register` */
static bool takes_req(struct tpc_cursor *c)
{
	static const char word[] = ".req";
	const char *name;

	if (c->p == c->end || *c->p != '.')
		return false;
	if (tpc_cursor_ident(c, &name) == strlen(word) &&
	    !strncasecmp(name, word, strlen(word)))
		return true;
	c->p = name;
	return false;
}

/* Directive, assignment, macro or bundle. */
static int parse_rest(struct tpc_cursor *c)
{
	const char *start = c->p, *name;
	size_t len;
	int err;

	len = tpc_cursor_ident(c, &name);
	err = len ? tpc_asm_macro(c, name, len) : 0;
	if (err)
		return err < 0 ? err : 0;
	if (len && *name == '.')
		return tpc_asm_directive(c, name, len);
	tpc_cursor_blanks(c);
	if (len && c->end - c->p >= 1 && *c->p == '=') {
		c->p++;
		return tpc_asm_set(c, name, len);
	}
	if (len && takes_req(c))
		return tpc_asm_req(c, name, len);
	c->p = start;
	if (c->as->section == TPC_SEC_TEXT)
		return add_bundle(c);
	return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
			     "bundles belong in section .text");
}

static int parse_statement(struct tpc_cursor *c)
{
	if (c->as->section == TPC_SEC_METADATA && *c->p != '.')
		return tpc_asm_metadata_line(c);
	if (c->as->section == TPC_SEC_TEXT && parse_labels(c))
		return -EINVAL;
	return c->p < c->end ? parse_rest(c) : 0;
}

/*
 * Keeps an experiment header as it stands. Empty lines before it give it the
 * number that it has in the file.
 */
static int add_experiment(struct tpc_asm *as, const char *eol)
{
	struct tpc_buf *buf = &as->experiment;
	int err = 0;

	for (; !err && as->experiment_line < as->line; as->experiment_line++)
		err = tpc_buf_add(buf, "\n", 1);
	if (!err)
		err = tpc_buf_add(buf, as->line_start, eol - as->line_start);
	return err ? tpc_asm_nomem(as) : 0;
}

/* Finds "*" "/" in [p, end) and returns the place behind it, or NULL. */
static const char *comment_end(const char *p, const char *end)
{
	for (; (p = memchr(p, '*', end - p)); p++)
		if (end - p > 1 && p[1] == '/')
			return p + 2;
	return NULL;
}

/* Copies the line, so that a comment inside it can be blanked out. */
static int copy_line(struct tpc_cursor *c, const char **at)
{
	size_t len = c->end - c->start, offset = *at - c->start;
	struct tpc_line_copy *copy = malloc(sizeof(*copy) + len);

	if (!copy)
		return tpc_asm_nomem(c->as);
	memcpy(copy->text, c->start, len);
	copy->next = c->as->copies;
	c->as->copies = copy;
	c->p = copy->text + (c->p - c->start);
	c->start = copy->text;
	c->end = copy->text + len;
	*at = copy->text + offset;
	return 0;
}

/* A comment starts at @at: ends the line there or blanks the comment out. */
static int cut_comment(struct tpc_cursor *c, const char *at, bool *copied)
{
	const char *close;

	if (at[1] == '/') {
		c->end = at;
		return 0;
	}
	if (!comment_end(at + 2, c->end)) {
		c->as->in_comment = true;
		c->as->comment_line = c->line;
		c->as->comment_col = tpc_cursor_loc(c, at).col;
		c->end = at;
		return 0;
	}
	if (!*copied && copy_line(c, &at))
		return -ENOMEM;
	*copied = true;
	close = comment_end(at + 2, c->end);
	memset((char *)at, ' ', close - at);
	return 0;
}

static int cut_comments(struct tpc_cursor *c)
{
	bool copied = false;
	size_t at = 0;
	const char *p;

	while (c->start + at < c->end) {
		p = memchr(c->start + at, '/', c->end - c->start - at);
		if (!p)
			return 0;
		at = p - c->start + 1;
		if (c->end - p < 2 || (p[1] != '/' && p[1] != '*'))
			continue;
		if (cut_comment(c, p, &copied))
			return -ENOMEM;
	}
	return 0;
}

static void trim_end(struct tpc_cursor *c)
{
	while (c->end > c->p &&
	       (c->end[-1] == ' ' || c->end[-1] == '\t' || c->end[-1] == '\r'))
		c->end--;
}

static int parse_line(struct tpc_asm *as, const char *eol)
{
	struct tpc_cursor c = {
		.as = as,
		.p = as->line_start,
		.end = eol,
		.line = as->line,
		.col = 1,
		.start = as->line_start,
	};
	int err;

	if (as->in_comment) {
		c.p = comment_end(c.p, c.end);
		if (!c.p)
			return 0;
		as->in_comment = false;
		c.start = c.p;
		c.col += c.p - as->line_start;
	}
	tpc_cursor_blanks(&c);
	trim_end(&c);
	if (c.p == c.end || *c.p == '#')
		return 0;
	if (*c.p == '@' && c.start != as->line_start)
		return tpc_asm_error(as, tpc_cursor_loc(&c, c.p),
				     "an experiment header starts its line, "
				     "no comment stands before it");
	if (as->num_conditions && !tpc_asm_line_counts(&c))
		return 0;
	if (*c.p == '@' && as->source->parent)
		return tpc_asm_error(as, tpc_cursor_loc(&c, c.p),
				     "experiment headers belong in the file "
				     "itself");
	if (*c.p == '@')
		return add_experiment(as, c.end);
	if (as->section == TPC_SEC_NOTE) {
		err = tpc_asm_note_line(&c);
		if (err <= 0)
			return err;
	}
	if (cut_comments(&c))
		return -ENOMEM;
	tpc_cursor_blanks(&c);
	trim_end(&c);
	return c.p < c.end ? parse_statement(&c) : 0;
}

void tpc_asm_lines(struct tpc_asm *as, const struct tpc_source *source)
{
	const char *p = source->text, *eol;

	as->source = source;
	as->line = 0;
	while (p < source->end && !as->out_of_memory &&
	       !tpc_diags_full(as->diags)) {
		eol = memchr(p, '\n', source->end - p);
		if (!eol)
			eol = source->end;
		as->line++;
		as->line_start = p;
		as->next = eol < source->end ? eol + 1 : eol;
		as->pc = as->addr;
		parse_line(as, eol);
		/* A block directive has taken more lines. */
		p = as->next;
	}
	if (as->in_comment)
		tpc_asm_error(as,
			      (struct tpc_loc){source->name, as->comment_line,
					       as->comment_col},
			      "the comment has no end");
	as->in_comment = false;
}
