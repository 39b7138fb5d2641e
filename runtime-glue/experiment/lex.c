/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: the lexer. A directive is an '@' line and the '@' lines
 * with a blank after the '@' that follow it.
 */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parse.h"

static bool blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool word_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool word_char(char c)
{
	return word_start(c) || digit(c);
}

/* The '@' of a line, NULL if it is not a line of ours. */
static const char *at_sign(const char *s, const char *end)
{
	while (s < end && blank(*s))
		s++;
	return s < end && *s == '@' ? s : NULL;
}

/* The end of the line's text: a comment does not count, a string may hold //.
 */
static const char *cut_comment(const char *s, const char *end)
{
	bool quoted = false;

	for (; s < end; s++) {
		if (*s == '"')
			quoted = !quoted;
		if (!quoted && *s == '/' && s + 1 < end && s[1] == '/')
			return s;
	}
	return end;
}

/* Looks for the next '@' line without going there. */
static bool find_line(struct lexer *lex, struct lexer *found)
{
	const char *at, *eol;

	*found = *lex;
	while (found->next < found->end) {
		eol = memchr(found->next, '\n', found->end - found->next);
		if (!eol)
			eol = found->end;
		found->line_start = found->next;
		found->line = found->next_line++;
		found->next = eol < found->end ? eol + 1 : eol;
		at = at_sign(found->line_start, eol);
		if (!at)
			continue;
		found->p = at + 1;
		found->line_end = cut_comment(found->p, eol);
		return true;
	}
	return false;
}

static bool is_continuation(const struct lexer *lex)
{
	return lex->p == lex->line_end || blank(*lex->p);
}

bool exp_next_directive(struct lexer *lex, bool *continuation)
{
	struct lexer found;

	if (!find_line(lex, &found))
		return false;
	*lex = found;
	*continuation = is_continuation(lex);
	return true;
}

/* Skips blanks, into continuation lines too; false at the directive's end. */
static bool skip_blanks(struct lexer *lex)
{
	struct lexer found;

	for (;;) {
		while (lex->p < lex->line_end && blank(*lex->p))
			lex->p++;
		if (lex->p < lex->line_end)
			return true;
		if (!find_line(lex, &found) || !is_continuation(&found))
			return false;
		*lex = found;
	}
}

static void lex_number(struct parser *p, struct token *t)
{
	const char *s = t->s, *end = p->lex.line_end;
	bool real = false, hex;
	char buf[64];

	hex = end - s > 2 && s[0] == '0' && (s[1] | 32) == 'x';
	if (hex)
		s += 2;
	while (s < end && (hex ? isxdigit((unsigned char)*s) : digit(*s)))
		s++;
	if (!hex && s < end && *s == '.' && !(s + 1 < end && s[1] == '.')) {
		real = true;
		for (s++; s < end && digit(*s); s++)
			;
	}
	if (!hex && s < end && (*s | 32) == 'e') {
		const char *e = s + 1;

		if (e < end && (*e == '+' || *e == '-'))
			e++;
		if (e < end && digit(*e)) {
			real = true;
			for (s = e; s < end && digit(*s); s++)
				;
		}
	}
	t->len = s - t->s;
	p->lex.p = s;
	if (t->len >= sizeof(buf)) {
		exp_fail(p, t->pos, "number of %zu characters (at most %zu)",
			 t->len, sizeof(buf) - 1);
		t->kind = T_BAD;
		return;
	}
	memcpy(buf, t->s, t->len);
	buf[t->len] = '\0';
	t->kind = real ? T_REAL : T_INT;
	if (real) {
		t->r = strtod(buf, NULL);
		return;
	}
	errno = 0;
	t->i = strtoll(buf, NULL, hex ? 16 : 10);
	if (errno || (hex && t->len == 2)) {
		exp_fail(p, t->pos,
			 "number '%s' (integers go up to 9223372036854775807)",
			 buf);
		t->kind = T_BAD;
	}
}

static void lex_string(struct parser *p, struct token *t)
{
	const char *s = t->s + 1;

	while (s < p->lex.line_end && *s != '"')
		s++;
	if (s == p->lex.line_end) {
		exp_fail(p, t->pos, "string has no closing '\"'");
		t->kind = T_BAD;
		return;
	}
	p->lex.p = s + 1;
	t->kind = T_STRING;
	t->s++;
	t->len = s - t->s;
}

static void lex_punct(struct parser *p, struct token *t)
{
	static const char pairs[][3] = {
		"..", "==", "!=", "<=", ">=", "<<", ">>", "&&", "||"};
	static const char singles[] = "+-*/%<>=!~&|^?:()[],";
	const char *s = t->s;

	t->kind = T_PUNCT;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (p->lex.line_end - s < 2 || memcmp(s, pairs[i], 2))
			continue;
		t->i = P2(s[0], s[1]);
		t->len = 2;
		p->lex.p = s + 2;
		return;
	}
	t->len = 1;
	t->i = *s;
	p->lex.p = s + 1;
	if (!*s || !strchr(singles, *s)) {
		char buf[32];

		exp_fail(p, t->pos, "character '%s' has no meaning here",
			 exp_token_text(t, buf, sizeof(buf)));
		t->kind = T_BAD;
	}
}

static void lex(struct parser *p, struct token *t)
{
	struct lexer *lex = &p->lex;
	bool more = skip_blanks(lex);

	memset(t, 0, sizeof(*t));
	t->s = lex->p;
	t->pos.line = lex->line;
	t->pos.col = lex->p - lex->line_start + 1;
	if (!more) {
		t->kind = T_END;
		return;
	}
	if (word_start(*lex->p)) {
		while (lex->p < lex->line_end && word_char(*lex->p))
			lex->p++;
		t->kind = T_IDENT;
		t->len = lex->p - t->s;
	} else if (digit(*lex->p) ||
		   (*lex->p == '.' && lex->line_end - lex->p > 1 &&
		    digit(lex->p[1]))) {
		lex_number(p, t);
	} else if (*lex->p == '"') {
		lex_string(p, t);
	} else {
		lex_punct(p, t);
	}
}

void exp_advance(struct parser *p)
{
	if (p->has_ahead) {
		p->tok = p->ahead;
		p->has_ahead = false;
	} else {
		lex(p, &p->tok);
	}
}

const struct token *exp_peek(struct parser *p)
{
	if (!p->has_ahead) {
		lex(p, &p->ahead);
		p->has_ahead = true;
	}
	return &p->ahead;
}

bool exp_is_punct(const struct token *t, int code)
{
	return t->kind == T_PUNCT && t->i == code;
}

bool exp_is_word(const struct token *t, const char *word)
{
	return t->kind == T_IDENT && t->len == strlen(word) &&
	       !memcmp(t->s, word, t->len);
}

bool exp_accept(struct parser *p, int code)
{
	if (!exp_is_punct(&p->tok, code))
		return false;
	exp_advance(p);
	return true;
}

bool exp_accept_word(struct parser *p, const char *word)
{
	if (!exp_is_word(&p->tok, word))
		return false;
	exp_advance(p);
	return true;
}

bool exp_expect_punct(struct parser *p, int code, const char *what)
{
	return exp_accept(p, code) || exp_expected(p, what);
}

const char *exp_token_text(const struct token *t, char *buf, size_t size)
{
	size_t n = 0;

	for (size_t i = 0; i < t->len && n + 8 < size; i++) {
		unsigned char c = t->s[i];

		if (c >= 0x20 && c < 0x7f)
			n += snprintf(buf + n, size - n, "%c", c);
		else
			n += snprintf(buf + n, size - n, "\\x%02x", c);
		if (n + 8 >= size && i + 1 < t->len)
			n += snprintf(buf + n, size - n, "...");
	}
	buf[n] = '\0';
	return buf;
}

/* Words that an expression could not tell from a name. */
bool exp_reserved(const char *name)
{
	static const char *const words[] = {
		"else",	    "within",	"or",	    "sum",     "min",
		"max",	    "abs",	"floor",    "ceil",    "round",
		"trunc",    "sqrt",	"exp",	    "log",     "pow",
		"sin",	    "cos",	"tanh",	    "div",     "dim",
		"f32",	    "bf16",	"ftz",	    "i32",     "u32",
		"i16",	    "u16",	"i8",	    "u8",      "wrap_i32",
		"wrap_u32", "wrap_i16", "wrap_u16", "wrap_i8", "wrap_u8",
		"sat_i32",  "sat_u32",	"sat_i16",  "sat_u16", "sat_i8",
		"sat_u8",
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (!strcmp(words[i], name))
			return true;
	return false;
}
