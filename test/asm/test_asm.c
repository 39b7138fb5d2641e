// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * The file-level assembler as a library: objects, lines, errors. What the
 * language means is tested through tpc-as.
 */
#include "tpc/asm.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static int assemble(const char *text, size_t size, struct tpc_diags *diags,
		    struct tpc_object **obj)
{
	struct tpc_asm_options options = {.cpu = TPC_CPU_GAUDI, .name = "k.s"};

	return tpc_assemble(text, size, &options, diags, obj);
}

static struct tpc_object *good(const char *text)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;

	if (assemble(text, strlen(text), diags, &obj))
		fail_msg("refused: %s", tpc_diags_get(diags, 0)->text);
	tpc_diags_free(diags);
	return obj;
}

static void bundles_know_their_source_lines(void **state)
{
	struct tpc_object *obj = good("// comment\n"
				      "nop\n"
				      "\n"
				      "label: nop\n"
				      "\t.p2align 7\n"
				      "halt\n");

	assert_int_equal(tpc_object_line(obj, 0), 2);
	assert_int_equal(tpc_object_line(obj, 32), 4);
	assert_int_equal(tpc_object_line(obj, 64), 5);
	assert_int_equal(tpc_object_line(obj, 96), 5);
	assert_int_equal(tpc_object_line(obj, 128), 6);
	assert_int_equal(tpc_object_line(obj, 160), 0);
	tpc_object_free(obj);
}

static void labels_keep_the_order_of_their_definition(void **state)
{
	struct tpc_object *obj = good(".globl z\n"
				      "b: nop; jmpr a\n"
				      "z: nop\n"
				      "a: halt\n"
				      "c = 5\n");

	assert_int_equal(tpc_object_num_symbols(obj), 3);
	assert_string_equal(tpc_object_symbol(obj, 0)->name, "b");
	assert_string_equal(tpc_object_symbol(obj, 1)->name, "z");
	assert_string_equal(tpc_object_symbol(obj, 2)->name, "a");
	assert_true(tpc_object_symbol(obj, 1)->global);
	tpc_object_free(obj);
}

static void an_object_knows_its_source(void **state)
{
	struct tpc_object *obj = good("halt");

	assert_string_equal(tpc_object_source(obj), "k.s");
	assert_int_equal(tpc_object_cpu(obj), TPC_CPU_GAUDI);
	tpc_object_free(obj);
}

static void headers_keep_their_line_numbers(void **state)
{
	struct tpc_object *obj = good("nop\n\n@arg a f32\r\nhalt\n  @x // y");
	const struct tpc_note *note;

	note = tpc_object_find_note(obj, TPC_NOTE_EXPERIMENT);
	assert_non_null(note);
	assert_string_equal(note->text, "\n\n@arg a f32\n\n  @x // y\n");
	tpc_object_free(obj);
}

static void an_empty_text_is_an_empty_object(void **state)
{
	struct tpc_object *obj = good("");
	size_t size;

	tpc_object_code(obj, &size);
	assert_int_equal(size, 0);
	assert_int_equal(tpc_object_num_notes(obj), 0);
	tpc_object_free(obj);
}

static void the_text_need_not_end_in_a_terminator(void **state)
{
	struct tpc_object *obj = NULL;
	char *text = malloc(4);

	/* A block of its own: a checker sees reads behind its end. */
	memcpy(text, "halt", 4);
	assert_int_equal(assemble(text, 4, NULL, &obj), 0);
	tpc_object_free(obj);
	free(text);
}

static void an_error_leaves_the_output_alone(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	const char *text = "halt\nnop; jmpr nowhere\n";

	assert_int_equal(assemble(text, strlen(text), diags, &obj), -EINVAL);
	assert_null(obj);
	assert_int_equal(tpc_diags_errors(diags), 1);
	assert_int_equal(tpc_diags_get(diags, 0)->loc.line, 2);
	assert_int_equal(tpc_diags_get(diags, 0)->loc.col, 11);
	tpc_diags_free(diags);
}

static void errors_need_no_collector(void **state)
{
	struct tpc_object *obj = NULL;

	assert_int_equal(assemble("bogus", 5, NULL, &obj), -EINVAL);
	assert_null(obj);
}

/* Both passes report, so that one run shows what is wrong. */
static void all_errors_of_a_text_are_reported(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	const char *text = "nop; jmpr nowhere\n.bogus\nnop; jmpr nobody\n";

	assert_int_equal(assemble(text, strlen(text), diags, &obj), -EINVAL);
	assert_int_equal(tpc_diags_errors(diags), 3);
	tpc_diags_free(diags);
}

/* A file of errors must not take time for messages that nobody sees. */
static void a_flood_of_errors_ends_early(void **state)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	size_t i, n = 100000;
	char *text = malloc(6 * n);

	for (i = 0; i < n; i++)
		memcpy(text + 6 * i, ".bogus", 6);
	for (i = 0; i < n; i++)
		text[6 * i + 5] = '\n';
	assert_int_equal(assemble(text, 6 * n, diags, &obj), -EINVAL);
	assert_int_equal(tpc_diags_count(diags), TPC_DIAGS_MAX);
	assert_true(tpc_diags_errors(diags) < 2 * TPC_DIAGS_MAX);
	tpc_diags_free(diags);
	free(text);
}

static void disassembly_assembles_to_the_same_code(void **state)
{
	struct tpc_disasm_options options = {.cpu = TPC_CPU_GAUDI};
	struct tpc_object *obj, *back;
	char *text = NULL;
	const uint8_t *a, *b;
	size_t size, na, nb;
	FILE *f;

	/* The made label must not be the one that is there. */
	obj = good("nop; jmpr 64\n.L40: nop\nnop; jmpr -64\nhalt\n");
	f = open_memstream(&text, &size);
	assert_int_equal(tpc_disassemble(obj, &options, f), 0);
	fclose(f);
	assert_non_null(strstr(text, "jmpr .L_40"));
	assert_non_null(strstr(text, "\n.L40:\n"));
	back = good(text);
	a = tpc_object_code(obj, &na);
	b = tpc_object_code(back, &nb);
	assert_int_equal(na, nb);
	assert_memory_equal(a, b, na);
	tpc_object_free(obj);
	tpc_object_free(back);
	free(text);
}

static void a_full_device_is_an_error_of_the_disassembler(void **state)
{
	struct tpc_disasm_options options = {.cpu = TPC_CPU_GAUDI};
	struct tpc_object *obj = good("halt");
	FILE *f = fopen("/dev/full", "w");

	assert_non_null(f);
	setvbuf(f, NULL, _IONBF, 0);
	assert_int_equal(tpc_disassemble(obj, &options, f), -EIO);
	fclose(f);
	tpc_object_free(obj);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bundles_know_their_source_lines),
		cmocka_unit_test(labels_keep_the_order_of_their_definition),
		cmocka_unit_test(an_object_knows_its_source),
		cmocka_unit_test(headers_keep_their_line_numbers),
		cmocka_unit_test(an_empty_text_is_an_empty_object),
		cmocka_unit_test(the_text_need_not_end_in_a_terminator),
		cmocka_unit_test(an_error_leaves_the_output_alone),
		cmocka_unit_test(errors_need_no_collector),
		cmocka_unit_test(all_errors_of_a_text_are_reported),
		cmocka_unit_test(a_flood_of_errors_ends_early),
		cmocka_unit_test(disassembly_assembles_to_the_same_code),
		cmocka_unit_test(a_full_device_is_an_error_of_the_disassembler),
	};

	return cmocka_run_group_tests_name("asm", tests, NULL, NULL);
}
