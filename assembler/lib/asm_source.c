// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The texts an assembly file consists of: itself, included ones, expansions. */
#include "asm_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What a text may cause to be read, so that no input runs away. */
#define MAX_DEPTH      64
#define MAX_EXPANSIONS 200000
#define MAX_BYTES      (64u << 20)

unsigned tpc_source_line(const struct tpc_source *source, unsigned line)
{
	for (; source->parent; source = source->parent)
		line = source->origin.line;
	return line;
}

/* Expansions are many and end before messages are printed: few are copied. */
static void show(struct tpc_asm *as, const struct tpc_source *s)
{
	int err;

	if (!as->diags || !s)
		return;
	err = s->owned ? tpc_diags_copy_source(as->diags, s->name, s->text,
					       s->end - s->text)
		       : tpc_diags_set_source(as->diags, s->name, s->text,
					      s->end - s->text);
	if (err)
		tpc_asm_nomem(as);
}

void tpc_asm_show_source(struct tpc_asm *as, const char *name)
{
	const struct tpc_source *s = as->sources;

	if (tpc_diags_full(as->diags))
		return;
	while (s && s->name != name)
		s = s->next;
	show(as, s);
}

void tpc_asm_note_origin(struct tpc_asm *as)
{
	const struct tpc_source *s = as->source;

	if (tpc_diags_full(as->diags))
		return;
	show(as, s);
	for (; s && s->parent; s = s->parent) {
		show(as, s->parent);
		tpc_note(as->diags, s->origin, "%s from here", s->verb);
	}
}

static int check_limits(struct tpc_cursor *c, size_t size)
{
	struct tpc_asm *as = c->as;

	if (as->depth == MAX_DEPTH)
		return tpc_asm_error(as, tpc_cursor_loc(c, c->start),
				     "more than %d levels of macros and "
				     "included files",
				     MAX_DEPTH);
	if (as->expansions == MAX_EXPANSIONS || size > MAX_BYTES - as->expanded)
		return tpc_asm_error(as, tpc_cursor_loc(c, c->start),
				     "macros expand to more than %u texts or "
				     "%u bytes",
				     MAX_EXPANSIONS, MAX_BYTES);
	as->expansions++;
	as->expanded += size;
	return 0;
}

static struct tpc_source *new_source(struct tpc_asm *as, const char *name,
				     const char *text, size_t size)
{
	struct tpc_source *s = calloc(1, sizeof(*s));

	if (!s)
		return NULL;
	s->name = name;
	s->text = text;
	s->end = text + size;
	s->next = as->sources;
	as->sources = s;
	return s;
}

/* Reads a text in the middle of another one. */
static void read_inside(struct tpc_asm *as, const struct tpc_source *s)
{
	const char *line_start = as->line_start, *next = as->next;
	const struct tpc_source *outer = as->source;
	size_t conditions = as->num_conditions;
	unsigned line = as->line;

	as->depth++;
	tpc_asm_lines(as, s);
	tpc_asm_check_conditions(as);
	as->num_conditions = conditions;
	as->depth--;
	as->source = outer;
	as->line = line;
	as->line_start = line_start;
	as->next = next;
	as->pc = as->addr;
}

int tpc_asm_read(struct tpc_cursor *c, struct tpc_asm *as, const char *name,
		 const char *text, size_t size, char *owned, const char *verb)
{
	struct tpc_source *s;

	if (c && check_limits(c, size)) {
		free(owned);
		return -EINVAL;
	}
	s = new_source(as, name, text, size);
	if (!s) {
		free(owned);
		return tpc_asm_nomem(as);
	}
	s->owned = owned;
	if (c) {
		s->parent = as->source;
		s->origin = tpc_cursor_loc(c, c->start);
		s->origin.col = tpc_cursor_loc(c, c->word).col;
		s->verb = verb;
	} else {
		show(as, s);
	}
	read_inside(as, s);
	return 0;
}

void tpc_asm_free_sources(struct tpc_asm *as)
{
	struct tpc_source *s, *next;

	for (s = as->sources; s; s = next) {
		next = s->next;
		free(s->owned);
		free(s);
	}
}

/* "name", without escapes. Returns its length and place. */
static int quoted(struct tpc_cursor *c, const char **at, size_t *len)
{
	const char *close;

	tpc_cursor_blanks(c);
	if (c->p == c->end || *c->p != '"')
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "a file name in quotes is expected");
	close = memchr(c->p + 1, '"', c->end - c->p - 1);
	if (!close)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "the file name has no end");
	*at = c->p + 1;
	*len = close - *at;
	c->p = close + 1;
	return tpc_cursor_end(c);
}

int tpc_asm_include(struct tpc_cursor *c, unsigned arg)
{
	const struct tpc_asm_options *options = c->as->options;
	const char *at = NULL, *path, *text;
	size_t len = 0, size;
	char *name;
	int err;

	if (quoted(c, &at, &len))
		return -EINVAL;
	name = strndup(at, len);
	if (!name)
		return tpc_asm_nomem(c->as);
	err = options->include ? options->include(options->ctx, name, &path,
						  &text, &size)
			       : -ENOENT;
	free(name);
	if (err == -ENOMEM)
		return tpc_asm_nomem(c->as);
	if (err)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at - 1),
				     "'%.*s' cannot be included: %s", (int)len,
				     at, strerror(-err));
	return tpc_asm_read(c, c->as, path, text, size, NULL, "included");
}
