// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Metadata and notes as assembly text. */
#include "metadata.h"
#include "tpc/asm.h"

#include <errno.h>
#include <string.h>

static void print_bits(const struct tpc_md_field *f, uint32_t bits, FILE *out)
{
	unsigned i;

	for (i = 0; i < TPC_METADATA_TENSORS; i++)
		if (bits & 1u << i)
			fprintf(out, "\t%s[%u]: DB 1\n", f->name, i);
}

int tpc_print_metadata(const struct tpc_metadata *md, FILE *out)
{
	const struct tpc_md_field *f;
	size_t i;

	fputs("\t.section .tpc_metadata\n", out);
	for (i = 0; (f = tpc_md_field(i)); i++) {
		if (md->version < f->since)
			continue;
		if (f->bits)
			print_bits(f, tpc_md_get(md, f), out);
		else
			fprintf(out, "\t%s: %s %u\n", f->name,
				tpc_md_directive(f->size), tpc_md_get(md, f));
	}
	return ferror(out) ? -EIO : 0;
}

/* Control bytes could end the line early and turn text into code. */
static void print_line(const char *p, size_t len, FILE *out)
{
	for (; len; p++, len--)
		putc((unsigned char)*p < 0x20 && *p != '\t' ? '?' : *p, out);
	putc('\n', out);
}

static bool is_header(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	return p < end && *p == '@';
}

int tpc_print_note(const struct tpc_note *note, FILE *out)
{
	bool experiment = !strcmp(note->section, TPC_NOTE_EXPERIMENT);
	const char *p = note->text, *end = p + note->size, *eol;

	if (!experiment)
		fprintf(out, "\t.section %s\n", note->section);
	for (; p < end; p = eol + 1) {
		eol = memchr(p, '\n', end - p);
		if (!eol)
			eol = end;
		/* Nothing else belongs there; do not let it become code. */
		if (experiment && eol > p && !is_header(p, eol))
			fputs("// ", out);
		if (eol > p)
			print_line(p, eol - p, out);
	}
	return ferror(out) ? -EIO : 0;
}
