// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Names that depend on the place: local labels and names of registers. */
#include "asm_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MAX_QUOTE 40

/* Adds a definition of a name behind all others. NULL: out of memory. */
static struct tpc_def *add_def(struct tpc_names *names, const char *name,
			       size_t len)
{
	struct tpc_sym *sym = tpc_symtab_get(&names->index, name, len);
	size_t count = names->num_lists;
	struct tpc_def_list *list;
	void *bigger;

	if (!sym)
		return NULL;
	if (!sym->label) {
		/* At powers of two. */
		if (!(count & (count - 1))) {
			bigger = reallocarray(names->lists,
					      count ? 2 * count : 1,
					      sizeof(*names->lists));
			if (!bigger)
				return NULL;
			names->lists = bigger;
		}
		names->lists[count] = (struct tpc_def_list){0};
		names->num_lists++;
		sym->label = true;
		sym->order = (uint32_t)count;
	}
	list = &names->lists[sym->order];
	count = list->count;
	if (!(count & (count - 1))) {
		bigger = reallocarray(list->defs, count ? 2 * count : 1,
				      sizeof(*list->defs));
		if (!bigger)
			return NULL;
		list->defs = bigger;
	}
	return &list->defs[list->count++];
}

static const struct tpc_def_list *find_list(const struct tpc_names *names,
					    const char *name, size_t len)
{
	const struct tpc_sym *sym = tpc_symtab_find(&names->index, name, len);

	return sym && sym->label ? &names->lists[sym->order] : NULL;
}

/* Number of definitions before a statement. */
static size_t count_before(const struct tpc_def_list *list, size_t index)
{
	size_t lo = 0, hi = list->count, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (list->defs[mid].from <= index)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

void tpc_asm_free_names(struct tpc_names *names)
{
	size_t i;

	for (i = 0; i < names->num_lists; i++)
		free(names->lists[i].defs);
	free(names->lists);
	tpc_symtab_free(&names->index);
}

/* 07 is the same label as 7. */
static void strip_zeros(const char **digits, size_t *len)
{
	while (*len > 1 && **digits == '0') {
		++*digits;
		--*len;
	}
}

int tpc_asm_local(struct tpc_cursor *c, const char *digits, size_t len)
{
	struct tpc_asm *as = c->as;
	struct tpc_def *def;

	strip_zeros(&digits, &len);
	def = add_def(&as->locals, digits, len);
	if (!def)
		return tpc_asm_nomem(as);
	*def = (struct tpc_def){
		.from = as->num_stmts,
		.addr = as->addr,
	};
	return 0;
}

int tpc_asm_find_local(const struct tpc_asm *as, const char *name, size_t len,
		       struct tpc_value *value)
{
	bool back = name[len - 1] == 'b';
	const struct tpc_def_list *list;
	size_t place;

	len--;
	strip_zeros(&name, &len);
	list = find_list(&as->locals, name, len);
	if (!list)
		return -ENOENT;
	place = count_before(list, as->index);
	if (back ? !place : place == list->count)
		return -ENOENT;
	*value = (struct tpc_value){
		.num = list->defs[back ? place - 1 : place].addr,
		.labels = 1,
	};
	return 0;
}

static struct tpc_def *find_alias(const struct tpc_asm *as, const char *name,
				  size_t len, size_t index)
{
	const struct tpc_def_list *list = find_list(&as->aliases, name, len);
	size_t place = list ? count_before(list, index) : 0;

	/* The last one before the place is the only one that may reach it. */
	return place && index < list->defs[place - 1].to
		       ? &list->defs[place - 1]
		       : NULL;
}

const char *tpc_asm_alias(void *ctx, const char *name, size_t len,
			  size_t *reg_len)
{
	const struct tpc_asm *as = ctx;
	const struct tpc_def *a = find_alias(as, name, len, as->index);

	if (!a)
		return NULL;
	*reg_len = a->reg_len;
	return a->reg;
}

static bool is_plain(const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (name[i] == '.' || name[i] == '$')
			return false;
	return true;
}

int tpc_asm_req(struct tpc_cursor *c, const char *name, size_t len)
{
	struct tpc_asm *as = c->as;
	struct tpc_def *def, *other;
	size_t reg_len;
	const char *reg;

	reg_len = tpc_cursor_ident(c, &reg);
	if (!reg_len || tpc_cursor_end(c))
		return reg_len ? -EINVAL
			       : tpc_asm_error(as, tpc_cursor_loc(c, c->p),
					       "a register is expected");
	if (!is_plain(name, len) || tpc_text_is_register(name, len))
		return tpc_asm_error(as, tpc_cursor_loc(c, name),
				     "'%.*s' cannot be a name of a register",
				     len < MAX_QUOTE ? (int)len : MAX_QUOTE,
				     name);
	if (find_alias(as, name, len, as->num_stmts))
		return tpc_asm_error(as, tpc_cursor_loc(c, name),
				     "'%.*s' stands for a register already; "
				     "use .unreq first",
				     len < MAX_QUOTE ? (int)len : MAX_QUOTE,
				     name);
	/* One name may stand for what another one does. */
	other = find_alias(as, reg, reg_len, as->num_stmts);
	if (other) {
		reg = other->reg;
		reg_len = other->reg_len;
	} else if (!tpc_text_is_register(reg, reg_len)) {
		return tpc_asm_error(
			as, tpc_cursor_loc(c, reg), "'%.*s' is no register",
			reg_len < MAX_QUOTE ? (int)reg_len : MAX_QUOTE, reg);
	}
	def = add_def(&as->aliases, name, len);
	if (!def)
		return tpc_asm_nomem(as);
	*def = (struct tpc_def){
		.from = as->num_stmts,
		.to = SIZE_MAX,
		.reg = reg,
		.reg_len = (uint32_t)reg_len,
	};
	return 0;
}

int tpc_asm_unreq(struct tpc_cursor *c, unsigned arg)
{
	struct tpc_def *a;
	const char *name;
	size_t len;

	len = tpc_cursor_ident(c, &name);
	a = find_alias(c->as, name, len, c->as->num_stmts);
	if (!len || !a)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, name),
				     "'%.*s' stands for no register",
				     len < MAX_QUOTE ? (int)len : MAX_QUOTE,
				     name);
	a->to = c->as->num_stmts;
	return tpc_cursor_end(c);
}
