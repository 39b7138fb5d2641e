// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Numeric expressions: a recursive-descent parser that computes as it reads. */
#include "expr.h"

#include <errno.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Deeper nesting than anybody writes; bounds the stack on hostile input. */
#define MAX_DEPTH 64

/* A quoted token in a message is cut here. */
#define MAX_QUOTE 40

/*
 * C's operators of two operands. They bind as in LLVM's and GNU's assemblers,
 * which differs from C: & | ^ before + and -, shifts like products.
 */
enum oper {
	OP_NONE,
	OP_LOR,
	OP_LAND,
	OP_OR,
	OP_XOR,
	OP_AND,
	OP_EQ,
	OP_NE,
	OP_LT,
	OP_LE,
	OP_GT,
	OP_GE,
	OP_SHL,
	OP_SHR,
	OP_ADD,
	OP_SUB,
	OP_MUL,
	OP_DIV,
	OP_MOD,
};

enum prec {
	PREC_LOR = 1,
	PREC_LAND,
	PREC_ORDER,
	PREC_SUM,
	PREC_BITS,
	PREC_MUL
};

static const struct {
	char text[3];
	uint8_t prec;
} operators[] = {
	[OP_LOR] = {"||", PREC_LOR},  [OP_LAND] = {"&&", PREC_LAND},
	[OP_OR] = {"|", PREC_BITS},   [OP_XOR] = {"^", PREC_BITS},
	[OP_AND] = {"&", PREC_BITS},  [OP_EQ] = {"==", PREC_ORDER},
	[OP_NE] = {"!=", PREC_ORDER}, [OP_LT] = {"<", PREC_ORDER},
	[OP_LE] = {"<=", PREC_ORDER}, [OP_GT] = {">", PREC_ORDER},
	[OP_GE] = {">=", PREC_ORDER}, [OP_SHL] = {"<<", PREC_MUL},
	[OP_SHR] = {">>", PREC_MUL},  [OP_ADD] = {"+", PREC_SUM},
	[OP_SUB] = {"-", PREC_SUM},   [OP_MUL] = {"*", PREC_MUL},
	[OP_DIV] = {"/", PREC_MUL},   [OP_MOD] = {"%", PREC_MUL},
};

static int parse_binary(struct tpc_expr *e, enum prec min,
			struct tpc_value *value);

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Characters of names; digits are not the first. */
#define IDENT 1
#define DIGIT 2
static const uint8_t chars[256] = {
	['0' ... '9'] = DIGIT, ['A' ... 'Z'] = IDENT, ['a' ... 'z'] = IDENT,
	['_'] = IDENT,	       ['.'] = IDENT,	      ['$'] = IDENT,
};

static bool is_ident(char c)
{
	return chars[(unsigned char)c] & IDENT;
}

size_t tpc_expr_ident(const char *p, const char *end)
{
	const char *q = p;

	if (q == end || !is_ident(*q))
		return 0;
	while (q < end && chars[(unsigned char)*q])
		q++;
	return q - p;
}

static __attribute__((format(printf, 3, 4))) int
fail(struct tpc_expr *e, const char *at, const char *fmt, ...)
{
	va_list args;

	e->err_at = at;
	va_start(args, fmt);
	vsnprintf(e->err, sizeof(e->err), fmt, args);
	va_end(args);
	return -EINVAL;
}

static void skip_blanks(struct tpc_expr *e)
{
	while (e->p < e->end && (*e->p == ' ' || *e->p == '\t'))
		e->p++;
}

static int digit_value(char c)
{
	if (is_digit(c))
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

/* Prefixes as in LLVM's and GNU's assemblers: 0x, 0b, and 0 for octal. */
static unsigned number_base(struct tpc_expr *e)
{
	char c;

	if (e->end - e->p < 2 || *e->p != '0')
		return 10;
	c = e->p[1] | 0x20;
	if (c == 'x' || c == 'b') {
		e->p += 2;
		return c == 'x' ? 16 : 2;
	}
	return is_digit(c) ? 8 : 10;
}

static int parse_number(struct tpc_expr *e, int64_t *num)
{
	const char *start = e->p, *digits;
	unsigned base = number_base(e);
	uint64_t n = 0;
	int len;

	digits = e->p;
	for (; e->p < e->end && (is_digit(*e->p) || is_ident(*e->p)); e->p++) {
		unsigned d = digit_value(*e->p);

		if (d >= base)
			return fail(
				e, e->p,
				"'%c' is not a digit of a number in base %u",
				*e->p, base);
		if (__builtin_mul_overflow(n, base, &n) ||
		    __builtin_add_overflow(n, d, &n))
			goto too_big;
	}
	if (e->p == digits)
		return fail(e, e->p, "digits expected after '%.2s'", start);
	*num = (int64_t)n; /* 64 bits: 0xffffffffffffffff is -1 */
	return 0;
too_big:
	while (e->p < e->end && (is_digit(*e->p) || is_ident(*e->p)))
		e->p++;
	len = e->p - start < MAX_QUOTE ? e->p - start : MAX_QUOTE;
	return fail(e, start, "number '%.*s' does not fit 64 bits", len, start);
}

static int parse_symbol(struct tpc_expr *e, struct tpc_value *value)
{
	size_t len = tpc_expr_ident(e->p, e->end);
	const char *name = e->p;

	if (!e->resolve || e->resolve(e->ctx, name, len, value))
		return fail(e, name, "'%.*s' is not defined",
			    (int)(len < MAX_QUOTE ? len : MAX_QUOTE), name);
	e->p += len;
	return 0;
}

static int parse_parens(struct tpc_expr *e, struct tpc_value *value)
{
	const char *open = e->p++;
	int err;

	err = parse_binary(e, PREC_LOR, value);
	if (err)
		return err;
	skip_blanks(e);
	if (e->p == e->end || *e->p != ')')
		return fail(e, open, "'(' without ')'");
	e->p++;
	return 0;
}

static int parse_unary(struct tpc_expr *e, struct tpc_value *value);

static int parse_sign(struct tpc_expr *e, struct tpc_value *value)
{
	const char *op = e->p++;
	int err;

	err = parse_unary(e, value);
	if (err || *op == '+')
		return err;
	if ((*op == '~' || *op == '!') && value->labels)
		return fail(e, op, "'%c' needs a number, not an address", *op);
	if (*op == '!') {
		value->num = !value->num;
		return 0;
	}
	if (*op == '-' && value->num == INT64_MIN)
		return fail(e, op, "the result does not fit 64 bits");
	value->num = *op == '-' ? -value->num : ~value->num;
	value->labels = -value->labels;
	return 0;
}

/* Length of a reference to a local label, `7b` or `7f`, 0 if it is none. */
static size_t local_len(const struct tpc_expr *e)
{
	const char *p = e->p;

	while (p < e->end && is_digit(*p))
		p++;
	if (p == e->end || (*p != 'b' && *p != 'f'))
		return 0;
	p++;
	/* 0b1 is a number. */
	return p < e->end && (is_ident(*p) || is_digit(*p)) ? 0 : p - e->p;
}

static int parse_local(struct tpc_expr *e, size_t len, struct tpc_value *value)
{
	if (!e->resolve || e->resolve(e->ctx, e->p, len, value))
		return fail(e, e->p, "there is no label %.*s: %s this place",
			    (int)(len - 1 < MAX_QUOTE ? len - 1 : MAX_QUOTE),
			    e->p, e->p[len - 1] == 'b' ? "before" : "behind");
	e->p += len;
	return 0;
}

static int parse_primary(struct tpc_expr *e, struct tpc_value *value)
{
	size_t local;

	char c;

	skip_blanks(e);
	if (e->p == e->end)
		return fail(e, e->p, "a number or a symbol is missing");
	c = *e->p;
	if (is_digit(c)) {
		local = local_len(e);
		if (local)
			return parse_local(e, local, value);
		value->labels = 0;
		return parse_number(e, &value->num);
	}
	if (is_ident(c))
		return parse_symbol(e, value);
	if (c == '(')
		return parse_parens(e, value);
	if (c == '-' || c == '+' || c == '~' || c == '!')
		return parse_sign(e, value);
	return fail(e, e->p, "a number or a symbol is expected before '%c'", c);
}

static int parse_unary(struct tpc_expr *e, struct tpc_value *value)
{
	int err;

	if (e->depth == MAX_DEPTH)
		return fail(e, e->p, "the expression is nested too deeply");
	e->depth++;
	err = parse_primary(e, value);
	e->depth--;
	return err;
}

/* One of three operators: of a character alone, twice, and with '='. */
static enum oper one_of(const struct tpc_expr *e, enum oper alone,
			enum oper twice, enum oper equal)
{
	char next = e->end - e->p > 1 ? e->p[1] : 0;

	if (next == *e->p && twice)
		return twice;
	return next == '=' && equal ? equal : alone;
}

/* The operator at the current place. */
static enum oper peek_operator(struct tpc_expr *e)
{
	skip_blanks(e);
	if (e->p == e->end)
		return OP_NONE;
	switch (*e->p) {
	case '|':
		return one_of(e, OP_OR, OP_LOR, OP_NONE);
	case '^':
		return OP_XOR;
	case '&':
		return one_of(e, OP_AND, OP_LAND, OP_NONE);
	case '=':
		return one_of(e, OP_NONE, OP_EQ, OP_NONE);
	case '!':
		return one_of(e, OP_NONE, OP_NONE, OP_NE);
	case '<':
		return one_of(e, OP_LT, OP_SHL, OP_LE);
	case '>':
		return one_of(e, OP_GT, OP_SHR, OP_GE);
	case '+':
		return OP_ADD;
	case '-':
		return OP_SUB;
	case '*':
		return OP_MUL;
	case '/':
		return OP_DIV;
	case '%':
		return OP_MOD;
	default:
		return OP_NONE;
	}
}

static int shift(struct tpc_expr *e, const char *at, enum oper op,
		 struct tpc_value *l, int64_t by)
{
	int64_t n = l->num;

	if (by < 0 || by > 63)
		return fail(e, at, "shift by %lld is out of range 0..63",
			    (long long)by);
	if (op == OP_SHR) {
		l->num = n < 0 ? ~(~n >> by) : n >> by;
		return 0;
	}
	if (n && __builtin_mul_overflow(n, (int64_t)(1ull << by), &l->num))
		return fail(e, at, "the result does not fit 64 bits");
	if (by == 63 && n)
		return fail(e, at, "the result does not fit 64 bits");
	return 0;
}

static int divide(struct tpc_expr *e, const char *at, enum oper op,
		  struct tpc_value *l, int64_t by)
{
	if (!by)
		return fail(e, at, "division by zero");
	if (by == -1 && l->num == INT64_MIN)
		return fail(e, at, "the result does not fit 64 bits");
	l->num = op == OP_DIV ? l->num / by : l->num % by;
	return 0;
}

static int add(struct tpc_expr *e, const char *at, enum oper op,
	       struct tpc_value *l, const struct tpc_value *r)
{
	bool overflow;

	if (op == OP_ADD) {
		overflow = __builtin_add_overflow(l->num, r->num, &l->num);
		l->labels += r->labels;
	} else {
		overflow = __builtin_sub_overflow(l->num, r->num, &l->num);
		l->labels -= r->labels;
	}
	if (overflow)
		return fail(e, at, "the result does not fit 64 bits");
	return 0;
}

/* What is true is -1, as in LLVM's and GNU's assemblers; both addresses count
 * from the same place. */
static int compare(struct tpc_expr *e, const char *at, enum oper op,
		   struct tpc_value *l, const struct tpc_value *r)
{
	bool is_true;

	if (l->labels != r->labels)
		return fail(e, at, "'%s' compares an address with a number",
			    operators[op].text);
	switch (op) {
	case OP_EQ:
		is_true = l->num == r->num;
		break;
	case OP_NE:
		is_true = l->num != r->num;
		break;
	case OP_LT:
		is_true = l->num < r->num;
		break;
	case OP_LE:
		is_true = l->num <= r->num;
		break;
	case OP_GT:
		is_true = l->num > r->num;
		break;
	default:
		is_true = l->num >= r->num;
		break;
	}
	*l = (struct tpc_value){.num = is_true ? -1 : 0};
	return 0;
}

static int apply(struct tpc_expr *e, const char *at, enum oper op,
		 struct tpc_value *l, const struct tpc_value *r)
{
	if (op == OP_ADD || op == OP_SUB)
		return add(e, at, op, l, r);
	if (op >= OP_EQ && op <= OP_GE)
		return compare(e, at, op, l, r);
	if (l->labels || r->labels)
		return fail(e, at, "'%s' needs numbers, not addresses",
			    operators[op].text);
	switch (op) {
	case OP_MUL:
		if (__builtin_mul_overflow(l->num, r->num, &l->num))
			return fail(e, at, "the result does not fit 64 bits");
		return 0;
	case OP_DIV:
	case OP_MOD:
		return divide(e, at, op, l, r->num);
	case OP_SHL:
	case OP_SHR:
		return shift(e, at, op, l, r->num);
	case OP_AND:
		l->num &= r->num;
		return 0;
	case OP_XOR:
		l->num ^= r->num;
		return 0;
	case OP_OR:
		l->num |= r->num;
		return 0;
	case OP_LAND:
		l->num = l->num && r->num;
		return 0;
	default:
		l->num = l->num || r->num;
		return 0;
	}
}

static int parse_binary(struct tpc_expr *e, enum prec min,
			struct tpc_value *value)
{
	struct tpc_value right;
	const char *at;
	enum oper op;
	int err;

	err = parse_unary(e, value);
	if (err)
		return err;
	while ((op = peek_operator(e)) && operators[op].prec >= min) {
		at = e->p;
		e->p += operators[op].text[1] ? 2 : 1;
		err = parse_binary(e, operators[op].prec + 1, &right);
		if (!err)
			err = apply(e, at, op, value, &right);
		if (err)
			return err;
	}
	return 0;
}

int tpc_expr_parse(struct tpc_expr *e, struct tpc_value *value)
{
	struct tpc_value v;
	int err;

	err = parse_binary(e, PREC_LOR, &v);
	if (err)
		return err;
	if (v.labels != 0 && v.labels != 1)
		return fail(e, e->p,
			    "the expression adds or negates addresses");
	*value = v;
	return 0;
}

int tpc_expr_float(const char *text, float *value)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
	char *end;

	if (!c)
		return -ENOMEM;
	*value = strtof_l(text, &end, c);
	freelocale(c);
	return end == text || *end ? -EINVAL : 0;
}
