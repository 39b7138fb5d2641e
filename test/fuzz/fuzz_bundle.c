// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Fuzz target: single bundles, on every generation, compressed ones as well. A
 * word that decodes must encode to itself, and its text must parse to a bundle
 * with the same bytes and the same text. What fits half a bundle must come back
 * from it as the same text.
 */
#include "tpc/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PC 0x4000

static const struct tpc_isa *isa;
static struct tpc_diags *diags;

static void fail(const char *what, const char *text, const char *why)
{
	fprintf(stderr, "%s: '%s': %s\n", what, text, why);
	tpc_diags_print(diags, stderr);
	abort();
}

static int resolve(void *ctx, const char *name, size_t len,
		   struct tpc_value *value)
{
	if (len != 1 || *name != '.')
		return -1;
	*value = (struct tpc_value){.num = PC, .labels = 1};
	return 0;
}

static void print(const struct tpc_bundle *bundle, char *text, size_t size)
{
	struct tpc_printer printer = {.isa = isa, .pc = PC};
	int len = tpc_print_bundle(&printer, bundle, text, size);

	if (len < 0 || (size_t)len >= size)
		fail("print", text, "no text, or longer than announced");
}

static void parse(const char *text, struct tpc_bundle *bundle)
{
	struct tpc_parser parser = {
		.isa = isa,
		.file = "fuzz.s",
		.line = 1,
		.pc = PC,
		.resolve = resolve,
	};

	diags = tpc_diags_new();
	parser.diags = diags;
	if (tpc_parse_bundle(&parser, text, strlen(text), 1, bundle))
		fail("parse", text, "printed text does not parse");
	tpc_diags_free(diags);
	diags = NULL;
}

/* How whole bundles and halves of them are coded. */
struct coding {
	size_t size;
	int (*decode)(const struct tpc_isa *isa, const uint8_t *bytes,
		      struct tpc_bundle *bundle, char *why, size_t why_size);
	int (*encode)(const struct tpc_isa *isa,
		      const struct tpc_bundle *bundle, uint8_t *bytes,
		      char *why, size_t why_size);
};

static const struct coding whole = {TPC_BUNDLE_BYTES, tpc_decode, tpc_encode};
static const struct coding half = {TPC_HALF_BYTES, tpc_decode_half,
				   tpc_encode_half};

static void check_encode(const struct coding *coding,
			 const struct tpc_bundle *bundle, const uint8_t *want,
			 const char *text)
{
	uint8_t bytes[TPC_BUNDLE_BYTES];
	char why[160] = "";

	if (coding->encode(isa, bundle, bytes, why, sizeof(why)))
		fail("encode", text, why);
	if (memcmp(bytes, want, coding->size))
		fail("encode", text, "other bytes");
}

static void check_text(const struct tpc_bundle *bundle, const char *text)
{
	char again[TPC_BUNDLE_TEXT_MAX];

	print(bundle, again, sizeof(again));
	if (strcmp(text, again))
		fail("print", text, again);
}

static void check_fit(const struct tpc_bundle *bundle, const char *text)
{
	uint8_t bytes[TPC_HALF_BYTES];
	struct tpc_bundle back;
	char why[160] = "";

	if (tpc_encode_half(isa, bundle, bytes, why, sizeof(why)) ||
	    tpc_decode_half(isa, bytes, &back, why, sizeof(why)))
		fail("half", text, why);
	check_text(&back, text);
}

static void check_word(const struct coding *coding, const uint8_t *data)
{
	char text[TPC_BUNDLE_TEXT_MAX];
	struct tpc_bundle bundle, parsed;
	char why[160] = "";

	if (coding->decode(isa, data, &bundle, why, sizeof(why))) {
		if (!*why)
			fail("decode", "", "refused without a reason");
		return;
	}
	print(&bundle, text, sizeof(text));
	check_encode(coding, &bundle, data, text);
	parse(text, &parsed);
	check_encode(coding, &parsed, data, text);
	check_text(&parsed, text);
	if (tpc_has_halves(isa) && tpc_fits_half(isa, &bundle))
		check_fit(&bundle, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct coding *coding = size == half.size ? &half : &whole;
	int cpu;

	if (size != coding->size)
		return 0;
	for (cpu = 0; tpc_cpu_name(cpu); cpu++) {
		isa = tpc_isa_get(cpu);
		if (isa && (coding == &whole || tpc_has_halves(isa)))
			check_word(coding, data);
	}
	return 0;
}
