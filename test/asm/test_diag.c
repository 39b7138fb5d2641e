// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The collector of diagnostics: what it keeps and how it prints. */
#include "tpc/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct tpc_loc at(unsigned line, unsigned col)
{
	return (struct tpc_loc){.file = "k.s", .line = line, .col = col};
}

/* Prints a collector and compares. */
static void expect_print(struct tpc_diags *diags, const char *want)
{
	char *got = NULL;
	size_t size;
	FILE *f = open_memstream(&got, &size);

	tpc_diags_print(diags, f);
	fclose(f);
	assert_string_equal(got, want);
	free(got);
	tpc_diags_free(diags);
}

static void set_source(struct tpc_diags *diags, const char *text)
{
	assert_int_equal(tpc_diags_set_source(diags, "k.s", text, strlen(text)),
			 0);
}

static void a_message_shows_its_line_and_a_caret(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();

	set_source(diags, "nop\nnop; bogus S1\nhalt\n");
	tpc_error(diags, at(2, 6), "unknown mnemonic '%s'", "bogus");
	expect_print(diags, "k.s:2:6: error: unknown mnemonic 'bogus'\n"
			    "nop; bogus S1\n"
			    "     ^\n");
}

static void tabs_before_the_place_move_the_caret(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();

	set_source(diags, "\tnop;\tbogus");
	tpc_warning(diags, at(1, 7), "odd");
	expect_print(diags, "k.s:1:7: warning: odd\n"
			    "\tnop;\tbogus\n"
			    "\t    \t^\n");
}

static void multibyte_characters_take_one_place(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();

	set_source(diags, "/* \xc3\xa4 */ x");
	tpc_error(diags, at(1, 10), "here");
	expect_print(diags, "k.s:1:10: error: here\n"
			    "/* \xc3\xa4 */ x\n"
			    "        ^\n");
}

static void control_bytes_are_not_printed(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();

	set_source(diags, "a\033[31m\r\nb");
	tpc_error(diags, at(1, 2), "unexpected '\033'");
	expect_print(diags, "k.s:1:2: error: unexpected '?'\n"
			    "a?[31m\n"
			    " ^\n");
}

static void long_lines_are_cut_around_the_place(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();
	char text[1001], want[600], part[161];

	memset(text, 'a', 1000);
	text[1000] = 0;
	text[500] = 'X';
	set_source(diags, text);
	tpc_error(diags, at(1, 501), "here");
	memset(part, 'a', 160);
	part[160] = 0;
	part[80] = 'X';
	snprintf(want, sizeof(want), "k.s:1:501: error: here\n%s\n%81s\n", part,
		 "^");
	expect_print(diags, want);
}

static void places_may_be_partly_unknown(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_loc nowhere = {0};

	set_source(diags, "one line");
	tpc_error(diags, nowhere, "a");
	tpc_error(diags, at(0, 0), "b");
	tpc_error(diags, at(1, 0), "c");
	tpc_error(diags, at(9, 1), "d");
	tpc_error(diags, (struct tpc_loc){"other.s", 1, 2}, "e");
	expect_print(diags, "error: a\n"
			    "k.s: error: b\n"
			    "k.s:1: error: c\n"
			    "one line\n"
			    "k.s:9:1: error: d\n"
			    "other.s:1:2: error: e\n");
}

static void a_place_behind_the_line_gets_a_caret_there(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();

	set_source(diags, "ab");
	tpc_note(diags, at(1, 3), "missing");
	expect_print(diags, "k.s:1:3: note: missing\nab\n  ^\n");
}

static void kinds_are_counted_apart(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();

	tpc_error(diags, at(1, 1), "a");
	tpc_warning(diags, at(1, 1), "b");
	tpc_warning(diags, at(1, 1), "c");
	tpc_note(diags, at(1, 1), "d");
	assert_int_equal(tpc_diags_errors(diags), 1);
	assert_int_equal(tpc_diags_warnings(diags), 2);
	assert_int_equal(tpc_diags_count(diags), 4);
	assert_int_equal(tpc_diags_get(diags, 3)->severity, TPC_SEV_NOTE);
	assert_null(tpc_diags_get(diags, 4));
	tpc_diags_free(diags);
}

static void messages_beyond_the_limit_are_counted_not_kept(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();
	unsigned i;

	for (i = 0; i < TPC_DIAGS_MAX; i++) {
		assert_false(tpc_diags_full(diags));
		tpc_error(diags, at(1, 1), "message %u", i);
	}
	assert_true(tpc_diags_full(diags));
	tpc_error(diags, at(1, 1), "one too many");
	tpc_error(diags, at(1, 1), "two too many");
	assert_int_equal(tpc_diags_count(diags), TPC_DIAGS_MAX);
	assert_int_equal(tpc_diags_errors(diags), TPC_DIAGS_MAX + 2);
	tpc_diags_free(diags);
}

static void sorting_keeps_notes_with_their_message(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();

	tpc_error(diags, at(7, 1), "b");
	tpc_note(diags, at(1, 1), "of b");
	tpc_note(diags, at(9, 1), "of b, too");
	tpc_error(diags, at(3, 9), "a, second");
	tpc_error(diags, at(3, 9), "a, third");
	tpc_error(diags, at(3, 2), "a, first");
	tpc_note(diags, at(8, 1), "of a");
	tpc_warning(diags, at(8, 1), "c");
	tpc_diags_sort(diags);
	expect_print(diags, "k.s:3:2: error: a, first\n"
			    "k.s:8:1: note: of a\n"
			    "k.s:3:9: error: a, second\n"
			    "k.s:3:9: error: a, third\n"
			    "k.s:7:1: error: b\n"
			    "k.s:1:1: note: of b\n"
			    "k.s:9:1: note: of b, too\n"
			    "k.s:8:1: warning: c\n");
}

static void no_collector_drops_messages(void **state)
{
	tpc_error(NULL, at(1, 1), "nobody listens");
	assert_int_equal(tpc_diags_errors(NULL), 0);
	assert_int_equal(tpc_diags_count(NULL), 0);
	tpc_diags_print(NULL, stderr);
	tpc_diags_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_message_shows_its_line_and_a_caret),
		cmocka_unit_test(tabs_before_the_place_move_the_caret),
		cmocka_unit_test(multibyte_characters_take_one_place),
		cmocka_unit_test(control_bytes_are_not_printed),
		cmocka_unit_test(long_lines_are_cut_around_the_place),
		cmocka_unit_test(places_may_be_partly_unknown),
		cmocka_unit_test(a_place_behind_the_line_gets_a_caret_there),
		cmocka_unit_test(kinds_are_counted_apart),
		cmocka_unit_test(
			messages_beyond_the_limit_are_counted_not_kept),
		cmocka_unit_test(sorting_keeps_notes_with_their_message),
		cmocka_unit_test(no_collector_drops_messages),
	};

	return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
