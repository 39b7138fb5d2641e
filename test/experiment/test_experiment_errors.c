/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the parser of experiment headers says about text it cannot accept. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/experiment.h"

/* One text and the message for it, word by word. */
static const struct row {
	const char *text;
	const char *message;
} rows[] = {
	{"@foo 1", "k.s:1:2: error: unknown directive '@foo' (known: @arg "
		   "@expect @index_space @let @tensor @tpcs)"},
	{"@", "k.s:1:2: error: '@' and a blank continue a directive, and there "
	      "is none above"},
	{"@ x", "k.s:1:2: error: '@' and a blank continue a directive, and "
		"there is none above"},
	{"@1", "k.s:1:2: error: expected a directive after '@', found '1'"},
	{"@let", "k.s:1:5: error: expected a name for the constant, found the "
		 "end of the line"},
	{"@let N", "k.s:1:7: error: expected '=', found the end of the line"},
	{"@let N = ",
	 "k.s:1:10: error: expected a value, found the end of the line"},
	{"@let N = 1 2",
	 "k.s:1:12: error: expected the end of the line, found '2'"},
	{"@let N = 1.5", "k.s:1:10: error: @let takes an integer (use floor(), "
			 "ceil(), round() or trunc())"},
	{"@let N = M", "k.s:1:10: error: unknown name 'M' (constants, "
		       "arguments and tensors must be declared above)"},
	{"@let sum = 1",
	 "k.s:1:6: error: 'sum' is already a word of the language"},
	{"@let N = 1\n@let N = 2", "k.s:2:6: error: 'N' is already a constant"},
	{"@let N = 99999999999999999999",
	 "k.s:1:10: error: number '99999999999999999999' (integers go up to "
	 "9223372036854775807)"},
	{"@let N = 0x",
	 "k.s:1:11: error: expected the end of the line, found 'x'"},
	{"@let N = div(1, 0)", "k.s:1:10: error: division by zero"},
	{"@let N = 5 % 0", "k.s:1:12: error: division by zero"},
	{"@let N = 1 << 64", "k.s:1:12: error: shift by 64 (legal: 0 to 63)"},
	{"@let N = floor(1e30)",
	 "k.s:1:10: error: no 64-bit integer holds 1e+30"},
	{"@let N = (1",
	 "k.s:1:12: error: expected ')', found the end of the line"},
	{"@let N = $", "k.s:1:10: error: character '$' has no meaning here"},
	{"@let N = \"a", "k.s:1:10: error: string has no closing '\"'"},
	{"@let N = foo(1)",
	 "k.s:1:10: error: unknown function 'foo' (known: sum min max abs "
	 "floor ceil round trunc sqrt exp log pow sin cos tanh div dim f32 "
	 "bf16 ftz wrap_TYPE sat_TYPE)"},
	{"@let N = abs(1, 2)", "k.s:1:15: error: expected ')', found ','"},
	{"@let N = min(1)",
	 "k.s:1:15: error: expected ',' and another argument, found ')'"},
	{"@let N = sum(k: 0..3) k",
	 "k.s:1:23: error: a constant is needed here: no arguments, tensor "
	 "elements or variables"},
	{"@let N = sum(k: 0..99999999) 1",
	 "k.s:1:30: error: this constant takes more than 1000000 steps"},
	{"@let N = min(k: 3..3) 1",
	 "k.s:1:10: error: min over the empty range 3..3"},
	{"@let "
	 "a2345678901234567890123456789012345678901234567890123456789012345 = "
	 "1",
	 "k.s:1:6: error: name of 65 characters (at most 63)"},
	{"@arg", "k.s:1:5: error: expected a name for the argument, found the "
		 "end of the line"},
	{"@arg a f33 = 1", "k.s:1:8: error: unknown type 'f33' (known: f32 "
			   "bf16 i32 u32 i16 u16 i8 u8)"},
	{"@arg a u8 = 256", "k.s:1:13: error: 256 does not fit u8 (0 to 255)"},
	{"@arg a i32 = 1.5",
	 "k.s:1:14: error: 1.5 is no integer, i32 needs one"},
	{"@arg a f32",
	 "k.s:1:11: error: expected '=', found the end of the line"},
	{"@arg a f32 = 1\n@let b = a",
	 "k.s:2:10: error: a constant is needed here: no arguments, tensor "
	 "elements or variables"},
	{"@tensor", "k.s:1:8: error: expected a name for the tensor, found the "
		    "end of the line"},
	{"@tensor x", "k.s:1:10: error: expected an element type, found the "
		      "end of the line"},
	{"@tensor x f64[1] in", "k.s:1:11: error: unknown type 'f64' (known: "
				"f32 bf16 i32 u32 i16 u16 i8 u8)"},
	{"@tensor x f32 in",
	 "k.s:1:15: error: expected '[' and the sizes, found 'in'"},
	{"@tensor x f32[] in", "k.s:1:15: error: expected a value, found ']'"},
	{"@tensor x f32[0] in",
	 "k.s:1:15: error: size 0 (legal: 1 to 2147483647)"},
	{"@tensor x f32[1,1,1,1,1,1] in",
	 "k.s:1:25: error: a tensor has at most 5 dimensions"},
	{"@tensor x f32[2147483647,2147483647] in",
	 "k.s:1:26: error: tensor of more than 68719476736 bytes"},
	{"@tensor x f32[4",
	 "k.s:1:16: error: expected ',' or ']', found the end of the line"},
	{"@tensor x f32[4] sideways",
	 "k.s:1:18: error: expected 'in', 'out' or 'inout', found 'sideways'"},
	{"@tensor x f32[4] in = ",
	 "k.s:1:23: error: expected a fill (zeros, const(V), iota(START, "
	 "STEP), random(SEED, LOW, HIGH), values(V, ...), file \"NAME.npy\" or "
	 "each(I, ...) EXPRESSION), found the end of the line"},
	{"@tensor x f32[4] in = ones",
	 "k.s:1:23: error: expected a fill (zeros, const(V), iota(START, "
	 "STEP), random(SEED, LOW, HIGH), values(V, ...), file \"NAME.npy\" or "
	 "each(I, ...) EXPRESSION), found 'ones'"},
	{"@tensor x u8[4] in = const(-1)",
	 "k.s:1:28: error: -1 does not fit u8 (0 to 255)"},
	{"@tensor x u8[4] in = const(1, 2)",
	 "k.s:1:31: error: const takes at most 1 value"},
	{"@tensor x u8[2] in = values(1, 2, 3)",
	 "k.s:1:35: error: this tensor takes at most 2 values"},
	{"@tensor x u8[300] in = iota(0)",
	 "k.s:1:28: error: 299 does not fit u8 (0 to 255)"},
	{"@tensor x u8[4] in = iota(1, 2, 3)",
	 "k.s:1:33: error: iota takes at most 2 values"},
	{"@tensor x u8[4] in = random(1, 5)",
	 "k.s:1:33: error: expected ',', found ')'"},
	{"@tensor x u8[4] in = random(1, 5, 4)",
	 "k.s:1:35: error: the upper bound 4 is below the lower bound 5"},
	{"@tensor x u8[4] in = file x.npy",
	 "k.s:1:27: error: expected a file name in double quotes, found 'x'"},
	{"@tensor x u8[4] in = each(i, j) i",
	 "k.s:1:28: error: 'x' has 1 dimension"},
	{"@tensor x u8[4,4] in = each(i) i",
	 "k.s:1:30: error: 'x' has 2 dimensions, found 1"},
	{"@tensor x u8[4] in = each(i) i / 2",
	 "k.s:1:32: error: 'x' has integers, this is a real (use floor(), "
	 "ceil(), round() or trunc())"},
	{"@tensor x u8[4] in\n@tensor y u8[4] in = each(i) x[i]",
	 "k.s:2:30: error: a fill cannot read another tensor"},
	{"@tensor x u8[4] in pad 300",
	 "k.s:1:24: error: 300 does not fit u8 (0 to 255)"},
	{"@tensor x u8[4] in extra",
	 "k.s:1:20: error: expected the end of the line, found 'extra'"},
	{"@tensor x u8[4] in\n@tensor x u8[4] out",
	 "k.s:2:9: error: 'x' is already a tensor"},
	{"@index_space",
	 "k.s:1:13: error: expected a value, found the end of the line"},
	{"@index_space 0", "k.s:1:14: error: size 0 (legal: 1 to 2147483647)"},
	{"@index_space 1.5", "k.s:1:14: error: @index_space takes an integer "
			     "(use floor(), ceil(), round() or trunc())"},
	{"@index_space 1,1,1,1,1,1",
	 "k.s:1:24: error: an index space has at most 5 dimensions"},
	{"@index_space 1\n@index_space 2",
	 "k.s:2:14: error: a second @index_space"},
	{"@tpcs 0", "k.s:1:7: error: 0 TPCs (legal: 1 to 1024)"},
	{"@tpcs 8\n@tpcs 8", "k.s:2:7: error: a second @tpcs"},
	{"@expect y[i] = 1", "k.s:1:9: error: 'y' is no tensor declared above"},
	{"@tensor y u8[4] in\n@expect y[i] = 1",
	 "k.s:2:9: error: 'y' is an 'in' tensor: a kernel may not change it"},
	{"@tensor y u8[4] out\n@expect y[i] = 1\n@expect y[i] = 2",
	 "k.s:3:9: error: a second @expect for 'y'"},
	{"@tensor y u8[4] out\n@expect y[i,j] = 1",
	 "k.s:2:12: error: 'y' has 1 dimension"},
	{"@tensor y u8[4,4] out\n@expect y[i] = 1",
	 "k.s:2:12: error: 'y' has 2 dimensions, found 1"},
	{"@tensor y u8[4,4] out\n@expect y[i,i] = 1",
	 "k.s:2:13: error: 'i' is already a variable in use here"},
	{"@tensor y u8[4] out\n@expect y[y] = 1",
	 "k.s:2:11: error: 'y' is already a tensor"},
	{"@tensor y u8[4] out\n@expect y[1] = 1",
	 "k.s:2:11: error: expected a variable for the coordinate, found '1'"},
	{"@tensor y u8[4] out\n@expect y[i] = 0.5",
	 "k.s:2:16: error: 'y' has integers, this is a real (use floor(), "
	 "ceil(), round() or trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = k",
	 "k.s:2:16: error: unknown name 'k' (constants, arguments and tensors "
	 "must be declared above)"},
	{"@tensor y u8[4] out\n@expect y[i] = y",
	 "k.s:2:17: error: expected '[' after a tensor's name, found the end "
	 "of the line"},
	{"@tensor y u8[4] out\n@expect y[i] = y[0.5]",
	 "k.s:2:18: error: a coordinate takes integers (use floor(), ceil(), "
	 "round() or trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = y[i,i]",
	 "k.s:2:20: error: 'y' has 1 dimension"},
	{"@tensor y u8[4,4] out\n@expect y[i,j] = y[i]",
	 "k.s:2:21: error: 'y' has 2 dimensions, found 1"},
	{"@tensor y u8[4] out\n@expect y[i] = y[i-1] else 0.5",
	 "k.s:2:28: error: 'else' of an integer tensor takes integers (use "
	 "floor(), ceil(), round() or trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = sum(i: 0..4) 1",
	 "k.s:2:20: error: 'i' is already a variable in use here"},
	{"@tensor y u8[4] out\n@expect y[i] = sum(k: 0..k) 1",
	 "k.s:2:26: error: unknown name 'k' (constants, arguments and tensors "
	 "must be declared above)"},
	{"@tensor y u8[4] out\n@expect y[i] = sum(k: 0,4) 1",
	 "k.s:2:24: error: expected '..', found ','"},
	{"@tensor y u8[4] out\n@expect y[i] = sum(4) 1",
	 "k.s:2:20: error: expected a variable, found '4'"},
	{"@tensor y u8[4] out\n@expect y[i] = dim(z, 0)",
	 "k.s:2:20: error: 'z' is no tensor declared above"},
	{"@tensor y u8[4] out\n@expect y[i] = dim(y, 1)",
	 "k.s:2:23: error: 'y' has dimensions 0 to 0"},
	{"@tensor y u8[4] out\n@expect y[i] = i ? 1",
	 "k.s:2:21: error: expected ':' of '?:', found the end of the line"},
	{"@tensor y u8[4] out\n@expect y[i] = 0.5 ? 1 : 2",
	 "k.s:2:16: error: a condition takes integers (use floor(), ceil(), "
	 "round() or trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = !0.5",
	 "k.s:2:17: error: '!' takes integers (use floor(), ceil(), round() or "
	 "trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = ~0.5",
	 "k.s:2:17: error: '~' takes integers (use floor(), ceil(), round() or "
	 "trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = 1 & 0.5",
	 "k.s:2:20: error: '&' takes integers (use floor(), ceil(), round() or "
	 "trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = wrap_u8(0.5)",
	 "k.s:2:24: error: wrap_u8 takes integers (use floor(), ceil(), "
	 "round() or trunc())"},
	{"@tensor y u8[4] out\n@expect y[i] = 1 within",
	 "k.s:2:24: error: expected 'exact', 'N ulp', 'abs X' or 'rel X', "
	 "found the end of the line"},
	{"@tensor y u8[4] out\n@expect y[i] = 1 within 1 ulp",
	 "k.s:2:25: error: 'ulp' is for f32 and bf16, 'y' is u8 (use 'abs')"},
	{"@tensor y f32[4] out\n@expect y[i] = 1 within 1 foo",
	 "k.s:2:27: error: expected 'ulp', found 'foo'"},
	{"@tensor y f32[4] out\n@expect y[i] = 1 within abs",
	 "k.s:2:28: error: expected a number after 'abs', found the end of the "
	 "line"},
	{"@tensor y f32[4] out\n@expect y[i] = 1 within abs 1e-6 or",
	 "k.s:2:36: error: expected 'exact', 'N ulp', 'abs X' or 'rel X', "
	 "found the end of the line"},
	{"@tensor y f32[4] out\n@expect y[i] = 1 within rel -1",
	 "k.s:2:29: error: expected a number after 'rel', found '-'"},
	{"@tensor y f32[4] out\n@expect y[i] = 1 within exact foo",
	 "k.s:2:31: error: expected the end of the line, found 'foo'"},
	{"@tensor y f32[4] out\n@expect y[i] = 1\n@    + 2 3",
	 "k.s:3:10: error: expected the end of the line, found '3'"},
	{"@tensor \xc3"
	 "\xa9"
	 " f32[4] out",
	 "k.s:1:9: error: character '\\xc3' has no meaning here"},
};

static void every_broken_text_gets_its_message(void **state)
{
	struct tpc_experiment *exp;
	char why[512];

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *text = rows[i].text;

		exp = NULL;
		why[0] = '\0';
		assert_int_equal(tpc_experiment_parse(text, strlen(text), "k.s",
						      1, NULL, 0, &exp, why,
						      sizeof(why)),
				 -EINVAL);
		assert_null(exp);
		assert_string_equal(why, rows[i].message);
	}
}

static void lines_count_from_the_given_first_line(void **state)
{
	static const char text[] = "nop\n@let\n";
	struct tpc_experiment *exp = NULL;
	char why[256];

	assert_int_equal(tpc_experiment_parse(text, strlen(text), "a/b.s", 41,
					      NULL, 0, &exp, why, sizeof(why)),
			 -EINVAL);
	assert_string_equal(why, "a/b.s:42:5: error: expected a name for the "
				 "constant, found the end of the line");
}

static void a_definition_without_let_is_refused(void **state)
{
	static const char text[] = "@let N = 4\n";
	const struct tpc_experiment_define defs[] = {{"N", 5}, {"M", 1}};
	struct tpc_experiment *exp = NULL;
	char why[256];

	assert_int_equal(tpc_experiment_parse(text, strlen(text), "k.s", 1,
					      defs, 2, &exp, why, sizeof(why)),
			 -EINVAL);
	assert_null(exp);
	assert_string_equal(why, "k.s: error: no @let declares 'M'");
}

static void messages_are_cut_to_the_buffer(void **state)
{
	struct tpc_experiment *exp = NULL;
	char why[8];

	memset(why, 'x', sizeof(why));
	assert_int_equal(tpc_experiment_parse("@let", 4, "k.s", 1, NULL, 0,
					      &exp, why, 4),
			 -EINVAL);
	assert_string_equal(why, "k.s");
	assert_int_equal(why[4], 'x');
	assert_int_equal(tpc_experiment_parse("@let", 4, "k.s", 1, NULL, 0,
					      &exp, NULL, 0),
			 -EINVAL);
}

/* A text of many equal pieces: head, n times body, tail. */
static char *repeat(const char *head, const char *body, size_t n,
		    const char *tail)
{
	size_t size = strlen(head) + n * strlen(body) + strlen(tail) + 1;
	char *text = test_calloc(1, size), *end = text;

	end = stpcpy(end, head);
	while (n--)
		end = stpcpy(end, body);
	strcpy(end, tail);
	return text;
}

static void assert_refused(char *text, const char *needle)
{
	struct tpc_experiment *exp = NULL;
	char why[256];

	assert_int_equal(tpc_experiment_parse(text, strlen(text), "k.s", 1,
					      NULL, 0, &exp, why, sizeof(why)),
			 -EINVAL);
	assert_non_null(strstr(why, needle));
	test_free(text);
}

static void nesting_ends_in_a_message_not_in_a_crash(void **state)
{
	const char *deep = "expression nested more than 200 deep";

	assert_refused(repeat("@let N = ", "(", 100000, "1"), deep);
	assert_refused(repeat("@let N = ", "-", 100000, "1"), deep);
	assert_refused(repeat("@let N = 1", "+1", 100000, ""), deep);
	assert_refused(repeat("@let N = ", "1?", 100000, "1"), deep);
	assert_refused(repeat("@let N = ", "1?1:", 100000, "1"), deep);
	assert_refused(repeat("@let N = ", "abs(", 100000, "1"), deep);
	assert_refused(repeat("@tensor y u8[1] out\n@expect y[i] = y[",
			      "0] else y[", 100000, "0]"),
		       deep);
	assert_refused(repeat("@let N = min(1", ",1", 100000, ")"), deep);
}

static void counts_have_named_limits(void **state)
{
	static const char *const tensors =
		"@tensor a u8[1] in\n@tensor b u8[1] in\n"
		"@tensor c u8[1] in\n@tensor d u8[1] in\n"
		"@tensor e u8[1] in\n@tensor g u8[1] in\n"
		"@tensor h u8[1] in\n@tensor i u8[1] in\n"
		"@tensor j u8[1] in\n@tensor k u8[1] in\n"
		"@tensor l u8[1] in\n@tensor m u8[1] in\n"
		"@tensor n u8[1] in\n@tensor o u8[1] in\n"
		"@tensor p u8[1] in\n@tensor q u8[1] in\n";

	assert_refused(repeat(tensors, "@tensor r u8[1] in\n", 1, ""),
		       "more than 16 tensors");
	assert_refused(
		repeat("@tensor v u8[100000] in = values(0", ",0", 65536, ")"),
		"takes at most 65536 values");
	assert_refused(repeat("@tensor y u8[1] out\n@expect y[i] = ",
			      "sum(k: 0..1) ", 2, "1"),
		       "'k' is already a variable in use here");
	assert_refused(repeat("@let N = 0", "0", 100, ""),
		       "number of 101 characters (at most 63)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_broken_text_gets_its_message),
		cmocka_unit_test(lines_count_from_the_given_first_line),
		cmocka_unit_test(a_definition_without_let_is_refused),
		cmocka_unit_test(messages_are_cut_to_the_buffer),
		cmocka_unit_test(nesting_ends_in_a_message_not_in_a_crash),
		cmocka_unit_test(counts_have_named_limits),
	};

	return cmocka_run_group_tests_name("experiment_errors", tests, NULL,
					   NULL);
}
