// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Fuzz target: assembly text, of a generation that its size chooses, with and
 * without compression. Whatever assembles must survive a file, the checks and
 * a listing, and must come back as the same code from its disassembly; whatever
 * does not must give a message.
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

static enum tpc_cpu cpu;

/* Checks follow all paths; much code would take long. */
#define MOST_CHECKED (1 << 12)

static struct tpc_object *assemble(const char *text, size_t size, bool compress,
				   FILE *listing)
{
	struct tpc_asm_options options = {
		.cpu = cpu,
		.name = "fuzz.s",
		.compress = compress,
		.listing = listing,
	};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	char *out = NULL;
	size_t out_size;
	FILE *f;
	int err;

	err = tpc_assemble(text, size, &options, diags, &obj);
	CHECK(!err == !tpc_diags_errors(diags));
	CHECK(!err == !!obj);
	f = open_memstream(&out, &out_size);
	tpc_diags_print(diags, f);
	fclose(f);
	CHECK(!err || out_size);
	free(out);
	tpc_diags_free(diags);
	return obj;
}

static struct tpc_object *through_file(const struct tpc_object *obj)
{
	struct tpc_object *back = NULL;
	uint8_t *bytes;
	size_t size;

	CHECK(!tpc_object_write(obj, &bytes, &size));
	CHECK(!tpc_object_read(bytes, size, "fuzz.o", NULL, &back));
	free(bytes);
	return back;
}

static struct tpc_object *through_text(const struct tpc_object *obj)
{
	struct tpc_disasm_options options = {
		.cpu = cpu, .addresses = true, .raw = true};
	struct tpc_object *back;
	char *text = NULL;
	size_t size;
	FILE *f = open_memstream(&text, &size);

	CHECK(!tpc_disassemble(obj, &options, f));
	CHECK(!tpc_print_metadata(tpc_object_metadata(obj), f));
	fclose(f);
	back = assemble(text, size, false, NULL);
	if (!back)
		fputs(text, stderr);
	CHECK(back);
	free(text);
	return back;
}

static void check_rules(const struct tpc_object *obj)
{
	struct tpc_diags *diags = tpc_diags_new();
	int found = tpc_check(obj, "fuzz.o", TPC_CHECK_ALL, diags);

	CHECK(found >= 0 || found == -EILSEQ);
	CHECK((found == -EILSEQ) == !!tpc_diags_errors(diags));
	tpc_diags_free(diags);
}

static void check_same(struct tpc_object *a, struct tpc_object *b)
{
	const uint8_t *code_a, *code_b;
	size_t size_a, size_b;

	code_a = tpc_object_code(a, &size_a);
	code_b = tpc_object_code(b, &size_b);
	CHECK(size_a == size_b);
	CHECK(!size_a || !memcmp(code_a, code_b, size_a));
	tpc_object_free(b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct tpc_object *obj;
	size_t code_size, listing_size;
	char *listing = NULL;
	FILE *f;
	int count = 0;

	while (tpc_cpu_name(count))
		count++;
	cpu = (TPC_CPU_GAUDI + size) % count;
	if (!tpc_isa_get(cpu))
		return 0;
	f = open_memstream(&listing, &listing_size);
	obj = assemble((const char *)data, size, size / count % 2, f);
	fclose(f);
	free(listing);
	if (!obj)
		return 0;
	check_same(obj, through_file(obj));
	/* Alignments make a lot of code of a little text. */
	tpc_object_code(obj, &code_size);
	if (code_size <= MOST_CHECKED)
		check_rules(obj);
	if (code_size < 1 << 16)
		check_same(obj, through_text(obj));
	tpc_object_free(obj);
	return 0;
}
