// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Reading a line from left to right, and reporting where it goes wrong. */
#include "asm_priv.h"

#include <errno.h>
#include <string.h>

/* A quoted token in a message is cut here. */
#define MAX_QUOTE 40

int tpc_asm_error(struct tpc_asm *as, struct tpc_loc loc, const char *fmt, ...)
{
	va_list args;

	as->errors++;
	va_start(args, fmt);
	tpc_vdiag(as->diags, TPC_SEV_ERROR, loc, fmt, args);
	va_end(args);
	tpc_asm_show_source(as, loc.file);
	tpc_asm_note_origin(as);
	return -EINVAL;
}

int tpc_asm_nomem(struct tpc_asm *as)
{
	as->out_of_memory = true;
	return -ENOMEM;
}

struct tpc_loc tpc_cursor_loc(const struct tpc_cursor *c, const char *at)
{
	return (struct tpc_loc){
		.file = c->as->source->name,
		.line = c->line,
		.col = c->col + (at - c->start),
	};
}

void tpc_cursor_blanks(struct tpc_cursor *c)
{
	while (c->p < c->end && (*c->p == ' ' || *c->p == '\t'))
		c->p++;
}

size_t tpc_cursor_ident(struct tpc_cursor *c, const char **name)
{
	size_t len;

	tpc_cursor_blanks(c);
	len = tpc_expr_ident(c->p, c->end);
	*name = c->p;
	c->p += len;
	return len;
}

int tpc_cursor_end(struct tpc_cursor *c)
{
	size_t left;

	tpc_cursor_blanks(c);
	left = c->end - c->p;
	if (!left)
		return 0;
	if (left > MAX_QUOTE)
		left = MAX_QUOTE;
	return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
			     "unexpected '%.*s' at the end of the line",
			     (int)left, c->p);
}

int tpc_cursor_expr(struct tpc_cursor *c, struct tpc_value *value)
{
	struct tpc_expr e = {
		.end = c->end,
		.resolve = tpc_asm_resolve,
		.ctx = c->as,
	};

	tpc_cursor_blanks(c);
	e.p = c->p;
	c->as->used_address = false;
	if (tpc_expr_parse(&e, value))
		return tpc_asm_error(c->as, tpc_cursor_loc(c, e.err_at), "%s",
				     e.err);
	if (c->as->used_address && c->as->options->compress && !c->as->code)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "addresses are not known here where code "
				     "is compressed");
	c->p = e.p;
	return 0;
}

int tpc_cursor_number(struct tpc_cursor *c, const char *what, int64_t min,
		      int64_t max, int64_t *num)
{
	struct tpc_value value;
	const char *at;

	tpc_cursor_blanks(c);
	at = c->p;
	if (tpc_cursor_expr(c, &value))
		return -EINVAL;
	if (value.labels)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "%s must be a number, not an address",
				     what);
	if (value.num < min || value.num > max)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "%s %lld is out of range %lld..%lld", what,
				     (long long)value.num, (long long)min,
				     (long long)max);
	*num = value.num;
	return 0;
}
