// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Listings: every line of the file with address and bytes of what came of it.
 * Included files and expansions are shown as what they became.
 */
#include "asm_priv.h"

#include <string.h>

/* Bytes a line; a bundle fills one. */
#define LINE_BYTES 32

static void print_bytes(const struct tpc_asm *as, uint32_t from, uint32_t to,
			FILE *out)
{
	uint32_t i;

	fprintf(out, "%06x ", from);
	for (i = from; i < to; i++)
		fprintf(out, "%02x", as->code[i]);
	fprintf(out, "%*s", (int)(2 * (LINE_BYTES - (to - from))), "");
}

/* The bytes of one line of the file: [from, to). */
static void print_line(const struct tpc_asm *as, unsigned number,
		       const char *text, int len, uint32_t from, uint32_t to,
		       FILE *out)
{
	uint32_t end;
	bool first = true;

	do {
		if (first)
			fprintf(out, "%5u ", number);
		else
			fprintf(out, "%5s ", "");
		end = to - from > LINE_BYTES ? from + LINE_BYTES : to;
		if (from == to)
			fprintf(out, "%*s", 7 + 2 * LINE_BYTES, "");
		else
			print_bytes(as, from, end, out);
		fprintf(out, first && len ? "\t%.*s\n" : "\n", len, text);
		first = false;
		from = end;
	} while (from < to);
}

/* The text of the file itself: the one that nothing else caused. */
static const struct tpc_source *main_source(const struct tpc_asm *as)
{
	const struct tpc_source *s;

	for (s = as->sources; s; s = s->next)
		if (!s->parent && s->name == as->options->name)
			return s;
	return NULL;
}

void tpc_asm_listing(const struct tpc_asm *as, FILE *out)
{
	const struct tpc_source *source = main_source(as);
	const char *p = source->text, *eol;
	unsigned line = 0;
	uint32_t from = 0;
	size_t i = 0;

	while (p < source->end) {
		eol = memchr(p, '\n', source->end - p);
		if (!eol)
			eol = source->end;
		line++;
		from = i < as->num_stmts ? as->stmts[i].addr : as->addr;
		while (i < as->num_stmts &&
		       tpc_source_line(as->stmts[i].source,
				       as->stmts[i].line) == line)
			i++;
		print_line(as, line, p, (int)(eol - p), from,
			   i < as->num_stmts ? as->stmts[i].addr : as->addr,
			   out);
		p = eol < source->end ? eol + 1 : eol;
	}
}
