// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Objects to text. First the targets of all jumps and loops are collected,
 * then every bundle is printed with the labels before it. Whatever is printed
 * assembles to the same code.
 */
#include "asm_priv.h"
#include "tpc/text.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Longest reason for a bundle that cannot be decoded. */
#define WHY_SIZE 160
/* Longest comment with address and bytes before a bundle. */
#define PLACE_SIZE (16 + 2 * TPC_BUNDLE_BYTES)

struct label {
	uint32_t addr;
	uint32_t order;			 /* of symbols at the same place */
	const struct tpc_symbol *symbol; /* NULL: named by the address */
};

struct disasm {
	const struct tpc_object *obj;
	const struct tpc_disasm_options *options;
	const struct tpc_isa *isa;
	FILE *out;
	const uint8_t *code;
	size_t size;
	struct label *labels;
	size_t num_labels, cap_labels;
	struct tpc_symtab names; /* taken */
	size_t next_label;	 /* to be printed */
	char *made_name;	 /* buffer for names of labels that have none */
	size_t made_prefix;	 /* length of its constant part */
	char *text;		 /* buffer for a line */
	size_t text_size;
};

static int add_label(struct disasm *d, uint32_t addr,
		     const struct tpc_symbol *symbol)
{
	size_t cap = d->cap_labels ? 2 * d->cap_labels : 64;
	struct label *labels;

	if (d->num_labels == d->cap_labels) {
		labels = reallocarray(d->labels, cap, sizeof(*labels));
		if (!labels)
			return -ENOMEM;
		d->labels = labels;
		d->cap_labels = cap;
	}
	d->labels[d->num_labels] = (struct label){
		.addr = addr,
		.order = d->num_labels,
		.symbol = symbol,
	};
	d->num_labels++;
	return 0;
}

static int by_address(const void *a, const void *b)
{
	const struct label *x = a, *y = b;

	if (x->addr != y->addr)
		return x->addr < y->addr ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* The first label at or behind an address. */
static size_t find_label(const struct disasm *d, uint32_t addr)
{
	size_t low = 0, high = d->num_labels, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (d->labels[mid].addr < addr)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Bytes of what stands at an address: a bundle or a compressed one. */
static unsigned unit_size(const struct disasm *d, uint32_t pc)
{
	return tpc_is_half(d->isa, d->code + pc) ? TPC_HALF_BYTES
						 : TPC_BUNDLE_BYTES;
}

static int decode(const struct disasm *d, uint32_t pc,
		  struct tpc_bundle *bundle, char *why, size_t why_size)
{
	return unit_size(d, pc) == TPC_HALF_BYTES
		       ? tpc_decode_half(d->isa, d->code + pc, bundle, why,
					 why_size)
		       : tpc_decode(d->isa, d->code + pc, bundle, why,
				    why_size);
}

/* Whether a pair of compressed bundles stands where a bundle could be. */
static bool is_pair(const struct disasm *d, uint32_t pc, char *why,
		    size_t why_size)
{
	struct tpc_bundle bundle;

	if (unit_size(d, pc + TPC_HALF_BYTES) != TPC_HALF_BYTES) {
		snprintf(why, why_size,
			 "a compressed bundle has none beside it");
		return false;
	}
	return !decode(d, pc, &bundle, why, why_size) &&
	       !decode(d, pc + TPC_HALF_BYTES, &bundle, why, why_size);
}

/* Whether a bundle, the second one of a pair, or the end is at an address. */
static bool can_have_label(const struct disasm *d, uint32_t addr)
{
	char why[WHY_SIZE];

	if (addr % TPC_BUNDLE_BYTES == 0)
		return true;
	return addr % TPC_BUNDLE_BYTES == TPC_HALF_BYTES && addr < d->size &&
	       unit_size(d, addr - TPC_HALF_BYTES) == TPC_HALF_BYTES &&
	       is_pair(d, addr - TPC_HALF_BYTES, why, sizeof(why));
}

/* Whether the assembler takes the name as a label at this place. */
static bool is_usable(const struct disasm *d, const struct tpc_symbol *sym)
{
	size_t len = strlen(sym->name);

	return tpc_expr_ident(sym->name, sym->name + len) == len &&
	       strcmp(sym->name, ".") &&
	       !tpc_text_is_register(sym->name, len) &&
	       can_have_label(d, sym->value);
}

/*
 * Takes the object's labels. Two symbols of one name are possible in an object
 * file, but not in a text: the first one counts.
 */
static int take_symbols(struct disasm *d)
{
	const struct tpc_symbol *sym;
	struct tpc_sym *name;
	size_t i;

	for (i = 0; (sym = tpc_object_symbol(d->obj, i)); i++) {
		if (!is_usable(d, sym))
			continue;
		name = tpc_symtab_get(&d->names, sym->name, strlen(sym->name));
		if (!name)
			return -ENOMEM;
		if (name->label)
			continue;
		name->label = true;
		if (add_label(d, sym->value, sym))
			return -ENOMEM;
	}
	return 0;
}

/*
 * The place where an operation continues, if the assembler takes a label for
 * it: from one bundle to another, not to or from the second one of a pair.
 */
static bool get_target(const struct disasm *d, const struct tpc_op *op,
		       uint32_t pc, uint32_t *target)
{
	int64_t addr;

	if (pc % TPC_BUNDLE_BYTES || !tpc_op_target(op, pc, &addr) ||
	    addr < 0 || addr > (int64_t)d->size || addr % TPC_BUNDLE_BYTES)
		return false;
	*target = addr;
	return true;
}

static int collect_target(struct disasm *d, uint32_t pc)
{
	struct tpc_bundle bundle;
	uint32_t target;

	if (decode(d, pc, &bundle, NULL, 0) ||
	    !get_target(d, &bundle.op[TPC_SLOT_SPU], pc, &target))
		return 0;
	return add_label(d, target, NULL);
}

static int collect_targets(struct disasm *d)
{
	size_t found, pc;
	char why[WHY_SIZE];

	for (pc = 0; pc < d->size; pc += TPC_BUNDLE_BYTES) {
		if (!tpc_may_jump(d->isa, d->code + pc))
			continue;
		if (unit_size(d, pc) == TPC_BUNDLE_BYTES) {
			if (collect_target(d, pc))
				return -ENOMEM;
		} else if (is_pair(d, pc, why, sizeof(why))) {
			if (collect_target(d, pc) ||
			    collect_target(d, pc + TPC_HALF_BYTES))
				return -ENOMEM;
		}
	}
	/* Places with a name need no other; others need one label only. */
	if (d->num_labels)
		qsort(d->labels, d->num_labels, sizeof(*d->labels), by_address);
	for (found = 0, pc = 0; pc < d->num_labels; pc++)
		if (d->labels[pc].symbol || !found ||
		    d->labels[found - 1].addr != d->labels[pc].addr)
			d->labels[found++] = d->labels[pc];
	d->num_labels = found;
	return 0;
}

/*
 * Made labels are .L and the address in hex, with underscores between if a
 * label of the object starts like that.
 */
static int choose_prefix(struct disasm *d)
{
	const struct tpc_symbol *sym;
	size_t used = 0, n, i;

	for (i = 0; (sym = tpc_object_symbol(d->obj, i)); i++) {
		if (strncmp(sym->name, ".L", 2))
			continue;
		n = 1 + strspn(sym->name + 2, "_");
		if (n > used)
			used = n;
	}
	/* Room for the address behind it. */
	d->made_name = malloc(2 + used + 9);
	if (!d->made_name)
		return -ENOMEM;
	d->made_prefix = 2 + used;
	memcpy(d->made_name, ".L", 2);
	memset(d->made_name + 2, '_', used);
	return 0;
}

/* Name of a label. A made one is valid until the next call. */
static const char *label_name(struct disasm *d, const struct label *label)
{
	if (label->symbol)
		return label->symbol->name;
	sprintf(d->made_name + d->made_prefix, "%" PRIx32, label->addr);
	return d->made_name;
}

static void print_labels(struct disasm *d, uint32_t addr)
{
	const struct label *label;

	for (; d->next_label < d->num_labels; d->next_label++) {
		label = &d->labels[d->next_label];
		if (label->addr != addr)
			return;
		fputs(label_name(d, label), d->out);
		fputs(":\n", d->out);
	}
}

static char *put_hex(char *p, uint32_t value, unsigned digits)
{
	while (digits)
		*p++ = "0123456789abcdef"[value >> 4 * --digits & 15];
	return p;
}

/* Address and bytes go into a comment, so that the text stays assembly. */
static size_t put_place(const struct disasm *d, uint32_t pc, unsigned size,
			char *text)
{
	unsigned digits = 6, i;
	char *p = text;

	if (!d->options->addresses && !d->options->raw)
		return 0;
	p = stpcpy(p, "/*");
	if (d->options->addresses) {
		while (digits < 8 && pc >> 4 * digits)
			digits++;
		*p++ = ' ';
		p = put_hex(p, pc, digits);
	}
	if (d->options->raw) {
		*p++ = ' ';
		for (i = 0; i < size; i++)
			p = put_hex(p, d->code[pc + i], 2);
	}
	p = stpcpy(p, " */");
	return p - text;
}

static void print_data(struct disasm *d, uint32_t pc, const char *why)
{
	const uint8_t *p = d->code + pc;
	unsigned i;

	fputs("\t.long ", d->out);
	for (i = 0; i < TPC_BUNDLE_BYTES; i += 4)
		fprintf(d->out, "%s0x%02x%02x%02x%02x", i ? ", " : "", p[i + 3],
			p[i + 2], p[i + 1], p[i]);
	fprintf(d->out, " // %s\n", why);
}

static const char *name_target(void *ctx, uint32_t addr)
{
	struct disasm *d = ctx;
	size_t i = find_label(d, addr);

	if (i == d->num_labels || d->labels[i].addr != addr ||
	    addr % TPC_BUNDLE_BYTES)
		return NULL;
	return label_name(d, &d->labels[i]);
}

/* Fills the line's buffer, which grows when labels are long. */
static int format_bundle(struct disasm *d, uint32_t pc,
			 const struct tpc_bundle *bundle, size_t *len)
{
	struct tpc_printer printer = {
		.isa = d->isa,
		.pc = pc,
		/* Distances of the second one of a pair stay numbers. */
		.label = pc % TPC_BUNDLE_BYTES ? NULL : name_target,
		.ctx = d,
	};
	char *bigger;
	size_t room;
	int n;

	for (;;) {
		*len = put_place(d, pc, unit_size(d, pc), d->text);
		d->text[(*len)++] = '\t';
		room = d->text_size - *len;
		n = tpc_print_bundle(&printer, bundle, d->text + *len, room);
		if (n < 0)
			return -EINVAL;
		/* The line end takes the place of the NUL. */
		if ((size_t)n < room)
			break;
		d->text_size = *len + n + 1;
		bigger = realloc(d->text, d->text_size);
		if (!bigger)
			return -ENOMEM;
		d->text = bigger;
	}
	*len += n;
	d->text[(*len)++] = '\n';
	return 0;
}

static int print_bundle(struct disasm *d, uint32_t pc)
{
	unsigned size = unit_size(d, pc);
	struct tpc_bundle bundle;
	char why[WHY_SIZE];
	size_t len;
	int err;

	if (decode(d, pc, &bundle, why, sizeof(why))) {
		fwrite(d->text, 1, put_place(d, pc, size, d->text), d->out);
		print_data(d, pc, why);
		return 0;
	}
	err = format_bundle(d, pc, &bundle, &len);
	if (!err)
		fwrite(d->text, 1, len, d->out);
	return err;
}

/* Two compressed bundles, or what should be that. */
static int print_pair(struct disasm *d, uint32_t pc)
{
	char why[WHY_SIZE];
	int err;

	if (!is_pair(d, pc, why, sizeof(why))) {
		fwrite(d->text, 1, put_place(d, pc, TPC_BUNDLE_BYTES, d->text),
		       d->out);
		print_data(d, pc, why);
		return 0;
	}
	fputs("\t.pair\n", d->out);
	err = print_bundle(d, pc);
	if (err)
		return err;
	print_labels(d, pc + TPC_HALF_BYTES);
	return print_bundle(d, pc + TPC_HALF_BYTES);
}

static void print_globals(struct disasm *d)
{
	const struct label *label;
	const struct tpc_symbol *sym;
	size_t i;

	fputs("\t.text\n", d->out);
	for (i = 0; i < d->num_labels; i++) {
		label = &d->labels[i];
		sym = label->symbol;
		if (sym && sym->global)
			fprintf(d->out, "\t.globl %s\n", sym->name);
		if (sym && sym->function)
			fprintf(d->out, "\t.type %s,@function\n", sym->name);
	}
}

static int print_all(struct disasm *d)
{
	size_t pc;
	int err;

	print_globals(d);
	for (pc = 0; pc < d->size; pc += TPC_BUNDLE_BYTES) {
		print_labels(d, pc);
		if (d->options->before)
			d->options->before(d->options->ctx, pc, d->out);
		err = unit_size(d, pc) == TPC_HALF_BYTES ? print_pair(d, pc)
							 : print_bundle(d, pc);
		if (err)
			return err;
	}
	print_labels(d, d->size);
	return ferror(d->out) ? -EIO : 0;
}

int tpc_disassemble(const struct tpc_object *obj,
		    const struct tpc_disasm_options *options, FILE *out)
{
	struct disasm d = {
		.obj = obj,
		.options = options,
		.isa = tpc_isa_get(options->cpu),
		.out = out,
		.text_size = PLACE_SIZE + TPC_BUNDLE_TEXT_MAX,
	};
	int err;

	if (!d.isa)
		return -ENOTSUP;
	d.code = tpc_object_code(obj, &d.size);
	d.text = malloc(d.text_size);
	err = d.text ? choose_prefix(&d) : -ENOMEM;
	if (!err)
		err = take_symbols(&d);
	if (!err)
		err = collect_targets(&d);
	if (!err)
		err = print_all(&d);
	tpc_symtab_free(&d.names);
	free(d.labels);
	free(d.made_name);
	free(d.text);
	return err;
}
