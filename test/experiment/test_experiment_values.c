/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What accepted experiment headers mean: declarations, fills, expressions. */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/experiment.h"

static struct tpc_experiment *parse(const char *text)
{
	struct tpc_experiment *exp = NULL;
	char why[256] = "";
	int err = tpc_experiment_parse(text, strlen(text), "k.s", 1, NULL, 0,
				       &exp, why, sizeof(why));

	if (err)
		fail_msg("%s", why);
	return exp;
}

static void declarations_come_back_in_order(void **state)
{
	struct tpc_experiment *exp =
		parse("// not ours\n"
		      "nop; nop; nop; nop\n"
		      "  @let N = 1000 // a size\n"
		      "@let M = 2 * N + 1\n"
		      "@arg alpha f32 = 0.1\n"
		      "@arg n i32 = -N\n"
		      "@arg h bf16 = 1.00390625\n"
		      "@tensor x f32[N, 3] in pad -1 = random(1, -4, 4)\n"
		      "lbl: nop\n"
		      "@tensor y u8[M,\n"
		      "@         2, 3, 4, 5] inout pad 200\n"
		      "@tensor z bf16[8] out pad 1\n"
		      "@tensor f i16[4] in pad -2 = file \"a b.npy\"\n"
		      "@index_space ceil(N / 64), dim(x, 1), M % 64\n"
		      "@tpcs 3\n"
		      "@expect y[a, b, c, d, e] = 7\n");
	const struct tpc_experiment_tensor *t;
	uint64_t size[5];

	assert_false(tpc_experiment_is_empty(exp));
	assert_int_equal(tpc_experiment_num_args(exp), 3);
	assert_string_equal(tpc_experiment_arg(exp, 0)->name, "alpha");
	assert_int_equal(tpc_experiment_arg(exp, 0)->word, 0x3dcccccd);
	assert_int_equal(tpc_experiment_arg(exp, 1)->word, -1000u);
	/* half way between two bf16 values: to even */
	assert_int_equal(tpc_experiment_arg(exp, 2)->word, 0x3f80);
	assert_null(tpc_experiment_arg(exp, 3));
	assert_int_equal(tpc_experiment_num_tensors(exp), 4);
	t = tpc_experiment_tensor(exp, 0);
	assert_string_equal(t->name, "x");
	assert_int_equal(t->type, TPC_EXPERIMENT_F32);
	assert_int_equal(t->dir, TPC_EXPERIMENT_IN);
	assert_int_equal(t->ndims, 2);
	assert_int_equal(t->elements, 3000);
	assert_int_equal(t->bytes, 12000);
	assert_true(t->has_pad && t->has_fill && !t->has_expect);
	assert_int_equal(t->pad, 0xbf800000);
	assert_int_equal(t->line, 8);
	t = tpc_experiment_tensor(exp, 1);
	assert_int_equal(t->dir, TPC_EXPERIMENT_INOUT);
	assert_int_equal(t->dims[0], 2001);
	assert_int_equal(t->dims[4], 5);
	assert_int_equal(t->pad, 200);
	assert_int_equal(t->line, 10);
	assert_true(t->has_expect && !t->has_fill);
	t = tpc_experiment_tensor(exp, 2);
	assert_int_equal(t->dir, TPC_EXPERIMENT_OUT);
	assert_int_equal(t->pad, 0x3f80);
	t = tpc_experiment_tensor(exp, 3);
	assert_string_equal(t->file, "a b.npy");
	assert_int_equal(t->pad, 0xfffe);
	assert_null(tpc_experiment_tensor(exp, 4));
	assert_int_equal(tpc_experiment_find_tensor(exp, "z"), 2);
	assert_int_equal(tpc_experiment_find_tensor(exp, "q"), -ENOENT);
	assert_int_equal(tpc_experiment_index_space(exp, size), 3);
	assert_int_equal(size[0], 16);
	assert_int_equal(size[1], 3);
	assert_int_equal(size[2], 2001 % 64);
	assert_int_equal(size[3], 1);
	assert_int_equal(tpc_experiment_tpcs(exp), 3);
	assert_int_equal(tpc_experiment_num_expects(exp), 1);
	tpc_experiment_free(exp);
}

static void text_without_headers_is_empty(void **state)
{
	struct tpc_experiment *exp = parse("nop\nhalt // @let N = 1\n");
	uint64_t size[5];

	assert_true(tpc_experiment_is_empty(exp));
	assert_int_equal(tpc_experiment_num_tensors(exp), 0);
	assert_int_equal(tpc_experiment_index_space(exp, size), 0);
	assert_int_equal(tpc_experiment_tpcs(exp), 0);
	tpc_experiment_free(exp);
	exp = parse("");
	assert_true(tpc_experiment_is_empty(exp));
	tpc_experiment_free(exp);
	tpc_experiment_free(NULL);
}

static void definitions_replace_lets(void **state)
{
	static const char text[] = "@let N = 4\n@tensor x u8[N * 2] in\n";
	const struct tpc_experiment_define defs[] = {{"N", 21}};
	struct tpc_experiment *exp;

	assert_int_equal(tpc_experiment_parse(text, strlen(text), "k.s", 1,
					      defs, 1, &exp, NULL, 0),
			 0);
	assert_int_equal(tpc_experiment_tensor(exp, 0)->dims[0], 42);
	tpc_experiment_free(exp);
}

static void arguments_take_other_values(void **state)
{
	struct tpc_experiment *exp = parse("@arg a f32 = 1\n@arg b u8 = 2\n");
	char why[128];

	assert_int_equal(tpc_experiment_set_arg(exp, 0, "-2.5e0", NULL, 0), 0);
	assert_int_equal(tpc_experiment_arg(exp, 0)->word, 0xc0200000);
	assert_int_equal(tpc_experiment_set_arg(exp, 1, "0xff", NULL, 0), 0);
	assert_int_equal(tpc_experiment_arg(exp, 1)->word, 255);
	assert_int_equal(tpc_experiment_set_arg(exp, 2, "1", NULL, 0), -ENOENT);
	assert_int_equal(
		tpc_experiment_set_arg(exp, 1, "256", why, sizeof(why)),
		-EINVAL);
	assert_string_equal(why, "'256' is no value for argument 'b' (u8: "
				 "integers from 0 to 255)");
	assert_int_equal(tpc_experiment_set_arg(exp, 1, "7x", NULL, 0),
			 -EINVAL);
	assert_int_equal(tpc_experiment_set_arg(exp, 0, "x", why, sizeof(why)),
			 -EINVAL);
	assert_string_equal(why, "'x' is no number for argument 'a' (f32)");
	assert_int_equal(tpc_experiment_set_arg(exp, 0, "", NULL, 0), -EINVAL);
	assert_int_equal(tpc_experiment_arg(exp, 1)->word, 255);
	tpc_experiment_free(exp);
}

/* Fills tensor 0 of a text. */
static void fill(const char *text, void *buf, size_t size)
{
	struct tpc_experiment *exp = parse(text);
	char why[256] = "";

	if (tpc_experiment_fill(exp, 0, buf, size, why, sizeof(why)))
		fail_msg("%s", why);
	tpc_experiment_free(exp);
}

static void fills_write_what_they_say(void **state)
{
	static const float each[] = {0, 1, 2, 10, 11, 12};
	uint8_t b[8];
	int16_t s[8];
	float f[8];

	fill("@tensor x u8[5] out\n", memset(b, 1, 8), 5);
	assert_memory_equal(b, "\xa5\xa5\xa5\xa5\xa5\x01\x01\x01", 8);
	fill("@tensor x u8[5] in\n", memset(b, 1, 8), 5);
	assert_memory_equal(b, "\0\0\0\0\0\x01\x01\x01", 8);
	fill("@tensor x u8[5] out = zeros\n", memset(b, 1, 8), 5);
	assert_memory_equal(b, "\0\0\0\0\0\x01\x01\x01", 8);
	fill("@tensor x i16[2] in = const(-3)\n", s, sizeof(s));
	assert_int_equal(s[1], -3);
	fill("@tensor x i16[3] in = iota(5, -3)\n", s, sizeof(s));
	assert_int_equal(s[0], 5);
	assert_int_equal(s[2], -1);
	fill("@tensor x f32[3] in = iota(0.5, 0.25)\n", f, sizeof(f));
	assert_true(f[0] == 0.5f && f[1] == 0.75f && f[2] == 1.0f);
	fill("@tensor x i16[5] in = values(1, -2)\n", s, sizeof(s));
	assert_true(s[0] == 1 && s[1] == -2 && s[2] == 1 && s[4] == 1);
	fill("@tensor x f32[3,2] in = each(i, j) i + 10 * j\n", f, sizeof(f));
	assert_memory_equal(f, each, sizeof(each));
	fill("@tensor x u8[4] in = each(i) wrap_u8(i * 100)\n", b, sizeof(b));
	assert_memory_equal(b, "\x00\x64\xc8\x2c", 4);
}

static void random_fills_are_reproducible_and_cover_the_range(void **state)
{
	static int8_t a[4096], b[4096];
	static float f[4096];
	unsigned seen = 0;
	double sum = 0;

	fill("@tensor x i8[4096] in = random(7, -2, 2)\n", a, sizeof(a));
	fill("@tensor x i8[4096] in = random(7, -2, 2)\n", b, sizeof(b));
	assert_memory_equal(a, b, sizeof(a));
	for (int i = 0; i < 4096; i++) {
		assert_in_range(a[i] + 2, 0, 4);
		seen |= 1u << (a[i] + 2);
	}
	assert_int_equal(seen, 31);
	fill("@tensor x i8[4096] in = random(8, -2, 2)\n", b, sizeof(b));
	assert_memory_not_equal(a, b, sizeof(a));
	fill("@tensor x f32[4096] in = random(7, -2, 2)\n", f, sizeof(f));
	for (int i = 0; i < 4096; i++) {
		assert_true(f[i] >= -2 && f[i] <= 2);
		sum += f[i];
	}
	assert_true(fabs(sum / 4096) < 0.1);
	/* the first numbers of splitmix64 with seed 0 */
	fill("@tensor x u32[2] in = random(0, 0, 4294967295)\n", f, sizeof(f));
	assert_memory_equal(f, "\x39\xa8\x20\xe2\x6a\x9e\x78\x6e", 8);
}

static void fills_that_cannot_be_made_say_why(void **state)
{
	struct tpc_experiment *exp =
		parse("@tensor x u8[4] in = each(i) 100 * i\n"
		      "@tensor y u8[4] in = each(i) div(6, i - 2)\n"
		      "@tensor z u8[4] in = file \"z.npy\"\n");
	char why[128];
	uint8_t b[4];

	assert_int_equal(tpc_experiment_fill(exp, 0, b, 4, why, sizeof(why)),
			 -EDOM);
	assert_string_equal(why, "k.s:1:34: error: 300 does not fit u8 (0 to "
				 "255)");
	assert_int_equal(tpc_experiment_fill(exp, 1, b, 4, why, sizeof(why)),
			 -EDOM);
	assert_non_null(strstr(why, "k.s:2:30: error: "));
	assert_int_equal(tpc_experiment_fill(exp, 0, b, 3, NULL, 0), -EINVAL);
	assert_int_equal(tpc_experiment_fill(exp, 2, b, 4, NULL, 0),
			 -EOPNOTSUPP);
	assert_int_equal(tpc_experiment_fill(exp, 3, b, 4, NULL, 0), -ENOENT);
	tpc_experiment_free(exp);
}

/* The value of an expression, seen through a one-element fill. */
static double value(const char *type, const char *expr)
{
	struct tpc_experiment *exp;
	char text[512], why[256] = "";
	uint32_t word = 0;
	float f;

	snprintf(text, sizeof(text),
		 "@let N = 10\n@arg p i32 = -5\n@arg q f32 = 2.5\n"
		 "@tensor x %s[1] in = each(i) %s\n",
		 type, expr);
	exp = parse(text);
	if (tpc_experiment_fill(exp, 0, &word, 4, why, sizeof(why)))
		fail_msg("%s", why);
	tpc_experiment_free(exp);
	memcpy(&f, &word, 4);
	if (!strcmp(type, "f32"))
		return f;
	if (!strcmp(type, "i32"))
		return (int32_t)word;
	return word;
}

static const struct {
	const char *expr;
	double value;
} ints[] = {
	{"1 + 2 * 3", 7},
	{"(1 + 2) * 3", 9},
	{"10 - 4 - 3", 3},
	{"-2 - -3", 1},
	{"+4", 4},
	{"0x1F", 31},
	{"div(7, 2)", 3},
	{"div(-7, 2)", -4},
	{"-7 % 3", 2},
	{"7 % -3", -2},
	{"-6 % 3", 0},
	{"1 << 4 | 1", 17},
	{"-16 >> 2", -4},
	{"6 & 3", 2},
	{"6 ^ 3", 5},
	{"~5", -6},
	{"!0 + !7", 1},
	{"1 < 2", 1},
	{"2 < 1", 0},
	{"2 <= 2", 1},
	{"3 > 2", 1},
	{"2 >= 3", 0},
	{"3 == 3 && 3 != 4", 1},
	{"0 && div(1, 0)", 0},
	{"1 || div(1, 0)", 1},
	{"0.5 < 1", 1},
	{"0.5 == 0.5", 1},
	{"0.5 != 0.5", 0},
	{"2.5 >= 2.5", 1},
	{"1 ? 2 : 0 ? 3 : 4", 2},
	{"0 ? 2 : 0 ? 3 : 4", 4},
	{"min(4, 2, 3)", 2},
	{"max(4, 2, 9, 3)", 9},
	{"abs(-4)", 4},
	{"floor(-0.5)", -1},
	{"ceil(7 / 2)", 4},
	{"ceil(5)", 5},
	{"round(2.5)", 2},
	{"round(3.5)", 4},
	{"trunc(-2.9)", -2},
	{"wrap_i8(200)", -56},
	{"wrap_u8(-1)", 255},
	{"wrap_i16(40000)", -25536},
	{"wrap_u16(-1)", 65535},
	{"wrap_i32(1 << 31)", -2147483648.0},
	{"sat_i8(200)", 127},
	{"sat_u8(-3)", 0},
	{"sat_i16(-40000)", -32768},
	{"sat_u16(70000)", 65535},
	{"sat_i32(1 << 40)", 2147483647},
	{"sum(k: 0..5) k", 10},
	{"sum(k: 3..3) k", 0},
	{"sum(k: 0..3) k + 1", 4},
	{"sum(k: 0..3) (k + 1)", 6},
	{"sum(k: 0..3, l: 0..k) (10 * k + l)", 51},
	{"min(k: -3..4) (k * k - 4)", -4},
	{"max(k: -3..4) (k * k)", 9},
	{"N * p", -50},
	{"dim(x, 0)", 1},
	{"trunc(q * 2)", 5},
	{"wrap_i32(9223372036854775807 + 1 == -9223372036854775807 - 1)", 1},
};

static void integer_expressions_have_their_values(void **state)
{
	for (size_t i = 0; i < sizeof(ints) / sizeof(ints[0]); i++)
		if (value("i32", ints[i].expr) != ints[i].value)
			fail_msg("%s gives %.17g", ints[i].expr,
				 value("i32", ints[i].expr));
}

static const struct {
	const char *expr;
	double value;
} reals[] = {
	{"7 / 2", 3.5},
	{".5 + 1.5e1", 15.5},
	{"2.e0", 2},
	{"abs(-1.5)", 1.5},
	{"min(1, 0.5)", 0.5},
	{"max(1, 2.5, 2)", 2.5},
	{"sqrt(2.25)", 1.5},
	{"exp(0)", 1},
	{"log(1)", 0},
	{"pow(2, -2)", 0.25},
	{"sin(0) + cos(0) + tanh(0)", 1},
	{"sum(k: 1..4) (1 / k)", (float)(1 + 0.5 + 1.0 / 3)},
	{"max(k: 0..3) (k / 2)", 1},
	{"min(k: 0..3) (k / 2 - 1)", -1},
	{"q * q", 6.25},
	{"bf16(1.00390625)", 1},	/* tie to even, down */
	{"bf16(1.01171875)", 1.015625}, /* tie to even, up */
	{"bf16(1.0039063)", 1.0078125},
	{"ftz(1.1754e-38)", 0},
	{"ftz(-1e-39) + ftz(1.5)", 1.5},
	{"f32(16777217)", 16777216},
	{"f32(16777219)", 16777220},
	{"f32(1e39) - 1", INFINITY},
	{"0 ? 1 : 2.5", 2.5},
	{"-0.0", -0.0},
};

static void real_expressions_have_their_values(void **state)
{
	for (size_t i = 0; i < sizeof(reals) / sizeof(reals[0]); i++)
		if (value("f32", reals[i].expr) != reals[i].value)
			fail_msg("%s gives %.17g", reals[i].expr,
				 value("f32", reals[i].expr));
}

static void rounding_to_element_types_matches_the_compiler(void **state)
{
	static const double v[] = {
		0.1,	 1.0 / 3,	-1e-39,	      1e-45,
		7e-46,	 1.1754943e-38, 3.4028235e38, 3.4028236e38,
		65504.5, -123456789.0,	1e300,
	};

	for (size_t i = 0; i < sizeof(v) / sizeof(v[0]); i++) {
		char expr[64];

		snprintf(expr, sizeof(expr), "%s%.17g", v[i] < 0 ? "-" : "",
			 fabs(v[i]));
		assert_true((float)value("f32", expr) == (float)v[i]);
	}
	assert_true(value("bf16", "1e-40") == 0x0001);
	assert_true(value("bf16", "4e-41") == 0x0000);
	assert_true(value("bf16", "3.39e38") == 0x7f7f);
	assert_true(value("bf16", "3.4e38") == 0x7f80);
	assert_true(value("bf16", "-1 / 0") == 0xff80);
	assert_true(value("bf16", "0 / 0") == 0x7fc0 ||
		    value("bf16", "0 / 0") == 0xffc0);
}

/* A kernel's result for a text whose tensors are x (in) and y. */
struct run {
	struct tpc_experiment *exp;
	struct tpc_experiment_result result;
	char why[256];
	int err;
};

static struct run check(const char *text, const void *x, const void *x_after,
			const void *y, const void *y_after)
{
	const void *initial[] = {x, y}, *final[] = {x_after, y_after};
	struct run r = {.exp = parse(text)};

	r.err = tpc_experiment_check(r.exp, initial, final, &r.result, r.why,
				     sizeof(r.why));
	tpc_experiment_free(r.exp);
	return r;
}

static const char add[] = "@tensor x i32[3,2] in\n"
			  "@tensor y i32[3,2] inout\n"
			  "@expect y[i,j] = x[i,j] + y[i,j]\n";

static void right_results_pass(void **state)
{
	static const int32_t x[] = {1, 2, 3, 4, 5, 6};
	static const int32_t y[] = {10, 20, 30, 40, 50, 60};
	static const int32_t good[] = {11, 22, 33, 44, 55, 66};
	struct run r = check(add, x, x, y, good);

	assert_int_equal(r.err, 0);
	assert_int_equal(r.result.checked, 6);
	assert_int_equal(r.result.mismatches, 0);
	r = check(add, x, NULL, y, good);
	assert_int_equal(r.err, 0);
}

static void wrong_results_are_counted_and_shown(void **state)
{
	static const int32_t x[] = {1, 2, 3, 4, 5, 6};
	static const int32_t y[] = {10, 20, 30, 40, 50, 60};
	static const int32_t bad[] = {11, 22, 33, 44, 0, 67};
	static int32_t many[100];
	struct run r = check(add, x, x, y, bad);

	assert_int_equal(r.err, -EBADMSG);
	assert_int_equal(r.result.checked, 6);
	assert_int_equal(r.result.mismatches, 2);
	assert_int_equal(r.result.num_first, 2);
	assert_int_equal(r.result.first[0].tensor, 1);
	assert_int_equal(r.result.first[0].coord[0], 1);
	assert_int_equal(r.result.first[0].coord[1], 1);
	assert_string_equal(r.result.first[0].message,
			    "y[1,1]: got 0, expected 55 (exact)");
	assert_string_equal(r.result.first[1].message,
			    "y[2,1]: got 67, expected 66 (exact)");
	r = check("@tensor x i32[1] in\n@tensor y i32[100] out\n"
		  "@expect y[i] = i + 1\n",
		  x, x, many, many);
	assert_int_equal(r.result.mismatches, 100);
	assert_int_equal(r.result.num_first, 8);
}

static void a_changed_input_is_an_error(void **state)
{
	static const int32_t x[] = {1, 2, 3, 4, 5, 6};
	static const int32_t x_after[] = {1, 2, 3, 4, 0, 6};
	static const int32_t y[6] = {0};
	struct run r = check(add, x, x_after, y, x);

	assert_int_equal(r.err, -EBADMSG);
	assert_int_equal(r.result.mismatches, 0);
	assert_int_equal(r.result.inputs_changed, 1);
}

static void nothing_stated_means_nothing_checked(void **state)
{
	static const int32_t x[6] = {0};
	struct run r = check("@tensor x i32[6] in\n@tensor y i32[6] out\n", x,
			     x, x, x);

	assert_int_equal(r.err, 0);
	assert_int_equal(r.result.checked, 0);
}

static void missing_buffers_are_refused(void **state)
{
	static const int32_t x[6] = {0};

	assert_int_equal(check(add, x, x, x, NULL).err, -EINVAL);
	assert_int_equal(check(add, NULL, x, x, x).err, -EINVAL);
}

static void elements_outside_need_an_else(void **state)
{
	static const uint8_t x[] = {1, 2, 3}, y[] = {2, 3, 9};
	struct run r = check("@tensor x u8[3] in\n@tensor y u8[3] out\n"
			     "@expect y[i] = x[i + 1]\n",
			     x, x, y, y);

	assert_int_equal(r.err, -EDOM);
	assert_string_equal(r.why,
			    "k.s:3:16: error: x[3] is outside x[3]; write "
			    "'x[...] else VALUE' to give elements outside a "
			    "value");
	r = check("@tensor x u8[3] in\n@tensor y u8[3] out\n"
		  "@expect y[i] = x[i + 1] else 9\n",
		  x, x, y, y);
	assert_int_equal(r.err, 0);
}

static void expected_values_outside_the_type_are_errors(void **state)
{
	static const uint8_t x[] = {200};
	struct run r = check("@tensor x u8[1] in\n@tensor y u8[1] out\n"
			     "@expect y[i] = x[i] + 100\n",
			     x, x, x, x);

	assert_int_equal(r.err, -EDOM);
	assert_string_equal(r.why,
			    "k.s:3:21: error: expected value 300 does not fit "
			    "u8 (use wrap_u8() or sat_u8())");
}

static int tolerate(const char *type, const char *expr, const char *within,
		    float f)
{
	char text[256];
	uint16_t h;
	uint32_t w;

	snprintf(text, sizeof(text),
		 "@tensor x %s[1] in\n@tensor y %s[1] out\n"
		 "@expect y[i] = %s %s\n",
		 type, type, expr, within);
	memcpy(&w, &f, 4);
	h = w >> 16;
	if (!strcmp(type, "bf16"))
		return check(text, &h, &h, &h, &h).err;
	return check(text, &w, &w, &w, &w).err;
}

static void tolerances_end_where_they_say(void **state)
{
	const float next = nextafterf(1, 2), next2 = nextafterf(next, 2);

	assert_int_equal(tolerate("f32", "1", "", 1), 0);
	assert_int_equal(tolerate("f32", "1", "", next), -EBADMSG);
	assert_int_equal(tolerate("f32", "1", "within exact", next), -EBADMSG);
	assert_int_equal(tolerate("f32", "1", "within 1 ulp", next), 0);
	assert_int_equal(tolerate("f32", "1", "within 1ulp", next), 0);
	assert_int_equal(tolerate("f32", "1", "within 1 ulp", next2), -EBADMSG);
	assert_int_equal(tolerate("f32", "1", "within abs 0.5", 1.5f), 0);
	assert_int_equal(tolerate("f32", "1", "within abs 0.5", 1.6f),
			 -EBADMSG);
	assert_int_equal(tolerate("f32", "100", "within rel 0.01", 101), 0);
	assert_int_equal(tolerate("f32", "100", "within rel 0.01", 102),
			 -EBADMSG);
	assert_int_equal(
		tolerate("f32", "100", "within abs 3 or rel 0.01", 102), 0);
	assert_int_equal(tolerate("f32", "1 / 3", "", 1.0f / 3), 0);
	assert_int_equal(tolerate("f32", "0", "", -0.0f), 0);
	assert_int_equal(tolerate("f32", "0 / 0", "", NAN), 0);
	assert_int_equal(tolerate("f32", "0 / 0", "within abs 1e30", 1),
			 -EBADMSG);
	assert_int_equal(tolerate("f32", "1", "within abs 1e30", NAN),
			 -EBADMSG);
	assert_int_equal(tolerate("f32", "1e39", "", INFINITY), 0);
	assert_int_equal(tolerate("f32", "1e38", "within abs 1e300", INFINITY),
			 -EBADMSG);
	assert_int_equal(tolerate("bf16", "1", "within 1 ulp", 1.0078125f), 0);
	assert_int_equal(tolerate("bf16", "1", "within 1 ulp", 1.015625f),
			 -EBADMSG);
}

static void integer_tolerances_are_distances(void **state)
{
	static const int32_t x[] = {0}, y[] = {103};

	assert_int_equal(check("@tensor x i32[1] in\n@tensor y i32[1] out\n"
			       "@expect y[i] = 100 within abs 3\n",
			       x, x, x, y)
				 .err,
			 0);
	assert_int_equal(check("@tensor x i32[1] in\n@tensor y i32[1] out\n"
			       "@expect y[i] = 100 within abs 2\n",
			       x, x, x, y)
				 .err,
			 -EBADMSG);
	assert_int_equal(check("@tensor x i32[1] in\n@tensor y i32[1] out\n"
			       "@expect y[i] = 100 within rel 0.03\n",
			       x, x, x, y)
				 .err,
			 0);
}

static void reductions_read_tensors(void **state)
{
	static const float x[] = {1, 2, 3, 4, 5, 6};
	static const float y[] = {6, 15, 0};
	static const float wrong[] = {6, 15.5, 0};
	static const char text[] =
		"@tensor x f32[3,2] in\n@tensor y f32[3] out\n"
		"@expect y[j] = sum(k: 0..dim(x, 0)) (x[k, j] else 0)\n";
	struct run r = check(text, x, x, y, y);

	assert_int_equal(r.err, 0);
	r = check(text, x, x, y, wrong);
	assert_int_equal(r.result.mismatches, 1);
	assert_string_equal(r.result.first[0].message,
			    "y[1]: got 15.5, expected 15 (exact)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(declarations_come_back_in_order),
		cmocka_unit_test(text_without_headers_is_empty),
		cmocka_unit_test(definitions_replace_lets),
		cmocka_unit_test(arguments_take_other_values),
		cmocka_unit_test(fills_write_what_they_say),
		cmocka_unit_test(
			random_fills_are_reproducible_and_cover_the_range),
		cmocka_unit_test(fills_that_cannot_be_made_say_why),
		cmocka_unit_test(integer_expressions_have_their_values),
		cmocka_unit_test(real_expressions_have_their_values),
		cmocka_unit_test(
			rounding_to_element_types_matches_the_compiler),
		cmocka_unit_test(right_results_pass),
		cmocka_unit_test(wrong_results_are_counted_and_shown),
		cmocka_unit_test(a_changed_input_is_an_error),
		cmocka_unit_test(nothing_stated_means_nothing_checked),
		cmocka_unit_test(missing_buffers_are_refused),
		cmocka_unit_test(elements_outside_need_an_else),
		cmocka_unit_test(expected_values_outside_the_type_are_errors),
		cmocka_unit_test(tolerances_end_where_they_say),
		cmocka_unit_test(integer_tolerances_are_distances),
		cmocka_unit_test(reductions_read_tensors),
	};

	return cmocka_run_group_tests_name("experiment_values", tests, NULL,
					   NULL);
}
