/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Arithmetic and logic, one instruction a program, vector and scalar, against
 * host computation on 64-bit integers.
 */
#include <stdlib.h>

#include "rig.h"

struct type {
	const char *name;
	unsigned bits;
	bool is_signed;
};

static const struct type types[] = {
	{"i32", 32, true},  {"u32", 32, false}, {"i16", 16, true},
	{"u16", 16, false}, {"i8", 8, true},	{"u8", 8, false},
};

static int64_t lowest(const struct type *t)
{
	return t->is_signed ? -((int64_t)1 << (t->bits - 1)) : 0;
}

static int64_t highest(const struct type *t)
{
	return ((int64_t)1 << (t->is_signed ? t->bits - 1 : t->bits)) - 1;
}

static int64_t clamp(int64_t v, const struct type *t)
{
	return v < lowest(t) ? lowest(t) : v > highest(t) ? highest(t) : v;
}

/* Element @i of a vector, as a number of its type. */
static int64_t element(const void *v, unsigned i, const struct type *t)
{
	int64_t x = 0;

	memcpy(&x, (const uint8_t *)v + i * t->bits / 8, t->bits / 8);
	if (t->is_signed && x >> (t->bits - 1) & 1)
		x -= (int64_t)1 << t->bits;
	return x;
}

static uint64_t cut(int64_t v, const struct type *t)
{
	return (uint64_t)v & (((uint64_t)1 << t->bits) - 1);
}

/* --- what each operation computes ----------------------------------------- */

typedef int64_t (*reference)(int64_t a, int64_t b, const struct type *t);

static int64_t ref_add(int64_t a, int64_t b, const struct type *t)
{
	return a + b;
}
static int64_t ref_add_sat(int64_t a, int64_t b, const struct type *t)
{
	return clamp(a + b, t);
}
static int64_t ref_sub(int64_t a, int64_t b, const struct type *t)
{
	return a - b;
}
static int64_t ref_sub_sat(int64_t a, int64_t b, const struct type *t)
{
	return clamp(a - b, t);
}
static int64_t ref_sub_neg(int64_t a, int64_t b, const struct type *t)
{
	return -(a - b);
}
static int64_t ref_max(int64_t a, int64_t b, const struct type *t)
{
	return a > b ? a : b;
}
static int64_t ref_min(int64_t a, int64_t b, const struct type *t)
{
	return a < b ? a : b;
}
static int64_t ref_abs(int64_t a, int64_t b, const struct type *t)
{
	return clamp(llabs(a), t);
}
static int64_t ref_and(int64_t a, int64_t b, const struct type *t)
{
	return a & b;
}
static int64_t ref_or(int64_t a, int64_t b, const struct type *t)
{
	return a | b;
}
static int64_t ref_xor(int64_t a, int64_t b, const struct type *t)
{
	return a ^ b;
}
static int64_t ref_not(int64_t a, int64_t b, const struct type *t)
{
	return ~a;
}
static int64_t ref_shl(int64_t a, int64_t b, const struct type *t)
{
	uint64_t n = cut(b, t), v = cut(a, t);

	return n >= t->bits ? 0 : (int64_t)(v << n);
}
static int64_t ref_shr(int64_t a, int64_t b, const struct type *t)
{
	uint64_t n = cut(b, t), v = cut(a, t);

	return n >= t->bits ? 0 : (int64_t)(v >> n);
}
/* floor(a / 2^n), or rounded half up; to the left with saturation */
static int64_t ash(int64_t a, int64_t b, const struct type *t, bool rhu)
{
	int n = (int8_t)b;
	__int128 v = a;

	if (n >= 0) {
		for (int i = 0; i < n && v < ((__int128)1 << 90) &&
				v > -((__int128)1 << 90);
		     i++)
			v *= 2;
		return v > highest(t)  ? highest(t)
		       : v < lowest(t) ? lowest(t)
				       : (int64_t)v;
	}
	n = -n > 70 ? 70 : -n;
	v *= (__int128)1 << 28; /* fraction bits */
	if (rhu)
		v += (__int128)1 << (28 + n - 1);
	return (int64_t)(v >> (28 + n));
}
static int64_t ref_ash(int64_t a, int64_t b, const struct type *t)
{
	return ash(a, b, t, false);
}
static int64_t ref_ash_rhu(int64_t a, int64_t b, const struct type *t)
{
	return ash(a, b, t, true);
}
static int64_t ref_popcnt(int64_t a, int64_t b, const struct type *t)
{
	return __builtin_popcountll(cut(a, t));
}
static int64_t ref_popcnt0(int64_t a, int64_t b, const struct type *t)
{
	return t->bits - __builtin_popcountll(cut(a, t));
}
static int64_t find(uint64_t v, unsigned bits, bool msb)
{
	for (unsigned i = 0; i < bits; i++) {
		if (v >> (msb ? bits - 1 - i : i) & 1)
			return i;
	}
	return bits;
}
static int64_t ref_find_1_lsb(int64_t a, int64_t b, const struct type *t)
{
	return find(cut(a, t), t->bits, false);
}
static int64_t ref_find_1_msb(int64_t a, int64_t b, const struct type *t)
{
	return find(cut(a, t), t->bits, true);
}
static int64_t ref_find_0_lsb(int64_t a, int64_t b, const struct type *t)
{
	return find(cut(~a, t), t->bits, false);
}
static int64_t ref_find_0_msb(int64_t a, int64_t b, const struct type *t)
{
	return find(cut(~a, t), t->bits, true);
}
static int64_t ref_brev(int64_t a, int64_t b, const struct type *t)
{
	uint64_t v = cut(a, t), r = 0;

	for (unsigned i = 0; i < t->bits; i++)
		r |= (v >> i & 1) << (t->bits - 1 - i);
	return (int64_t)r;
}

static const struct op {
	const char *name;
	const char *text; /* %s: type; then destination and operands */
	unsigned sources;
	reference ref;
} ops[] = {
	{"add", "add.%s", 2, ref_add},
	{"add.sat", "add.%s.sat", 2, ref_add_sat},
	{"sub", "sub.%s", 2, ref_sub},
	{"sub.sat", "sub.%s.sat", 2, ref_sub_sat},
	{"sub.neg", "sub.%s.neg", 2, ref_sub_neg},
	{"max", "max.%s", 2, ref_max},
	{"min", "min.%s", 2, ref_min},
	{"abs", "abs.%s", 1, ref_abs},
	{"and", "and.%s", 2, ref_and},
	{"or", "or.%s", 2, ref_or},
	{"xor", "xor.%s", 2, ref_xor},
	{"not", "not.%s", 1, ref_not},
	{"shl", "shl.%s", 2, ref_shl},
	{"shr", "shr.%s", 2, ref_shr},
	{"ash", "ash.%s", 2, ref_ash},
	{"ash.rhu", "ash.%s.rhu", 2, ref_ash_rhu},
	{"popcnt set=1", "popcnt.%s set=1", 1, ref_popcnt},
	{"popcnt set=0", "popcnt.%s set=0", 1, ref_popcnt0},
	{"find_first 1 lsb", "find_first.%s set=1 start_lsb", 1,
	 ref_find_1_lsb},
	{"find_first 1 msb", "find_first.%s set=1 start_msb", 1,
	 ref_find_1_msb},
	{"find_first 0 lsb", "find_first.%s set=0 start_lsb", 1,
	 ref_find_0_lsb},
	{"find_first 0 msb", "find_first.%s set=0 start_msb", 1,
	 ref_find_0_msb},
	{"brev", "brev.%s", 1, ref_brev},
};

#define NUM_OPS	  (sizeof(ops) / sizeof(ops[0]))
#define NUM_TYPES (sizeof(types) / sizeof(types[0]))

struct test_case {
	const struct op *op;
	const struct type *type;
	bool scalar;
	char name[64];
};

static bool is_shift(const struct op *op)
{
	return !strncmp(op->name, "sh", 2) || !strncmp(op->name, "ash", 3);
}

/* Shift counts around the width; anything otherwise. */
static void fill_second(uint8_t *b, const struct test_case *c)
{
	unsigned bytes = c->type->bits / 8;

	fill_words((uint32_t *)b, 64, 2);
	if (!is_shift(c->op))
		return;
	for (unsigned i = 0; i < 256 / bytes; i++) {
		int n = (int)(i % 80) - 40;

		if (c->op->name[0] == 's')
			n = n < 0 ? -n : n;
		memcpy(b + i * bytes, &n, bytes);
	}
}

static void check_vector(struct rig *rig, const struct test_case *c)
{
	unsigned n = 256 / (c->type->bits / 8);
	uint8_t a[256], b[256], d[256];
	char text[64];

	fill_words((uint32_t *)a, 64, 1);
	fill_second(b, c);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	snprintf(text, sizeof(text), c->op->text, c->type->name);
	rig_one(rig, "nop; nop; %s V3, V1%s", text,
		c->op->sources == 2 ? ", V2" : "");
	get_v(rig, 3, d);
	for (unsigned i = 0; i < n; i++) {
		int64_t x = element(a, i, c->type);
		int64_t y = element(b, i, c->type);
		uint64_t want = cut(c->op->ref(x, y, c->type), c->type);
		uint64_t got = cut(element(d, i, c->type), c->type);

		if (want != got)
			printf("lane %u: %lld, %lld: %llx, not %llx\n", i,
			       (long long)x, (long long)y,
			       (unsigned long long)got,
			       (unsigned long long)want);
		assert_true(want == got);
	}
}

static void check_scalar(struct rig *rig, const struct test_case *c)
{
	uint8_t a[256], b[256];
	char text[64];

	fill_words((uint32_t *)a, 64, 3);
	fill_second(b, c);
	snprintf(text, sizeof(text), c->op->text, c->type->name);
	for (unsigned i = 0; i < 16; i++) {
		int64_t x = element(a, i, c->type);
		int64_t y = element(b, 3 * i, c->type);
		uint64_t want = cut(c->op->ref(x, y, c->type), c->type);

		set_s(rig, 1, (uint32_t)x);
		set_s(rig, 2, (uint32_t)y);
		rig_one(rig, "nop; %s S3, S1%s; nop; nop", text,
			c->op->sources == 2 ? ", S2" : "");
		assert_int_equal(cut(get_s(rig, 3), c->type), want);
	}
}

static void check_case(void **state)
{
	const struct test_case *c = *state;
	void *rig;

	assert_int_equal(rig_setup(&rig), 0);
	if (c->scalar)
		check_scalar(rig, c);
	else
		check_vector(rig, c);
	rig_teardown(&rig);
}

int main(void)
{
	static struct test_case cases[NUM_OPS * NUM_TYPES * 2];
	static struct CMUnitTest tests[NUM_OPS * NUM_TYPES * 2];
	size_t n = 0;

	for (unsigned o = 0; o < NUM_OPS; o++) {
		for (unsigned t = 0; t < NUM_TYPES * 2; t++) {
			struct test_case *c = &cases[n];

			c->op = &ops[o];
			c->type = &types[t / 2];
			c->scalar = t % 2;
			snprintf(c->name, sizeof(c->name), "%s %s.%s",
				 c->scalar ? "scalar" : "vector", c->op->name,
				 c->type->name);
			tests[n] = (struct CMUnitTest){
				.name = c->name,
				.test_func = check_case,
				.initial_state = c,
			};
			n++;
		}
	}
	return _cmocka_run_group_tests("alu", tests, n, NULL, NULL);
}
