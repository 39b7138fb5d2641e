// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Metadata and notes in assembly text:
 *
 *	.section .tpc_metadata
 *		paramsNum: DB 2
 *		scalarLd[3]: DB 1
 *		rmwStore: DH 0100000000000000
 *
 * DB, DW and DD are values of 1, 2 and 4 bytes. DH gives all sixteen bits of
 * an array, tensor 0 first. Names may be written in either case.
 */
#include "asm_priv.h"
#include "tpc/sched.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

/* Reads the `[i]` of an array field. Returns -1 in @index if there is none. */
static int parse_index(struct tpc_cursor *c, const struct tpc_md_field *f,
		       int64_t *index)
{
	const char *at;

	tpc_cursor_blanks(c);
	*index = -1;
	if (c->p == c->end || *c->p != '[')
		return 0;
	at = c->p++;
	if (!f->bits)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "metadata field '%s' is no array",
				     f->name);
	if (tpc_cursor_number(c, "tensor number", 0, TPC_METADATA_TENSORS - 1,
			      index))
		return -EINVAL;
	tpc_cursor_blanks(c);
	if (c->p == c->end || *c->p != ']')
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "']' is expected after the tensor number");
	c->p++;
	return 0;
}

static int unknown_field(struct tpc_cursor *c, const char *name, size_t len)
{
	const struct tpc_md_field *f;
	char names[256] = "";
	size_t i, n = 0;

	for (i = 0; (f = tpc_md_field(i)); i++)
		n += snprintf(names + n, sizeof(names) - n, "%s%s%s",
			      i ? ", " : "", f->name, f->bits ? "[i]" : "");
	return tpc_asm_error(c->as, tpc_cursor_loc(c, name),
			     "unknown metadata field '%.*s'; fields are: %s",
			     len < 40 ? (int)len : 40, name, names);
}

/* The sixteen binary digits behind DH; the first one is tensor 0. */
static int parse_bit_string(struct tpc_cursor *c, uint32_t *bits)
{
	const char *at;
	unsigned n = 0;

	tpc_cursor_blanks(c);
	at = c->p;
	*bits = 0;
	for (; c->p < c->end && (*c->p == '0' || *c->p == '1'); c->p++, n++)
		if (n < TPC_METADATA_TENSORS && *c->p == '1')
			*bits |= 1u << n;
	if (n != TPC_METADATA_TENSORS)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "DH takes %d binary digits, not %u",
				     TPC_METADATA_TENSORS, n);
	return 0;
}

/* Refuses to be told the same twice. */
static int check_first(struct tpc_cursor *c, const struct tpc_md_field *f,
		       uint32_t bits)
{
	size_t i = f - tpc_md_field(0);
	struct tpc_asm *as = c->as;

	if (as->md_bits[i] & bits) {
		tpc_asm_error(as, tpc_cursor_loc(c, c->word),
			      "metadata field '%s' is given twice", f->name);
		tpc_asm_show_source(as, as->md_file[i]);
		tpc_note(as->diags,
			 (struct tpc_loc){as->md_file[i], as->md_seen[i], 0},
			 "it was given here");
		return -EINVAL;
	}
	as->md_bits[i] |= bits;
	as->md_seen[i] = c->line;
	as->md_file[i] = as->source->name;
	return 0;
}

/* Tells whether the directive is the wanted one; reports if not. */
static int check_directive(struct tpc_cursor *c, const struct tpc_md_field *f,
			   const char *name, size_t len, const char *want)
{
	bool array = !strcmp(want, "DH");

	if (len == 2 && !strncasecmp(name, want, 2))
		return 0;
	return tpc_asm_error(c->as, tpc_cursor_loc(c, name),
			     "metadata field '%s' takes %s%s, not '%.*s'%s%s%s",
			     f->name, want, array ? " for all elements" : "",
			     len < 40 ? (int)len : 40, name,
			     array ? "; one is set by " : "",
			     array ? f->name : "", array ? "[i]: DB" : "");
}

static int parse_element(struct tpc_cursor *c, const struct tpc_md_field *f,
			 int64_t index, const char *dir, size_t len)
{
	struct tpc_metadata *md = &c->as->md;
	uint32_t bit = 1u << index;
	int64_t num;

	if (check_directive(c, f, dir, len, "DB") ||
	    tpc_cursor_number(c, f->name, 0, 1, &num) || check_first(c, f, bit))
		return -EINVAL;
	if (num)
		tpc_md_set(md, f, tpc_md_get(md, f) | bit);
	return 0;
}

static int parse_array(struct tpc_cursor *c, const struct tpc_md_field *f,
		       const char *dir, size_t len)
{
	uint32_t bits;

	if (check_directive(c, f, dir, len, "DH") ||
	    parse_bit_string(c, &bits) || check_first(c, f, 0xffff))
		return -EINVAL;
	tpc_md_set(&c->as->md, f, bits);
	return 0;
}

static int parse_plain(struct tpc_cursor *c, const struct tpc_md_field *f,
		       const char *dir, size_t len)
{
	int64_t num;

	if (check_directive(c, f, dir, len, tpc_md_directive(f->size)) ||
	    tpc_cursor_number(c, f->name, f->min, f->max, &num) ||
	    check_first(c, f, 1))
		return -EINVAL;
	tpc_md_set(&c->as->md, f, num);
	return 0;
}

int tpc_asm_metadata_line(struct tpc_cursor *c)
{
	const struct tpc_md_field *f;
	const char *name, *dir;
	int64_t index;
	size_t len;
	int err;

	len = tpc_cursor_ident(c, &name);
	if (!len)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "a metadata field is expected");
	c->word = name;
	f = tpc_md_find(name, len);
	if (!f)
		return unknown_field(c, name, len);
	if (parse_index(c, f, &index))
		return -EINVAL;
	tpc_cursor_blanks(c);
	if (c->p == c->end || *c->p != ':')
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "':' is expected after the field");
	c->p++;
	len = tpc_cursor_ident(c, &dir);
	if (index >= 0)
		err = parse_element(c, f, index, dir, len);
	else if (f->bits)
		err = parse_array(c, f, dir, len);
	else
		err = parse_plain(c, f, dir, len);
	return err ? err : tpc_cursor_end(c);
}

/* The marks around the text of a note (facts of existing object files). */
static const struct {
	const char *section, *begin, *end;
} note_marks[] = {
	{TPC_NOTE_INDEX_MAP, "SCEVBEGIN", "#SCEVEND"},
	{TPC_NOTE_KERNEL_INFO, "KERNELINFOBEGIN", "#KERNELINFOEND"},
};

static bool has_marks(const char *p, size_t len, const char *begin,
		      const char *end)
{
	size_t b = strlen(begin), e = strlen(end);

	return len >= b + e && !memcmp(p, begin, b) &&
	       !memcmp(p + len - e, end, e);
}

int tpc_asm_note_line(struct tpc_cursor *c)
{
	size_t i = !!strcmp(c->as->note, note_marks[0].section);
	struct tpc_buf *buf = &c->as->notes[i];
	size_t len = c->end - c->p;

	if (*c->p == '.')
		return 1;
	if (len >= 2 && c->p[0] == '/' && c->p[1] == '/')
		return 0;
	if (!has_marks(c->p, len, note_marks[i].begin, note_marks[i].end))
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "section %s holds lines '%s ... %s'",
				     note_marks[i].section, note_marks[i].begin,
				     note_marks[i].end);
	if (buf->size && tpc_buf_add(buf, "\n", 1))
		return tpc_asm_nomem(c->as);
	if (tpc_buf_add(buf, c->p, len))
		return tpc_asm_nomem(c->as);
	return 0;
}

static struct tpc_loc field_loc(struct tpc_asm *as, size_t i)
{
	return (struct tpc_loc){as->md_file[i], as->md_seen[i], 0};
}

/* A field must exist in the version that the text asks for. */
static void check_version(struct tpc_asm *as, const struct tpc_metadata *md)
{
	const struct tpc_md_field *f;
	size_t i;

	for (i = 0; (f = tpc_md_field(i)); i++)
		if (as->md_bits[i] && md->version < f->since)
			tpc_asm_error(as, field_loc(as, i),
				      "metadata field '%s' exists from version "
				      "%u on, this record has version %u",
				      f->name, f->since, md->version);
}

static void warn_missing(struct tpc_asm *as, struct tpc_loc loc,
			 const struct tpc_md_field *f, uint32_t missing)
{
	tpc_asm_show_source(as, loc.file);
	if (f->bits)
		tpc_warning(as->diags, loc,
			    "metadata field '%s' lacks bits 0x%04x of what "
			    "the code uses",
			    f->name, missing);
	else
		tpc_warning(as->diags, loc,
			    "metadata field '%s' is 0, but the code uses what "
			    "it stands for",
			    f->name);
}

/*
 * What the code says fills the fields that the text leaves out. A text that
 * denies what the code does gets a warning.
 */
static void merge_used(struct tpc_asm *as, struct tpc_metadata *md)
{
	const struct tpc_md_field *f;
	uint32_t used, given, missing;
	size_t i;

	for (i = 0; (f = tpc_md_field(i)); i++) {
		used = tpc_md_get(&as->used, f);
		/* One element given stands for the array. */
		given = as->md_bits[i] ? ~0u : 0;
		missing = used & given & ~tpc_md_get(md, f);
		if (missing)
			warn_missing(as, field_loc(as, i), f, missing);
		if (used & ~given)
			tpc_md_set(md, f, tpc_md_get(md, f) | (used & ~given));
	}
}

int tpc_asm_metadata_finish(struct tpc_asm *as, struct tpc_metadata *md)
{
	const struct tpc_md_field *f;
	struct tpc_metadata m;
	size_t i;

	tpc_metadata_init(&m, as->options->cpu);
	for (i = 0; (f = tpc_md_field(i)); i++) {
		if (!as->md_bits[i])
			continue;
		if (!strcmp(f->name, "march") && as->md.march != m.march)
			return tpc_asm_error(as, field_loc(as, i),
					     "march is %u, but the code is for "
					     "%s (march %u)",
					     as->md.march,
					     tpc_cpu_name(as->options->cpu),
					     m.march);
		tpc_md_set(&m, f, tpc_md_get(&as->md, f));
	}
	check_version(as, &m);
	merge_used(as, &m);
	*md = m;
	return as->errors ? -EINVAL : 0;
}

/* Tensor of a read-modify-write store, if the operation names it. */
static void learn_rmw(struct tpc_asm *as, const struct tpc_op *op)
{
	const struct tpc_operand *id = &op->opnd[0];

	if (!tpc_op_switch(op, TPC_SW_RMW_SEL) || id->file != TPC_FILE_IMM ||
	    id->imm >= TPC_METADATA_TENSORS)
		return;
	as->used.rmw_store |= 1u << id->imm;
}

void tpc_asm_metadata_learn(struct tpc_asm *as, const struct tpc_bundle *bundle)
{
	const struct tpc_op *load = &bundle->op[TPC_SLOT_LOAD];
	const struct tpc_op *store = &bundle->op[TPC_SLOT_STORE];

	if (load->mnemonic != TPC_MN_NOP) {
		if (tpc_sched_space(tpc_sched_get(as->options->cpu), load) ==
		    TPC_SPACE_TABLE)
			as->used.special_function_used = 1;
		if (tpc_op_switch(load, TPC_SW_MMIO))
			as->used.mmio_used = 1;
	}
	if (store->mnemonic != TPC_MN_NOP) {
		if (tpc_op_switch(store, TPC_SW_MMIO))
			as->used.mmio_used = 1;
		learn_rmw(as, store);
	}
}
