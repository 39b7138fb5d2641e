// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Conditional lines: .if, .ifdef, .ifndef, .elseif, .else, .endif. */
#include "asm_priv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const names[] = {
	[TPC_IF] = ".if",	  [TPC_IFDEF] = ".ifdef",
	[TPC_IFNDEF] = ".ifndef", [TPC_ELSEIF] = ".elseif",
	[TPC_ELSE] = ".else",	  [TPC_ENDIF] = ".endif",
};

static struct tpc_condition *top(struct tpc_asm *as)
{
	return as->num_conditions ? &as->conditions[as->num_conditions - 1]
				  : NULL;
}

static bool lines_count(struct tpc_asm *as)
{
	struct tpc_condition *cond = top(as);

	return !cond || cond->active;
}

/* Evaluates what stands behind the directive. */
static int evaluate(struct tpc_cursor *c, enum tpc_if kind, bool *value)
{
	struct tpc_value num;
	struct tpc_sym *sym;
	const char *name;
	size_t len;

	*value = false;
	if (kind == TPC_IF || kind == TPC_ELSEIF) {
		if (tpc_cursor_expr(c, &num) || tpc_cursor_end(c))
			return -EINVAL;
		*value = num.num != 0;
		return 0;
	}
	len = tpc_cursor_ident(c, &name);
	if (!len)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->p),
				     "the name of a symbol is expected");
	sym = tpc_symtab_find(&c->as->symtab, name, len);
	*value = (sym && sym->line) == (kind == TPC_IFDEF);
	return tpc_cursor_end(c);
}

static int open_condition(struct tpc_cursor *c, enum tpc_if kind)
{
	struct tpc_asm *as = c->as;
	struct tpc_condition cond = {
		.loc = tpc_cursor_loc(c, c->word),
		.outer = lines_count(as),
		.source = as->source,
	};
	struct tpc_condition *all;
	int err = 0;

	if (cond.outer)
		err = evaluate(c, kind, &cond.active);
	cond.taken = cond.active;
	all = reallocarray(as->conditions, as->num_conditions + 1,
			   sizeof(*all));
	if (!all)
		return tpc_asm_nomem(as);
	as->conditions = all;
	all[as->num_conditions++] = cond;
	return err;
}

/* .elseif and .else of the innermost condition. */
static int next_branch(struct tpc_cursor *c, enum tpc_if kind)
{
	struct tpc_condition *cond = top(c->as);
	bool value = true;
	int err = 0;

	if (cond->in_else)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->word),
				     "%s behind .else", names[kind]);
	cond->in_else = kind == TPC_ELSE;
	if (kind == TPC_ELSEIF && cond->outer && !cond->taken)
		err = evaluate(c, kind, &value);
	else if (kind == TPC_ELSE)
		err = tpc_cursor_end(c);
	cond->active = cond->outer && !cond->taken && value && !err;
	cond->taken |= cond->active;
	return err;
}

int tpc_asm_if(struct tpc_cursor *c, unsigned kind)
{
	struct tpc_condition *cond = top(c->as);

	if (kind <= TPC_IFNDEF)
		return open_condition(c, kind);
	if (!cond || cond->source != c->as->source)
		return tpc_asm_error(c->as, tpc_cursor_loc(c, c->word),
				     "%s without .if", names[kind]);
	if (kind != TPC_ENDIF)
		return next_branch(c, kind);
	c->as->num_conditions--;
	return tpc_cursor_end(c);
}

bool tpc_asm_line_counts(struct tpc_cursor *c)
{
	struct tpc_cursor look = *c;
	const char *name;
	size_t len, i;

	if (lines_count(c->as))
		return true;
	len = tpc_cursor_ident(&look, &name);
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strlen(names[i]) != len || strncasecmp(names[i], name, len))
			continue;
		look.word = name;
		tpc_asm_if(&look, i);
	}
	return false;
}

void tpc_asm_check_conditions(struct tpc_asm *as)
{
	struct tpc_condition *cond;

	while ((cond = top(as)) && cond->source == as->source) {
		tpc_asm_error(as, cond->loc, ".if has no .endif");
		as->num_conditions--;
	}
}
