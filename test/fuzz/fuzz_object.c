// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Fuzz target: object files. Whatever is read must survive being written and
 * the checks, and its disassembly must assemble to its code.
 */
#include "tpc/asm.h"
#include "tpc/check.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(cond)                                                        \
	do {                                                               \
		if (!(cond)) {                                             \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, \
				#cond);                                    \
			abort();                                           \
		}                                                          \
	} while (0)

static void check_code(struct tpc_object *a, struct tpc_object *b)
{
	const uint8_t *code_a, *code_b;
	size_t size_a, size_b;

	code_a = tpc_object_code(a, &size_a);
	code_b = tpc_object_code(b, &size_b);
	CHECK(size_a == size_b);
	CHECK(!size_a || !memcmp(code_a, code_b, size_a));
	tpc_object_free(b);
}

static void check_file(struct tpc_object *obj)
{
	struct tpc_object *back = NULL;
	uint8_t *bytes;
	size_t size;

	CHECK(!tpc_object_write(obj, &bytes, &size));
	CHECK(!tpc_object_read(bytes, size, "fuzz.o", NULL, &back));
	CHECK(tpc_object_cpu(back) == tpc_object_cpu(obj));
	CHECK(tpc_object_num_notes(back) == tpc_object_num_notes(obj));
	free(bytes);
	check_code(obj, back);
}

static void check_text(struct tpc_object *obj)
{
	int known = tpc_object_cpu(obj);
	enum tpc_cpu cpu = known < 0 ? TPC_CPU_GAUDI : known;
	struct tpc_disasm_options options = {.cpu = cpu};
	struct tpc_asm_options asm_options = {.cpu = cpu, .name = "fuzz.s"};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *back = NULL;
	char *text = NULL;
	size_t size;
	FILE *f = open_memstream(&text, &size);

	CHECK(!tpc_disassemble(obj, &options, f));
	fclose(f);
	if (tpc_assemble(text, size, &asm_options, diags, &back)) {
		tpc_diags_print(diags, stderr);
		CHECK(!"the disassembly assembles");
	}
	tpc_diags_free(diags);
	free(text);
	check_code(obj, back);
}

static void check_rules(const struct tpc_object *obj)
{
	struct tpc_diags *diags = tpc_diags_new();
	int found = tpc_check(obj, "fuzz.o", TPC_CHECK_ALL, diags);

	CHECK(found >= 0 || found == -EILSEQ || found == -ENOTSUP);
	CHECK((found == -EILSEQ) == !!tpc_diags_errors(diags));
	tpc_diags_free(diags);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	int err;

	err = tpc_object_read(data, size, "fuzz.o", diags, &obj);
	CHECK(!err == !tpc_diags_errors(diags));
	CHECK(!err == !!obj);
	tpc_diags_free(diags);
	if (err)
		return 0;
	check_file(obj);
	check_text(obj);
	check_rules(obj);
	tpc_object_free(obj);
	return 0;
}
