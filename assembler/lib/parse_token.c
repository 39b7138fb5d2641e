// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Tokens of an operation: registers, predicates, dimension masks, comparisons
 * and switches. Numbers are in parse_number.c.
 */
#include "parse_priv.h"

#include <errno.h>
#include <string.h>

/* No switch has such a value. */
#define NO_VALUE 255

const uint8_t parse_chars[256] = {
	['0' ... '9'] = CHAR_DIGIT,  ['A' ... 'Z'] = CHAR_LETTER,
	['a' ... 'z'] = CHAR_LETTER, ['_'] = CHAR_SCORE,
	['.'] = CHAR_NAME,	     ['$'] = CHAR_NAME,
};

#define LOWER_1(c) (char)((c) >= 'A' && (c) <= 'Z' ? (c) + 'a' - 'A' : (c))
#define LOWER_4(c) \
	LOWER_1(c), LOWER_1((c) + 1), LOWER_1((c) + 2), LOWER_1((c) + 3)
#define LOWER_16(c) \
	LOWER_4(c), LOWER_4((c) + 4), LOWER_4((c) + 8), LOWER_4((c) + 12)
#define LOWER_64(c) \
	LOWER_16(c), LOWER_16((c) + 16), LOWER_16((c) + 32), LOWER_16((c) + 48)

const char parse_lower[256] = {
	LOWER_64(0),
	LOWER_64(64),
	LOWER_64(128),
	LOWER_64(192),
};

bool word_matches(const char *word, unsigned len, const char *name)
{
	unsigned i;

	for (i = 0; i < len; i++)
		if (to_lower(word[i]) != to_lower(name[i]))
			return false;
	return !name[len];
}

/* The one or two letters before a register number. */
struct letters {
	char second; /* 0: none */
	uint8_t file, longer;
};

static const struct letters letters[256] = {
	['A'] = {'d', TPC_FILE_A, TPC_FILE_AD},
	['a'] = {'d', TPC_FILE_A, TPC_FILE_AD},
	['D'] = {0, TPC_FILE_D, 0},
	['d'] = {0, TPC_FILE_D, 0},
	['I'] = {0, TPC_FILE_I, 0},
	['i'] = {0, TPC_FILE_I, 0},
	['S'] = {'p', TPC_FILE_S, TPC_FILE_SP},
	['s'] = {'p', TPC_FILE_S, TPC_FILE_SP},
	['V'] = {'p', TPC_FILE_V, TPC_FILE_VP},
	['v'] = {'p', TPC_FILE_V, TPC_FILE_VP},
	['Z'] = {0, TPC_FILE_Z, 0},
	['z'] = {0, TPC_FILE_Z, 0},
};

/* Most operands are registers, so this is where the time goes. */
static inline __attribute__((always_inline)) unsigned
read_register(const char *at, const char *end, uint8_t *file, unsigned *index)
{
	const struct letters *l;
	const char *p = at + 1;
	unsigned n;

	if (at == end)
		return 0;
	l = &letters[(unsigned char)*at];
	if (!l->file)
		return 0;
	*file = l->file;
	if (l->second && p < end && to_lower(*p) == l->second) {
		*file = l->longer;
		p++;
	}
	if (p == end || !is_digit(*p))
		return 0;
	n = *p++ - '0';
	if (!n && p < end && is_digit(*p))
		return 0; /* V07 is a name like any other */
	for (; p < end && is_digit(*p); p++)
		if (n < 1000)
			n = 10 * n + (*p - '0');
	if (p < end && parse_chars[(unsigned char)*p])
		return 0;
	*index = n;
	return p - at;
}

unsigned parse_register(const char *at, const char *end, uint8_t *file,
			unsigned *index)
{
	return read_register(at, end, file, index);
}

/* A name that the text has given to a register. */
static unsigned find_alias(const struct parse *ps, uint8_t *file,
			   unsigned *index)
{
	const char *p = ps->pos, *reg;
	size_t reg_len;

	while (p < ps->end && is_word(*p))
		p++;
	reg = ps->p->alias(ps->p->ctx, ps->pos, p - ps->pos, &reg_len);
	if (!reg || parse_register(reg, reg + reg_len, file, index) != reg_len)
		return 0;
	return p - ps->pos;
}

static inline unsigned find_register(const struct parse *ps, uint8_t *file,
				     unsigned *index)
{
	unsigned len = read_register(ps->pos, ps->end, file, index);

	return len || !ps->p->alias ? len : find_alias(ps, file, index);
}

bool parse_named_register(const char *at, unsigned len, uint8_t *file,
			  uint8_t *index)
{
	unsigned i;

	for (i = 0; i < isa_num_s_specials; i++)
		if (word_is(at, len, isa_s_specials[i])) {
			*file = TPC_FILE_S_SPECIAL;
			*index = i;
			return true;
		}
	for (i = 0; i < isa_num_v_specials; i++)
		if (word_is(at, len, isa_v_specials[i])) {
			*file = TPC_FILE_V_SPECIAL;
			*index = i;
			return true;
		}
	*file = TPC_FILE_HW;
	for (i = 0; i < 64; i++)
		if (isa_hw_names[i] && word_is(at, len, isa_hw_names[i])) {
			*index = i;
			return true;
		}
	for (i = 0; i < isa_num_hw_aliases; i++)
		if (word_is(at, len, isa_hw_aliases[i].name)) {
			*index = isa_hw_aliases[i].number;
			return true;
		}
	return false;
}

bool tpc_text_is_register(const char *name, size_t len)
{
	uint8_t file, index;
	unsigned n;

	if (len > 32)
		return false;
	return parse_register(name, name + len, &file, &n) == len ||
	       parse_named_register(name, len, &file, &index);
}

const struct isa_word *parse_find_word(const struct parse *ps, const char *at,
				       unsigned len, unsigned kind, int group)
{
	return parse_word_of(&ps->mnemonic->slot[ps->slot], at, len, kind,
			     group);
}

const struct isa_word *parse_word_of(const struct isa_mn_slot *s,
				     const char *at, unsigned len,
				     unsigned kind, int group)
{
	const struct isa_word *w = &isa_words[s->first_word];
	unsigned i;

	for (i = 0; i < s->num_words; i++, w++)
		if (w->len == len && w->kind & kind &&
		    (group < 0 || w->group == group) &&
		    word_is(at, len, w->name))
			return w;
	return NULL;
}

static inline struct token *new_token(struct parse *ps, bool comma)
{
	struct token *t;

	if (ps->num_tokens == MAX_TOKENS) {
		parse_error(ps, ps->pos, "too many operands");
		return NULL;
	}
	t = &ps->token[ps->num_tokens++];
	*t = (struct token){.comma = comma, .at = ps->pos};
	return t;
}

static inline int check_register(const struct parse *ps, const char *at,
				 uint8_t file, unsigned index)
{
	static const uint8_t steps[TPC_NUM_FILES] = {
		[TPC_FILE_Z] = 1,
		[TPC_FILE_D] = 1,
		[TPC_FILE_A] = 3,
	};
	unsigned count = ps->isa->file_count[file], step = steps[file] + 1;

	if (index + step > count)
		return parse_error(ps, at,
				   "register %s%u does not exist: the last one "
				   "is %s%u",
				   tpc_file_prefix(file), index,
				   tpc_file_prefix(file), count - step);
	if (index & (step - 1))
		return parse_error(ps, at,
				   "register group %s%u must start at a "
				   "multiple of %u",
				   tpc_file_prefix(file), index, step);
	return 0;
}

static inline int add_register(struct parse *ps, bool comma, uint8_t file,
			       unsigned index, unsigned len)
{
	struct token *t;

	if (check_register(ps, ps->pos, file, index))
		return -EINVAL;
	t = new_token(ps, comma);
	if (!t)
		return -EINVAL;
	t->kind = TOKEN_REG;
	t->file = file;
	t->index = index;
	t->len = len;
	ps->pos += len;
	return 0;
}

/* !SP3, !VP3; the register follows. */
static int parse_inverted(struct parse *ps, bool comma)
{
	const char *at = ps->pos;
	unsigned index, len;
	uint8_t file;

	ps->pos++;
	skip_blanks(ps);
	len = find_register(ps, &file, &index);
	if (!len || (file != TPC_FILE_SP && file != TPC_FILE_VP))
		return parse_error(ps, at,
				   "'!' must be followed by a predicate "
				   "register (SP0..SP15, VP0..VP15)");
	if (add_register(ps, comma, file, index, len))
		return -EINVAL;
	ps->token[ps->num_tokens - 1].invert = true;
	ps->token[ps->num_tokens - 1].at = at;
	return 0;
}

static int parse_comparison(struct parse *ps, bool comma)
{
	unsigned i, len, best = isa_num_loop_cmps, best_len = 0;
	struct token *t;

	for (i = 0; i < isa_num_loop_cmps; i++) {
		len = strlen(isa_loop_cmps[i]);
		if (len > best_len && (size_t)(ps->end - ps->pos) >= len &&
		    !memcmp(ps->pos, isa_loop_cmps[i], len)) {
			best = i;
			best_len = len;
		}
	}
	if (!best_len)
		return parse_error(ps, ps->pos, "unexpected '%.1s'", ps->pos);
	t = new_token(ps, comma);
	if (!t)
		return -EINVAL;
	t->kind = TOKEN_CMP;
	t->index = best;
	t->len = best_len;
	ps->pos += best_len;
	return 0;
}

/* b00100: five digits, dimension 4 first. */
static bool parse_mask(struct parse *ps, bool comma, unsigned len)
{
	struct token *t;
	unsigned i, n = 0;

	if (len != 6 || to_lower(*ps->pos) != 'b')
		return false;
	for (i = 1; i < 6; i++) {
		if (ps->pos[i] != '0' && ps->pos[i] != '1')
			return false;
		n = 2 * n + (ps->pos[i] - '0');
	}
	t = new_token(ps, comma);
	if (!t)
		return false;
	t->kind = TOKEN_MASK;
	t->num = n;
	t->len = len;
	ps->pos += len;
	return true;
}

int parse_give(struct parse *ps, unsigned group, unsigned value, bool is_name,
	       const char *at)
{
	unsigned i;

	for (i = 0; i < ps->num_given; i++) {
		if (ps->given[i].group != group)
			continue;
		if (ps->given[i].value == value)
			return 0;
		return parse_error(ps, at,
				   "switch '%s' is given twice with different "
				   "values",
				   isa_group_names[group]);
	}
	if (ps->num_given == MAX_GIVEN)
		return parse_error(ps, at, "too many switches");
	ps->given[ps->num_given++] = (struct given){
		.group = group,
		.value = value,
		.is_name = is_name,
		.at = at,
		.len = ps->pos - at,
	};
	return 0;
}

int parse_lacks_value(const struct parse *ps, const char *at, unsigned len)
{
	if (!parse_find_word(ps, at, len, ISA_WORD_GROUP, -1))
		return 0;
	return parse_error(ps, at,
			   "switch '%.*s' of %s needs a value: %.*s=...",
			   (int)len, at, ps->mnemonic->name, (int)len, at);
}

/* The value in name=value: decimal, 0x.., 0b.. or a name. */
static int parse_switch_value(struct parse *ps, const struct isa_word *w,
			      const char *at)
{
	const struct isa_word *value;
	const char *p = ps->pos;
	unsigned base = 10, n = 0, digit;
	char c;

	while (ps->pos < ps->end && is_word(*ps->pos))
		ps->pos++;
	if (p == ps->pos)
		return parse_error(ps, p, "value of '%s' expected", w->name);
	value = parse_find_word(ps, p, ps->pos - p, ISA_WORD_VALUE, w->group);
	if (value)
		return parse_give(ps, w->group, value->value, true, at);
	if (!is_digit(*p) &&
	    parse_foreign_word(ps, p, ps->pos - p, ISA_WORD_VALUE, w->group))
		return -EINVAL;
	if (ps->pos - p > 2 && p[0] == '0' && to_lower(p[1]) == 'x')
		base = 16;
	if (ps->pos - p > 2 && p[0] == '0' && to_lower(p[1]) == 'b')
		base = 2;
	for (p += base == 10 ? 0 : 2; p < ps->pos; p++) {
		c = to_lower(*p);
		digit = is_digit(c) ? c - '0' : c >= 'a' ? c - 'a' + 10 : 99;
		n = n * base + digit;
		if (digit >= base || n > NO_VALUE)
			n = NO_VALUE; /* refused once the form is known */
		if (n == NO_VALUE)
			break;
	}
	return parse_give(ps, w->group, n, false, at);
}

/* Returns 1 if the word was a switch, 0 if not, -EINVAL after an error. */
static int parse_switch(struct parse *ps, unsigned len)
{
	const struct isa_word *w;
	const char *at = ps->pos, *p = at + len;

	if (!ps->mnemonic->slot[ps->slot].num_words)
		return 0;
	while (p < ps->end && is_blank(*p))
		p++;
	if (p < ps->end && *p == '=' && !(p + 1 < ps->end && p[1] == '=')) {
		w = parse_find_word(ps, at, len, ISA_WORD_GROUP, -1);
		if (!w && parse_foreign_word(ps, at, len, ISA_WORD_GROUP, -1))
			return -EINVAL;
		if (!w)
			return parse_error(ps, at, "%s has no switch '%.*s'",
					   ps->mnemonic->name, (int)len, at);
		ps->pos = p + 1;
		skip_blanks(ps);
		return parse_switch_value(ps, w, at) ? -EINVAL : 1;
	}
	w = parse_find_word(ps, at, len, ISA_WORD_ALONE, -1);
	if (!w)
		return 0;
	ps->pos += len;
	return parse_give(ps, w->group, w->value, true, at) ? -EINVAL : 1;
}

static int parse_word(struct parse *ps, bool comma)
{
	const char *at = ps->pos, *p = at;
	uint8_t file, number;
	unsigned index, len;
	struct token *t;
	int ret;

	len = find_register(ps, &file, &index);
	if (len)
		return add_register(ps, comma, file, index, len);
	while (p < ps->end && is_word(*p))
		p++;
	len = p - at;
	ret = parse_switch(ps, len);
	if (ret)
		return ret < 0 ? ret : 0;
	if (parse_mask(ps, comma, len))
		return 0;
	t = new_token(ps, comma);
	if (!t)
		return -EINVAL;
	if (parse_named_register(at, len, &file, &number)) {
		t->kind = file == TPC_FILE_HW ? TOKEN_HW : TOKEN_REG;
		t->file = file;
		t->index = number;
		t->len = len;
		ps->pos += len;
		return 0;
	}
	ret = parse_typed_number(ps, t);
	if (ret)
		return ret < 0 ? ret : 0;
	if (parse_is_symbol(ps))
		return parse_number(ps, t);
	if (parse_lacks_value(ps, at, len) ||
	    parse_foreign_word(ps, at, len, ISA_WORD_ALONE | ISA_WORD_GROUP,
			       -1))
		return -EINVAL;
	return parse_error(ps, at,
			   "'%.*s' is no register, no switch of %s and "
			   "no known symbol",
			   (int)len, at, ps->mnemonic->name);
}

int parse_item(struct parse *ps, bool comma)
{
	struct token *t;
	char c = *ps->pos;

	if (is_word(c) && !is_digit(c))
		return parse_word(ps, comma);
	if (c == '!' && !(ps->pos + 1 < ps->end && ps->pos[1] == '='))
		return parse_inverted(ps, comma);
	if (c == '!' || c == '=' || c == '<' || c == '>')
		return parse_comparison(ps, comma);
	t = new_token(ps, comma);
	if (!t)
		return -EINVAL;
	return parse_number(ps, t);
}
