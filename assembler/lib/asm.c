// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Assembles a text: runs the two passes and puts the object together.
 * asm_lines.c has the first pass, asm_emit.c the second.
 */
#include "asm_priv.h"
#include "object_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What .globl and .type name must be a label. */
static void check_symbols(struct tpc_asm *as)
{
	struct tpc_loc loc;
	const struct tpc_sym *sym;
	size_t i;

	for (i = 0; i < as->symtab.count; i++) {
		sym = &as->symtab.syms[i];
		if (sym->label || !(sym->global || sym->function))
			continue;
		loc = (struct tpc_loc){sym->use_file, sym->use_line,
				       sym->use_col};
		tpc_asm_error(as, loc, "%s symbol '%.*s' is not defined",
			      sym->global ? "global" : "function",
			      sym->len < 40 ? (int)sym->len : 40, sym->name);
	}
}

static int by_definition(const void *a, const void *b)
{
	const struct tpc_sym *x = a, *y = b;

	return x->order < y->order ? -1 : x->order > y->order;
}

/* Gives the labels to the object. The index over the symbols is lost. */
static int export_labels(struct tpc_asm *as, struct tpc_object *obj)
{
	struct tpc_symtab *tab = &as->symtab;
	struct tpc_symbol label;
	struct tpc_sym *sym;
	int err = 0;
	char *name;
	size_t i;

	if (tab->count)
		qsort(tab->syms, tab->count, sizeof(*tab->syms), by_definition);
	for (i = 0; !err && i < tab->count; i++) {
		sym = &tab->syms[i];
		if (!sym->label)
			continue;
		name = strndup(sym->name, sym->len);
		if (!name)
			return -ENOMEM;
		label = (struct tpc_symbol){
			.name = name,
			.value = sym->value.num,
			.global = sym->global,
			.function = sym->function,
		};
		err = tpc_object_add_symbol(obj, &label);
		free(name);
	}
	return err;
}

static int export_notes(struct tpc_asm *as, struct tpc_object *obj)
{
	static const char *const names[] = {TPC_NOTE_INDEX_MAP,
					    TPC_NOTE_KERNEL_INFO};
	const struct tpc_buf *exp = &as->experiment;
	int err = 0;
	size_t i;

	for (i = 0; !err && i < 2; i++)
		if (as->notes[i].size)
			err = tpc_object_set_note(obj, names[i],
						  as->notes[i].text,
						  as->notes[i].size);
	if (err || !exp->size)
		return err;
	if (tpc_buf_add(&as->experiment, "\n", 1))
		return -ENOMEM;
	return tpc_object_set_note(obj, TPC_NOTE_EXPERIMENT, exp->text,
				   exp->size);
}

static int export_all(struct tpc_asm *as, struct tpc_object *obj)
{
	int err;

	/* Whole bundles: the emitter has checked that. */
	object_take_code(obj, as->code, as->addr);
	object_take_lines(obj, as->lines, as->addr / TPC_BUNDLE_BYTES);
	as->given = true;
	err = tpc_object_set_source(obj, as->options->name);
	if (!err)
		err = export_labels(as, obj);
	if (!err)
		err = export_notes(as, obj);
	return err;
}

static int build_object(struct tpc_asm *as, struct tpc_object **out)
{
	struct tpc_object *obj = tpc_object_new(as->options->cpu);
	struct tpc_metadata md;
	int err;

	if (!obj)
		return -ENOMEM;
	err = tpc_asm_metadata_finish(as, &md);
	if (!err) {
		tpc_object_set_metadata(obj, &md);
		err = export_all(as, obj);
	}
	if (err)
		tpc_object_free(obj);
	else
		*out = obj;
	return err;
}

/* Definitions of the caller come before the text, as a text of their own. */
static void read_all(struct tpc_asm *as, const char *text, size_t size)
{
	const char *first = as->options->defines;

	if (first)
		tpc_asm_read(NULL, as, "<definitions>", first, strlen(first),
			     NULL, NULL);
	tpc_asm_read(NULL, as, as->options->name, text, size, NULL, NULL);
}

/* Both passes run, so that all errors show up at once. */
static int run_passes(struct tpc_asm *as, const char *text, size_t size,
		      struct tpc_object **out)
{
	int err;

	read_all(as, text, size);
	as->source = NULL;
	check_symbols(as);
	if (as->options->compress && !as->errors && !as->out_of_memory)
		tpc_asm_compress(as);
	if (!as->out_of_memory)
		tpc_asm_emit(as);
	if (as->out_of_memory)
		return -ENOMEM;
	if (as->errors)
		return -EINVAL;
	err = build_object(as, out);
	if (!err && as->options->listing)
		tpc_asm_listing(as, as->options->listing);
	return as->out_of_memory ? -ENOMEM : err;
}

static void release(struct tpc_asm *as)
{
	struct tpc_line_copy *copy, *next;

	for (copy = as->copies; copy; copy = next) {
		next = copy->next;
		free(copy);
	}
	tpc_symtab_free(&as->symtab);
	tpc_asm_free_macros(as);
	tpc_asm_free_sources(as);
	free(as->conditions);
	tpc_asm_free_names(&as->locals);
	tpc_asm_free_names(&as->aliases);
	free(as->stmts);
	free(as->notes[0].text);
	free(as->notes[1].text);
	free(as->experiment.text);
	if (as->given)
		return;
	free(as->code);
	free(as->lines);
}

int tpc_assemble(const char *text, size_t size,
		 const struct tpc_asm_options *options, struct tpc_diags *diags,
		 struct tpc_object **out)
{
	struct tpc_asm as = {
		.options = options,
		.isa = tpc_isa_get(options->cpu),
		.diags = diags,
		.experiment_line = 1,
	};
	int err;

	if (!as.isa)
		return -ENOTSUP;
	err = run_passes(&as, text, size, out);
	/* Lines of several texts have no order. */
	if (!as.expansions)
		tpc_diags_sort(diags);
	release(&as);
	return err;
}
