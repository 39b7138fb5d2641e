/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: between lexer, expression parser and directive parser. */
#ifndef TPC_EXPERIMENT_PARSE_H
#define TPC_EXPERIMENT_PARSE_H

#include "internal.h"

enum tok {
	T_END, /* end of the directive */
	T_IDENT,
	T_INT,
	T_REAL,
	T_STRING, /* without its quotes */
	T_PUNCT, /* code in i: one character, or two as (first << 8 | second) */
	T_BAD,	 /* the lexer has reported it */
};

#define P2(a, b) ((a) << 8 | (b))

struct token {
	enum tok kind;
	const char *s;
	size_t len;
	struct pos pos;
	int64_t i;
	double r;
};

struct lexer {
	const char *next; /* first character of the next line */
	const char *end;  /* of the text */
	const char *p;	  /* cursor in the current line */
	const char *line_start;
	const char *line_end;
	unsigned line;	    /* number of the current line */
	unsigned next_line; /* number of the line at next */
};

struct parser {
	struct tpc_experiment *exp;
	struct lexer lex;
	struct token tok;   /* current */
	struct token ahead; /* after it, if has_ahead */
	bool has_ahead;
	const struct tpc_experiment_define *defs;
	size_t num_defs;
	char var[MAX_VARS][MAX_NAME];
	unsigned num_vars;
	unsigned nesting;
	int err; /* 0, -EINVAL or -ENOMEM; the first one stays */
	char *why;
	size_t why_size;
};

/* Records the first error. Returns false, for use in return statements. */
bool exp_fail(struct parser *p, struct pos pos, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* "expected WHAT, found 'token'" at the current token. */
bool exp_expected(struct parser *p, const char *what);
bool exp_nomem(struct parser *p);

/* lex.c */
/* Goes to the next '@' line; false at the end of the text. */
bool exp_next_directive(struct lexer *lex, bool *continuation);
void exp_advance(struct parser *p);
const struct token *exp_peek(struct parser *p);
bool exp_is_punct(const struct token *t, int code);
bool exp_is_word(const struct token *t, const char *word);
/* Takes the punctuation or word if it is there. */
bool exp_accept(struct parser *p, int code);
bool exp_accept_word(struct parser *p, const char *word);
bool exp_expect_punct(struct parser *p, int code, const char *what);
/* A token as it may stand in a message. */
const char *exp_token_text(const struct token *t, char *buf, size_t size);
bool exp_reserved(const char *name);

/* names: copies a name of legal length; false after a report */
bool exp_name(struct parser *p, char *name, const char *what);

/* expr.c: NULL after a report. */
struct node *exp_expression(struct parser *p);
/* A constant; evaluates it. */
bool exp_constant(struct parser *p, struct value *v);
bool exp_const_int(struct parser *p, int64_t *v, const char *what);
struct node *exp_to_real(struct parser *p, struct node *n);
/* Makes @name a variable; its slot, or -1 after a report. */
int exp_push_var(struct parser *p, const char *name, struct pos pos);
/* Whether a let, argument or tensor has the name; says which. */
const char *exp_find_name(const struct tpc_experiment *exp, const char *name);

#endif
