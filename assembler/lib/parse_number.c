// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Numbers of operations: expressions, floating-point literals (1.5, 1.5f,
 * 1.5bf, 1.5h) and literals that name their type (i16_-3, u32_x1f, bf16_1.0).
 */
#include "expr.h"
#include "parse_priv.h"

#include <errno.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_FLOAT_TEXT 63

/* Kinds of floating-point literals. */
enum float_kind { FLOAT_F32, FLOAT_BF16, FLOAT_F16 };

struct number_type {
	const char *name;
	bool is_float;
	enum float_kind kind;
	int64_t min, max;
};

static const struct number_type number_types[] = {
	{"i8", false, 0, INT8_MIN, INT8_MAX},
	{"i16", false, 0, INT16_MIN, INT16_MAX},
	{"i32", false, 0, INT32_MIN, INT32_MAX},
	{"u8", false, 0, 0, UINT8_MAX},
	{"u16", false, 0, 0, UINT16_MAX},
	{"u32", false, 0, 0, UINT32_MAX},
	{"f32", true, FLOAT_F32, 0, 0},
	{"bf16", true, FLOAT_BF16, 0, 0},
	{"f16", true, FLOAT_F16, 0, 0},
};

static uint32_t float_bits(float f)
{
	uint32_t bits;

	memcpy(&bits, &f, sizeof(bits));
	return bits;
}

/*
 * Rounds to nearest even: @mantissa bits behind the point and exponents from
 * @min_exp (of normal numbers) to @max_exp. The literal is positive.
 */
static uint32_t round_to(double value, int mantissa, int min_exp, int max_exp)
{
	uint32_t infinity = (uint32_t)(max_exp - min_exp + 2) << mantissa;
	double scaled, whole, rest;
	int exp;
	uint32_t n;

	if (value == 0)
		return 0;
	frexp(value, &exp);
	exp--;
	if (exp > max_exp)
		return infinity;
	if (exp < min_exp)
		exp = min_exp;
	scaled = ldexp(value, mantissa - exp);
	whole = floor(scaled);
	rest = scaled - whole;
	n = (uint32_t)whole;
	if (rest > 0.5 || (rest == 0.5 && n & 1))
		n++;
	/* A normal number has one bit above the mantissa: it counts as one. */
	n += (uint32_t)(exp - min_exp) << mantissa;
	return n < infinity ? n : infinity;
}

/* The text must have the C library's form of a positive number. */
static int float_value(const char *text, enum float_kind kind, uint32_t *bits)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

	if (!c)
		return -ENOMEM;
	if (kind == FLOAT_F32)
		*bits = float_bits(strtof_l(text, NULL, c));
	else if (kind == FLOAT_BF16)
		*bits = round_to(strtod_l(text, NULL, c), 7, -126, 127);
	else
		*bits = round_to(strtod_l(text, NULL, c), 10, -14, 15);
	freelocale(c);
	return 0;
}

/* Length of digits.digits[e[+-]digits] at @p, 0 if it is none. */
static unsigned float_len(const char *p, const char *end)
{
	const char *at = p, *e;

	while (p < end && is_digit(*p))
		p++;
	if (p == at || p == end || *p != '.')
		return 0;
	for (p++; p < end && is_digit(*p); p++)
		;
	if (p == end || to_lower(*p) != 'e')
		return p - at;
	e = p + 1;
	if (e < end && (*e == '+' || *e == '-'))
		e++;
	if (e == end || !is_digit(*e))
		return p - at;
	while (e < end && is_digit(*e))
		e++;
	return e - at;
}

/* Reads a floating-point number of @len bytes without sign. */
static int read_float(struct parse *ps, const char *p, unsigned len,
		      enum float_kind kind, bool negative, struct token *t)
{
	char text[MAX_FLOAT_TEXT + 1];
	uint32_t bits, sign = kind == FLOAT_F32 ? 1u << 31 : 1u << 15;

	if (len > MAX_FLOAT_TEXT)
		return parse_error(ps, p, "number is longer than %d characters",
				   MAX_FLOAT_TEXT);
	memcpy(text, p, len);
	text[len] = 0;
	if (float_value(text, kind, &bits))
		return parse_error(ps, p, "out of memory");
	t->kind = TOKEN_NUMBER;
	t->num = bits | (negative ? sign : 0);
	return 0;
}

/* Suffix of a floating-point literal: none, f, bf, h. */
static int float_suffix(struct parse *ps, const char **p, enum float_kind *kind)
{
	const char *at = *p;

	while (*p < ps->end && is_word(**p))
		++*p;
	*kind = FLOAT_F32;
	if (*p == at || word_is(at, *p - at, "f"))
		return 0;
	*kind = FLOAT_BF16;
	if (word_is(at, *p - at, "bf"))
		return 0;
	*kind = FLOAT_F16;
	if (word_is(at, *p - at, "h"))
		return 0;
	return parse_error(ps, at,
			   "'%.*s' is no suffix of a floating-point number: "
			   "use f, bf or h",
			   (int)(*p - at), at);
}

/* Returns 1 if there was one, 0 if not, -EINVAL after an error. */
static int parse_float(struct parse *ps, struct token *t)
{
	const char *at = ps->pos, *p;
	bool negative = *at == '-';
	enum float_kind kind;
	unsigned len;

	if (negative)
		at++;
	len = float_len(at, ps->end);
	if (!len)
		return 0;
	p = at + len;
	if (float_suffix(ps, &p, &kind) ||
	    read_float(ps, at, len, kind, negative, t))
		return -EINVAL;
	t->len = p - ps->pos;
	ps->pos = p;
	return 1;
}

/* Digits in decimal, or hexadecimal behind x or 0x. Returns their length. */
static unsigned read_digits(const char *p, const char *end, uint64_t *value)
{
	const char *at = p;
	unsigned base = 10, digit, n = 0;
	char c;

	if (end - p > 1 && *p == '0' && to_lower(p[1]) == 'x')
		p++;
	if (p < end && to_lower(*p) == 'x') {
		base = 16;
		p++;
	}
	for (*value = 0; p < end; p++, n++) {
		c = to_lower(*p);
		digit = is_digit(c)	       ? (unsigned)(c - '0')
			: c >= 'a' && c <= 'f' ? (unsigned)(c - 'a' + 10)
					       : 16;
		if (digit >= base)
			break;
		if (*value < UINT64_C(1) << 40)
			*value = *value * base + digit;
	}
	return n ? p - at : 0;
}

static int check_range(struct parse *ps, const char *at,
		       const struct number_type *type, int64_t value)
{
	if (value >= type->min && value <= type->max)
		return 0;
	return parse_error(ps, at,
			   "%s value is out of range %" PRId64 "..%" PRId64,
			   type->name, type->min, type->max);
}

static const struct number_type *find_number_type(const char *at, unsigned len)
{
	size_t i;

	for (i = 0; i < sizeof(number_types) / sizeof(*number_types); i++)
		if (word_is(at, len, number_types[i].name))
			return &number_types[i];
	return NULL;
}

int parse_typed_number(struct parse *ps, struct token *t)
{
	const char *at = ps->pos, *p = at, *number;
	const struct number_type *type;
	bool negative;
	uint64_t value;
	unsigned len;

	while (p < ps->end && is_word(*p) && *p != '_')
		p++;
	if (p == ps->end || *p != '_')
		return 0;
	type = find_number_type(at, p - at);
	if (!type)
		return 0;
	p++;
	negative = p < ps->end && *p == '-';
	number = p += negative;
	if (type->is_float) {
		len = float_len(p, ps->end);
		if (!len)
			while (p + len < ps->end && is_digit(p[len]))
				len++;
	} else {
		len = read_digits(p, ps->end, &value);
	}
	p += len;
	if (!len || (p < ps->end && is_word(*p)))
		return 0; /* a name that looks similar */
	t->len = p - at;
	if (type->is_float) {
		if (read_float(ps, number, len, type->kind, negative, t))
			return -EINVAL;
	} else {
		t->kind = TOKEN_NUMBER;
		t->num = negative ? -(int64_t)value : (int64_t)value;
		if (check_range(ps, at, type, t->num))
			return -EINVAL;
	}
	ps->pos = p;
	return 1;
}

/* Plain numbers, without the expression parser. Returns 1 if it was one. */
static int parse_plain(struct parse *ps, struct token *t)
{
	const char *p = ps->pos;
	bool negative = *p == '-';
	uint64_t value;
	unsigned len;

	p += negative;
	if (p == ps->end || !is_digit(*p))
		return 0;
	if (*p == '0' && p + 1 < ps->end && is_digit(p[1]))
		return 0; /* octal */
	len = read_digits(p, ps->end, &value);
	p += len;
	if (!len || value >= UINT64_C(1) << 40)
		return 0;
	if (p < ps->end && to_lower(*p) == 'u' &&
	    !(p + 1 < ps->end && is_word(p[1])))
		p++;
	if (p < ps->end && *p != ',' && !is_blank(*p))
		return 0;
	/* An operator may follow behind blanks: 4 + 8. */
	for (len = 0; p + len < ps->end && is_blank(p[len]); len++)
		;
	if (p + len < ps->end && strchr("+-*/%<>&|^", p[len]))
		return 0;
	t->kind = TOKEN_NUMBER;
	t->num = negative ? -(int64_t)value : (int64_t)value;
	t->len = p - ps->pos;
	ps->pos = p;
	return 1;
}

/* The address of the bundle is known without the caller's help. */
static int resolve(void *ctx, const char *name, size_t len,
		   struct tpc_value *value)
{
	const struct tpc_parser *p = ctx;

	if (len == 1 && *name == '.') {
		*value = (struct tpc_value){.num = p->pc, .labels = 1};
		return 0;
	}
	return p->resolve ? p->resolve(p->ctx, name, len, value) : -ENOENT;
}

bool parse_is_symbol(const struct parse *ps)
{
	size_t len = tpc_expr_ident(ps->pos, ps->end);
	struct tpc_value value;

	return len && !resolve((void *)ps->p, ps->pos, len, &value);
}

static int parse_expression(struct parse *ps, struct token *t)
{
	struct tpc_expr e = {
		.p = ps->pos,
		.end = ps->end,
		.resolve = resolve,
		.ctx = (void *)ps->p,
	};
	struct tpc_value value;

	if (tpc_expr_parse(&e, &value))
		return parse_error(ps, e.err_at, "%s", e.err);
	t->kind = TOKEN_NUMBER;
	t->num = value.num;
	t->labels = value.labels;
	t->len = e.p - ps->pos;
	ps->pos = e.p;
	return 0;
}

int parse_number(struct parse *ps, struct token *t)
{
	int ret = parse_float(ps, t);

	if (!ret)
		ret = parse_plain(ps, t);
	if (!ret)
		ret = parse_expression(ps, t);
	return ret < 0 ? ret : 0;
}
