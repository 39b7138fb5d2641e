// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Names that depend on the place: local labels and names of registers. */
#include "asm_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MAX_QUOTE 40

int tpc_asm_local(struct tpc_cursor *c, uint32_t number)
{
	struct tpc_asm *as = c->as;
	struct tpc_local *all;

	/* Powers of two. */
	if (!(as->num_locals & (as->num_locals - 1)) || !as->num_locals) {
		all = reallocarray(as->locals,
				   as->num_locals ? 2 * as->num_locals : 1,
				   sizeof(*all));
		if (!all)
			return tpc_asm_nomem(as);
		as->locals = all;
	}
	as->locals[as->num_locals++] = (struct tpc_local){
		.number = number,
		.addr = as->addr,
		.stmt = as->num_stmts,
	};
	return 0;
}

/* Index of the first definition behind the current statement. */
static size_t first_behind(const struct tpc_asm *as)
{
	size_t lo = 0, hi = as->num_locals, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (as->locals[mid].stmt <= as->index)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

int tpc_asm_find_local(const struct tpc_asm *as, const char *name, size_t len,
		       struct tpc_value *value)
{
	size_t place = first_behind(as), i;
	const struct tpc_local *found = NULL;
	uint32_t number = 0;

	for (i = 0; i + 1 < len; i++) {
		if (number > UINT32_MAX / 10 - 1)
			return -ENOENT;
		number = 10 * number + (uint32_t)(name[i] - '0');
	}
	if (name[len - 1] == 'b') {
		for (i = place; i-- && !found;)
			if (as->locals[i].number == number)
				found = &as->locals[i];
	} else {
		for (i = place; i < as->num_locals && !found; i++)
			if (as->locals[i].number == number)
				found = &as->locals[i];
	}
	if (!found)
		return -ENOENT;
	*value = (struct tpc_value){.num = found->addr, .labels = 1};
	return 0;
}

static struct tpc_alias *find_alias(const struct tpc_asm *as, const char *name,
				    size_t len, size_t index)
{
	size_t i;

	for (i = as->num_aliases; i--;) {
		struct tpc_alias *a = &as->aliases[i];

		if (a->len == len && !memcmp(a->name, name, len) &&
		    a->from <= index && index < a->to)
			return a;
	}
	return NULL;
}

const char *tpc_asm_alias(void *ctx, const char *name, size_t len,
			  size_t *reg_len)
{
	const struct tpc_asm *as = ctx;
	const struct tpc_alias *a = find_alias(as, name, len, as->index);

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
	struct tpc_alias *all, *other;
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
	all = reallocarray(as->aliases, as->num_aliases + 1, sizeof(*all));
	if (!all)
		return tpc_asm_nomem(as);
	as->aliases = all;
	all[as->num_aliases++] = (struct tpc_alias){
		.name = name,
		.reg = reg,
		.len = (uint32_t)len,
		.reg_len = (uint32_t)reg_len,
		.from = as->num_stmts,
		.to = SIZE_MAX,
	};
	return 0;
}

int tpc_asm_unreq(struct tpc_cursor *c, unsigned arg)
{
	struct tpc_alias *a;
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
