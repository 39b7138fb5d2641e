/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Numeric expressions of assembly text, as used in operands and directives:
 * integers, symbols, parentheses, and the C operators
 * unary - + ~, * / %, + -, << >>, &, ^, | in C's order of precedence.
 *
 * There is no character or comparison syntax, so `<`, `==` and `!` stay free
 * for LOOP conditions and predicates.
 */
#ifndef TPC_LIB_EXPR_H
#define TPC_LIB_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tpc/text.h"

/* Nothing of this is exported, whatever the linker map says. */
#pragma GCC visibility push(hidden)

struct tpc_expr {
	const char *p, *end;	/* text; @p moves behind what was read */
	tpc_resolve_fn resolve; /* may be NULL: no symbols */
	void *ctx;
	const char *err_at; /* on error: the offending place */
	char err[128];	    /* on error: a sentence for tpc_error() */
	unsigned depth;	    /* private, start with 0 */
};

/*
 * tpc_expr_parse() - reads the longest expression at @e->p.
 *
 * Arithmetic is on signed 64 bits; overflow is an error, not a wrap. Returns 0
 * or -EINVAL with @e->err and @e->err_at.
 */
int tpc_expr_parse(struct tpc_expr *e, struct tpc_value *value);

/*
 * tpc_expr_ident() - length of the identifier at @p ([A-Za-z_.$] followed by
 * those or digits), 0 if there is none.
 */
size_t tpc_expr_ident(const char *p, const char *end);

/* A whole text as floating-point number, whatever the locale; -EINVAL. */
int tpc_expr_float(const char *text, float *value);

#pragma GCC visibility pop

#endif
