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

/* node.c: all give NULL (or false) after a report. */
struct node *exp_new_node(struct parser *p, enum op op, struct pos pos);
/* Adds an operand and keeps depth and constancy. */
struct node *exp_add_kid(struct parser *p, struct node *n, struct node *kid);
struct node *exp_make1(struct parser *p, enum op op, bool real, struct node *a,
		       struct pos pos);
struct node *exp_make2(struct parser *p, enum op op, bool real, struct node *a,
		       struct node *b, struct pos pos);
struct node *exp_int_node(struct parser *p, int64_t v, struct pos pos);
struct node *exp_to_real(struct parser *p, struct node *n);
/* Both operands of one kind: real if one of them is. */
bool exp_unify(struct parser *p, struct node **a, struct node **b);
bool exp_need_int(struct parser *p, const struct node *n, const char *who);
/* Parses a constant and computes it. */
bool exp_constant(struct parser *p, struct value *v);
bool exp_const_int(struct parser *p, int64_t *v, const char *what);

/* name.c */
/* Copies a name of legal length; false after a report. */
bool exp_name(struct parser *p, char *name, const char *what);
/* Makes @name a variable; its slot, or -1 after a report. */
int exp_push_var(struct parser *p, const char *name, struct pos pos);
/* Whether a let, argument or tensor has the name; says which. */
const char *exp_find_name(const struct tpc_experiment *exp, const char *name);
struct node *exp_name_value(struct parser *p);

/* call.c */
struct node *exp_call(struct parser *p);

/* expr.c */
struct node *exp_expression(struct parser *p);
struct node *exp_unary(struct parser *p);

/* parse.c */
/* A name that nothing else has, to be freed by the caller. */
bool exp_new_name(struct parser *p, char **out, const char *what);
bool exp_type_word(struct parser *p, enum tpc_experiment_type *type);
/* Whether a constant can be an element of the type. */
bool exp_fits(struct parser *p, enum tpc_experiment_type type,
	      const struct value *v, struct pos pos);
bool exp_typed_constant(struct parser *p, enum tpc_experiment_type type,
			struct value *v);
uint32_t exp_value_bits(enum tpc_experiment_type type, const struct value *v);

/* parse_tensor.c, parse_expect.c: directives, after their word */
bool exp_parse_tensor(struct parser *p);
bool exp_parse_expect(struct parser *p);
/* i, j, ...: one variable a dimension, up to the closing token */
bool exp_coordinates(struct parser *p, const struct tensor *t, int close,
		     const char *what);
/* An expression whose values go into the tensor's type. */
struct node *exp_element(struct parser *p, const struct tensor *t);

#endif
