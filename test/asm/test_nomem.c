// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Running out of memory: every allocation of the library fails once, in turn.
 * The call must say -ENOMEM, leave its outputs alone and lose nothing (which
 * the leak checker of sanitizer builds sees).
 */
#include "tpc/asm.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The linker sends the library's allocations here. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t size);
void *__real_reallocarray(void *p, size_t n, size_t size);
char *__real_strdup(const char *s);
char *__real_strndup(const char *s, size_t n);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t size);
void *__wrap_reallocarray(void *p, size_t n, size_t size);
char *__wrap_strdup(const char *s);
char *__wrap_strndup(const char *s, size_t n);

/* Allocations until the one that fails; negative: none does. */
static long countdown = -1;

static int fails(void)
{
	return countdown >= 0 && !countdown--;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t n, size_t size)
{
	return fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *p, size_t size)
{
	return fails() ? NULL : __real_realloc(p, size);
}

void *__wrap_reallocarray(void *p, size_t n, size_t size)
{
	return fails() ? NULL : __real_reallocarray(p, n, size);
}

char *__wrap_strdup(const char *s)
{
	return fails() ? NULL : __real_strdup(s);
}

char *__wrap_strndup(const char *s, size_t n)
{
	return fails() ? NULL : __real_strndup(s, n);
}

/* Something for every allocation of the assembler. */
static const char text[] = "@arg a f32\n"
			   "\t.globl main\n"
			   "main: nop /* copied */; nop\n"
			   "\tloop 0, S1, 1, <, end\n"
			   "\tnop\n"
			   "end:\tnop; jmpr -64\n"
			   "\t.set N, 3\n"
			   "\t.section .IndexMap\n"
			   "\tSCEVBEGIN #SCEVEND\n"
			   "\t.text\n"
			   "\t.p2align 7\n"
			   "\thalt\n";

static int assemble(struct tpc_diags *diags, struct tpc_object **obj)
{
	struct tpc_asm_options options = {.cpu = TPC_CPU_GAUDI, .name = "k.s"};

	return tpc_assemble(text, strlen(text), &options, diags, obj);
}

static struct tpc_object *assembled(void)
{
	struct tpc_object *obj = NULL;

	assert_int_equal(assemble(NULL, &obj), 0);
	return obj;
}

static void the_assembler_says_so(void **state)
{
	struct tpc_object *obj = NULL;
	long n;
	int err;

	for (n = 0; !obj; n++) {
		countdown = n;
		err = assemble(NULL, &obj);
		countdown = -1;
		assert_int_equal(err, obj ? 0 : -ENOMEM);
	}
	/* Fewer allocations than that would mean that none was tried. */
	assert_true(n > 15);
	tpc_object_free(obj);
}

/* A message that cannot be kept must not turn an error into success. */
static void a_lost_message_still_counts(void **state)
{
	struct tpc_asm_options options = {.cpu = TPC_CPU_GAUDI, .name = "k.s"};
	struct tpc_object *obj = NULL;
	struct tpc_diags *diags;
	long n;
	int err;

	for (n = 0; n < 30; n++) {
		diags = tpc_diags_new();
		countdown = n;
		err = tpc_assemble(".bogus\n", 7, &options, diags, &obj);
		countdown = -1;
		assert_true(err == -EINVAL || err == -ENOMEM);
		assert_null(obj);
		tpc_diags_free(diags);
	}
}

static void the_writer_says_so(void **state)
{
	struct tpc_object *obj = assembled();
	uint8_t *bytes = NULL;
	size_t size = 0;
	long n;
	int err;

	for (n = 0; !bytes; n++) {
		countdown = n;
		err = tpc_object_write(obj, &bytes, &size);
		countdown = -1;
		assert_true(bytes ? !err : err == -ENOMEM || err == -EIO);
	}
	assert_true(n > 3);
	free(bytes);
	tpc_object_free(obj);
}

static void the_reader_says_so(void **state)
{
	struct tpc_object *obj = assembled(), *back = NULL;
	uint8_t *bytes;
	size_t size;
	long n;
	int err;

	assert_int_equal(tpc_object_write(obj, &bytes, &size), 0);
	for (n = 0; !back; n++) {
		countdown = n;
		err = tpc_object_read(bytes, size, "k.o", NULL, &back);
		countdown = -1;
		assert_int_equal(err, back ? 0 : -ENOMEM);
	}
	assert_true(n > 7);
	free(bytes);
	tpc_object_free(obj);
	tpc_object_free(back);
}

static void the_disassembler_says_so(void **state)
{
	struct tpc_disasm_options options = {.cpu = TPC_CPU_GAUDI};
	struct tpc_object *obj = assembled();
	FILE *out = fopen("/dev/null", "w");
	long n = 0;
	int err;

	assert_non_null(out);
	do {
		countdown = n++;
		err = tpc_disassemble(obj, &options, out);
		countdown = -1;
		assert_true(!err || err == -ENOMEM);
	} while (err);
	assert_true(n > 4);
	fclose(out);
	tpc_object_free(obj);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_assembler_says_so),
		cmocka_unit_test(a_lost_message_still_counts),
		cmocka_unit_test(the_writer_says_so),
		cmocka_unit_test(the_reader_says_so),
		cmocka_unit_test(the_disassembler_says_so),
	};

	return cmocka_run_group_tests_name("nomem", tests, NULL, NULL);
}
