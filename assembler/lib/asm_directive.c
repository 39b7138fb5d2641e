// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Directives: sections, symbols, data. */
#include "asm_priv.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

/* Largest alignment: kernel images are aligned to 8 KiB when loaded. */
#define MAX_ALIGN_LOG2 13

struct directive {
	const char *name;
	int (*parse)(struct tpc_cursor *c, unsigned arg);
	unsigned arg;
};

static const struct {
	const char *name;
	enum tpc_asm_section section;
} sections[] = {
	{TPC_SECTION_TEXT, TPC_SEC_TEXT},
	{TPC_SECTION_METADATA, TPC_SEC_METADATA},
	{TPC_NOTE_INDEX_MAP, TPC_SEC_NOTE},
	{TPC_NOTE_KERNEL_INFO, TPC_SEC_NOTE},
};

/* Nothing stands between .pair and its bundles. */
static int check_pair(struct tpc_cursor *c)
{
	if (!c->as->pair)
		return 0;
	return tpc_asm_error(c->as, tpc_cursor_loc(c, c->word),
			     "two bundles must follow .pair");
}

/* .text and .tpc_metadata are directives, too. */
static int parse_short_section(struct tpc_cursor *c, unsigned section)
{
	if (check_pair(c))
		return -EINVAL;
	c->as->section = section;
	return tpc_cursor_end(c);
}

/* Section flags, which existing files may give, change nothing here. */
static int parse_section(struct tpc_cursor *c, unsigned arg)
{
	const char *name;
	size_t len, i;

	if (check_pair(c))
		return -EINVAL;
	len = tpc_cursor_ident(c, &name);
	for (i = 0; i < sizeof(sections) / sizeof(sections[0]); i++) {
		if (strlen(sections[i].name) != len ||
		    strncasecmp(sections[i].name, name, len))
			continue;
		c->as->section = sections[i].section;
		c->as->note = sections[i].name;
		tpc_cursor_blanks(c);
		return c->p < c->end && *c->p == ',' ? 0 : tpc_cursor_end(c);
	}
	return tpc_asm_error(c->as, tpc_cursor_loc(c, name),
			     "unknown section '%.*s'; sections are: .text, "
			     ".tpc_metadata, .IndexMap, .KernelInfo",
			     len < 40 ? (int)len : 40, name);
}

/* Reads the name of a symbol and remembers the place for messages. */
static struct tpc_sym *parse_symbol(struct tpc_cursor *c)
{
	struct tpc_sym *sym;
	const char *name;
	size_t len;

	len = tpc_cursor_ident(c, &name);
	if (!len) {
		tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
			      "the name of a symbol is expected");
		return NULL;
	}
	sym = tpc_symtab_get(&c->as->symtab, name, len);
	if (!sym) {
		tpc_asm_nomem(c->as);
		return NULL;
	}
	sym->use_file = c->as->source->name;
	sym->use_line = c->line;
	sym->use_col = tpc_cursor_loc(c, name).col;
	return sym;
}

static int parse_globl(struct tpc_cursor *c, unsigned arg)
{
	struct tpc_sym *sym;

	for (;;) {
		sym = parse_symbol(c);
		if (!sym)
			return -EINVAL;
		sym->global = true;
		tpc_cursor_blanks(c);
		if (c->p == c->end || *c->p != ',')
			return tpc_cursor_end(c);
		c->p++;
	}
}

/* `.type main,@function` */
static int parse_type(struct tpc_cursor *c, unsigned arg)
{
	struct tpc_sym *sym = parse_symbol(c);
	const char *type;
	size_t len;

	if (!sym)
		return -EINVAL;
	tpc_cursor_blanks(c);
	if (c->p == c->end || *c->p != ',')
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "',' and a symbol type are expected");
	c->p++;
	tpc_cursor_blanks(c);
	if (c->p < c->end && (*c->p == '@' || *c->p == '%'))
		c->p++;
	len = tpc_cursor_ident(c, &type);
	if (len != 8 || memcmp(type, "function", len))
		return tpc_asm_error(c->as, tpc_cursor_loc(c, type),
				     "the only symbol type is '@function'");
	sym->function = true;
	return tpc_cursor_end(c);
}

/* `.set name, value` */
static int parse_set(struct tpc_cursor *c, unsigned arg)
{
	const char *name;
	size_t len;

	len = tpc_cursor_ident(c, &name);
	if (!len)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "the name of a symbol is expected");
	tpc_cursor_blanks(c);
	if (c->p == c->end || *c->p != ',')
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "',' and a value are expected");
	c->p++;
	return tpc_asm_set(c, name, len);
}

static int need_text(struct tpc_cursor *c, const char *what)
{
	if (c->as->section == TPC_SEC_TEXT)
		return 0;
	return tpc_asm_error(c->as, tpc_cursor_loc(c, c->word),
			     "%s belong in section .text", what);
}

static int need_data(struct tpc_cursor *c, const char *what)
{
	return need_text(c, what) ? -EINVAL : check_pair(c);
}

/* Counts the items of a list without evaluating them. */
static uint32_t count_items(const struct tpc_cursor *c)
{
	uint32_t n = 1;
	const char *p;

	for (p = c->p; p < c->end; p++)
		n += *p == ',';
	return n;
}

static int parse_data(struct tpc_cursor *c, unsigned unit)
{
	if (need_data(c, "data"))
		return -EINVAL;
	tpc_cursor_blanks(c);
	return tpc_asm_add(c, TPC_STMT_DATA, unit * count_items(c), unit);
}

/* Floating-point numbers; they are read in the second pass. */
static int parse_float(struct tpc_cursor *c, unsigned unit)
{
	if (need_data(c, "data"))
		return -EINVAL;
	tpc_cursor_blanks(c);
	return tpc_asm_add(c, TPC_STMT_FLOAT, unit * count_items(c), unit);
}

/* Zero bytes. */
static int parse_space(struct tpc_cursor *c, unsigned arg)
{
	int64_t size;

	if (need_data(c, "data") ||
	    tpc_cursor_number(c, "size", 0, TPC_CODE_MAX, &size) ||
	    tpc_cursor_end(c))
		return -EINVAL;
	return size ? tpc_asm_add(c, TPC_STMT_ZERO, (uint32_t)size, 1) : 0;
}

static int align_to(struct tpc_cursor *c, uint32_t align)
{
	uint32_t fill = -c->as->addr & (align - 1);
	unsigned log2 = (unsigned)__builtin_ctz(align);

	if (tpc_cursor_end(c))
		return -EINVAL;
	/* Compression moves it: it may come to need what it does not now. */
	return fill || c->as->options->compress
		       ? tpc_asm_add(c, TPC_STMT_FILL, fill, log2)
		       : 0;
}

static int parse_p2align(struct tpc_cursor *c, unsigned arg)
{
	int64_t log2;

	if (need_data(c, "alignments") ||
	    tpc_cursor_number(c, "alignment", 0, MAX_ALIGN_LOG2, &log2))
		return -EINVAL;
	return align_to(c, 1u << log2);
}

static int parse_balign(struct tpc_cursor *c, unsigned arg)
{
	int64_t align;
	const char *at;

	tpc_cursor_blanks(c);
	at = c->p;
	if (need_data(c, "alignments") ||
	    tpc_cursor_number(c, "alignment", 1, 1 << MAX_ALIGN_LOG2, &align))
		return -EINVAL;
	if (align & (align - 1))
		return tpc_asm_error(c->as, tpc_cursor_loc(c, at),
				     "alignment %lld is no power of two",
				     (long long)align);
	return align_to(c, align);
}

/* The next two bundles are compressed. */
static int parse_pair(struct tpc_cursor *c, unsigned arg)
{
	struct tpc_asm *as = c->as;

	if (need_text(c, "bundles") || tpc_cursor_end(c))
		return -EINVAL;
	if (!tpc_has_halves(as->isa))
		return tpc_asm_error(as, tpc_cursor_loc(c, c->word),
				     "%s has no compressed bundles",
				     tpc_cpu_name(as->options->cpu));
	if (as->pair)
		return tpc_asm_error(as, tpc_cursor_loc(c, c->word),
				     "a .pair before this one still wants a "
				     "bundle");
	as->pair = 2;
	as->pair_loc = tpc_cursor_loc(c, c->word);
	return 0;
}

/* What compilers write for tools that do not concern us. */
static int parse_ignored(struct tpc_cursor *c, unsigned arg)
{
	return 0;
}

static const struct directive directives[] = {
	{".2byte", parse_data, 2},
	{".4byte", parse_data, 4},
	{".addrsig", parse_ignored, 0},
	{".addrsig_sym", parse_ignored, 0},
	{".balign", parse_balign, 0},
	{".byte", parse_data, 1},
	{".else", tpc_asm_if, TPC_ELSE},
	{".elseif", tpc_asm_if, TPC_ELSEIF},
	{".endif", tpc_asm_if, TPC_ENDIF},
	{".endm", tpc_asm_stray_end, TPC_BLOCK_MACRO},
	{".endr", tpc_asm_stray_end, TPC_BLOCK_REPT},
	{".equ", parse_set, 0},
	{".file", parse_ignored, 0},
	{".float", parse_float, 4},
	{".global", parse_globl, 0},
	{".globl", parse_globl, 0},
	{".ident", parse_ignored, 0},
	{".if", tpc_asm_if, TPC_IF},
	{".ifdef", tpc_asm_if, TPC_IFDEF},
	{".ifndef", tpc_asm_if, TPC_IFNDEF},
	{".include", tpc_asm_include, 0},
	{".irp", tpc_asm_block, TPC_BLOCK_IRP},
	{".long", parse_data, 4},
	{".macro", tpc_asm_block, TPC_BLOCK_MACRO},
	{".p2align", parse_p2align, 0},
	{".pair", parse_pair, 0},
	{".quad", parse_data, 8},
	{".rept", tpc_asm_block, TPC_BLOCK_REPT},
	{".section", parse_section, 0},
	{".set", parse_set, 0},
	{".short", parse_data, 2},
	{".size", parse_ignored, 0},
	{".space", parse_space, 0},
	{".text", parse_short_section, TPC_SEC_TEXT},
	{".tpc_metadata", parse_short_section, TPC_SEC_METADATA},
	{".type", parse_type, 0},
	{".unreq", tpc_asm_unreq, 0},
};

#define NUM_DIRECTIVES (sizeof(directives) / sizeof(directives[0]))

static int unknown_directive(struct tpc_cursor *c, const char *name, size_t len)
{
	char names[512] = "";
	size_t i, n = 0;

	for (i = 0; i < NUM_DIRECTIVES; i++)
		n += snprintf(names + n, sizeof(names) - n, "%s%s",
			      i ? ", " : "", directives[i].name);
	return tpc_asm_error(c->as, tpc_cursor_loc(c, name),
			     "unknown directive '%.*s'; directives are: %s",
			     len < 40 ? (int)len : 40, name, names);
}

int tpc_asm_directive(struct tpc_cursor *c, const char *name, size_t len)
{
	size_t i;

	c->word = name;
	for (i = 0; i < NUM_DIRECTIVES; i++)
		if (strlen(directives[i].name) == len &&
		    !strncasecmp(directives[i].name, name, len))
			return directives[i].parse(c, directives[i].arg);
	return unknown_directive(c, name, len);
}
