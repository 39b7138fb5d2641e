/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Parser of one operation: tokens (parse_token.c, parse_number.c), choice of
 * the form (parse_fit.h) and encoding (parse_form.c), messages about what does
 * not fit (parse_explain.c), the line (parse.c).
 */
#ifndef TPC_LIB_PARSE_PRIV_H
#define TPC_LIB_PARSE_PRIV_H

#include "isa_tables.h"
#include "tpc/text.h"

enum token_kind {
	TOKEN_REG,
	TOKEN_NUMBER,
	TOKEN_MASK,
	TOKEN_HW,
	TOKEN_CMP,
};

struct token {
	uint8_t kind;
	uint8_t file, index; /* TOKEN_REG; index: also of TOKEN_HW, TOKEN_CMP */
	bool invert;	     /* ! before a predicate */
	bool comma;	     /* before it */
	int labels;	     /* TOKEN_NUMBER, as struct tpc_value */
	int64_t num;
	const char *at;
	unsigned len;
};

/* A switch given in the text. */
struct given {
	uint8_t group;
	uint8_t value;
	bool is_name; /* @value was a name, not a number */
	const char *at;
	unsigned len;
};

#define MAX_TOKENS (TPC_MAX_OPERANDS + 2)
#define MAX_GIVEN  24

/* One operation while it is parsed. */
struct parse {
	const struct tpc_parser *p;
	const struct tpc_isa *isa;
	const char *line; /* text[0] of the bundle, in column @col */
	unsigned col;
	const char *pos, *end; /* of the operation */
	unsigned slot;	       /* ISA_LOOP for LOOP */

	const struct isa_mnemonic *mnemonic;
	const char *mnemonic_at;
	unsigned mnemonic_len;
	uint8_t type;
	const char *type_at;
	unsigned num_tokens, num_given;
	struct token token[MAX_TOKENS];
	struct given given[MAX_GIVEN];
};

/* Reports an error at a place of the text; always returns -EINVAL. */
int parse_error(const struct parse *ps, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void parse_note(const struct parse *ps, const char *at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static inline bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* By character: what it is, and a letter in lower case. */
#define CHAR_DIGIT  1
#define CHAR_LETTER 2
#define CHAR_SCORE  4
#define CHAR_NAME   8 /* of names, but not of words */
extern const uint8_t parse_chars[256];
extern const char parse_lower[256];

static inline bool is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static inline bool is_letter(char c)
{
	return parse_chars[(unsigned char)c] & CHAR_LETTER;
}

static inline bool is_word(char c)
{
	return parse_chars[(unsigned char)c] & ~CHAR_NAME;
}

static inline char to_lower(char c)
{
	return parse_lower[(unsigned char)c];
}

static inline void skip_blanks(struct parse *ps)
{
	while (ps->pos < ps->end && is_blank(*ps->pos))
		ps->pos++;
}

/* Case is ignored; @name is in lower or upper case as a whole. */
bool word_matches(const char *word, unsigned len, const char *name);

/* The same; most words that are compared differ in the first letter. */
static inline bool word_is(const char *word, unsigned len, const char *name)
{
	return len && to_lower(*word) == to_lower(*name) &&
	       word_matches(word, len, name);
}

/*
 * parse_register() - reads a register name at @at.
 * Returns its length, 0 if there is none. The number may be too large.
 */
unsigned parse_register(const char *at, const char *end, uint8_t *file,
			unsigned *index);
/* Looks for special and hardware registers. Returns whether there is one. */
bool parse_named_register(const char *at, unsigned len, uint8_t *file,
			  uint8_t *index);

/* Looks a word up among those that set switches of the mnemonic. */
const struct isa_word *parse_find_word(const struct parse *ps, const char *at,
				       unsigned len, unsigned kind, int group);

/* The same in what another generation has, and a mnemonic in any case. */
const struct isa_word *parse_word_of(const struct isa_mn_slot *s,
				     const char *at, unsigned len,
				     unsigned kind, int group);
const struct isa_mnemonic *parse_find_mnemonic(const struct tpc_isa *isa,
					       const char *at, unsigned len);

/*
 * Report a switch, a mnemonic, or the slot of ps->mnemonic that only other
 * generations have, and name them. Return 0 if none has it, else -EINVAL.
 */
int parse_foreign_word(const struct parse *ps, const char *at, unsigned len,
		       unsigned kind, int group);
int parse_foreign_mnemonic(const struct parse *ps, const char *at,
			   unsigned len);
int parse_foreign_slot(const struct parse *ps);

/* Notes a switch whose text ends at ps->pos. Returns 0 or -EINVAL. */
int parse_give(struct parse *ps, unsigned group, unsigned value, bool is_name,
	       const char *at);

/* Reports a switch that needs a value and has none. Returns 0 or -EINVAL. */
int parse_lacks_value(const struct parse *ps, const char *at, unsigned len);

/* Reads an operand or a switch. Returns 0 or -EINVAL. */
int parse_item(struct parse *ps, bool comma);

/* Reads a number or an expression at ps->pos. Returns 0 or -EINVAL. */
int parse_number(struct parse *ps, struct token *token);
/* Whether the name at ps->pos is a symbol that has a value. */
bool parse_is_symbol(const struct parse *ps);
/* Whether i32_5, bf16_1.5 or the like stands at @at; reads it. 1: yes. */
int parse_typed_number(struct parse *ps, struct token *token);

/* Reports why no form fits, or no value of a switch. Return -EINVAL. */
int parse_explain(const struct parse *ps);
int parse_explain_value(const struct parse *ps, const struct isa_switch *s,
			const struct given *g);

/* Makes the operation of what was read. Returns 0 or -EINVAL. */
int parse_encode(struct parse *ps, struct tpc_op *op);

#endif
