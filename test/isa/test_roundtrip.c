// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Random bundles of all forms survive encoding, decoding, printing and parsing;
 * random bytes are decoded exactly or refused with a reason.
 */
#include "random_op.h"

#include "isa_tables.h"
#include "tpc/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define OPS_PER_FORM 200
#define FULL_BUNDLES 100000
#define RANDOM_WORDS 300000

static bool same_op(const struct tpc_op *a, const struct tpc_op *b)
{
	unsigned i;

	if (a->form != b->form || a->mnemonic != b->mnemonic ||
	    a->slot != b->slot || a->type != b->type ||
	    a->nopnds != b->nopnds || a->pred.file != b->pred.file ||
	    a->pred.index != b->pred.index || a->pred.invert != b->pred.invert)
		return false;
	for (i = 0; i < a->nopnds; i++)
		if (a->opnd[i].file != b->opnd[i].file ||
		    a->opnd[i].index != b->opnd[i].index ||
		    a->opnd[i].imm != b->opnd[i].imm)
			return false;
	return !memcmp(a->raw, b->raw, sizeof(a->raw));
}

static bool same_bundle(const struct tpc_bundle *a, const struct tpc_bundle *b)
{
	unsigned slot;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
		if (!same_op(&a->op[slot], &b->op[slot]))
			return false;
	return true;
}

/* NULL if the bundle survives everything. */
static const char *survive(const struct tpc_isa *isa,
			   const struct tpc_bundle *bundle,
			   const uint8_t *bytes)
{
	struct tpc_printer printer = {.isa = isa, .pc = 0x1000};
	struct tpc_parser parser = {.isa = isa, .pc = 0x1000};
	uint8_t again[TPC_BUNDLE_BYTES];
	char text[TPC_BUNDLE_TEXT_MAX];
	struct tpc_bundle back;

	if (tpc_decode(isa, bytes, &back, NULL, 0))
		return "decode";
	if (!same_bundle(bundle, &back))
		return "decoded bundle";
	if (tpc_print_bundle(&printer, &back, text, sizeof(text)) >=
	    (int)sizeof(text))
		return "text length";
	if (tpc_parse_bundle(&parser, text, strlen(text), 1, &back))
		return "parse";
	if (tpc_encode(isa, &back, again, NULL, 0) ||
	    memcmp(again, bytes, sizeof(again)))
		return "bytes of the text";
	return NULL;
}

static void fail_on(const struct tpc_isa *isa, const struct tpc_bundle *bundle,
		    const char *what)
{
	struct tpc_printer printer = {.isa = isa, .pc = 0x1000};
	char text[TPC_BUNDLE_TEXT_MAX];

	tpc_print_bundle(&printer, bundle, text, sizeof(text));
	fail_msg("%s: %s", what, text);
}

/* The test's state is the name of the processor. */
static const struct tpc_isa *isa_of(void **cpu)
{
	int number = tpc_cpu_by_name(*cpu);

	assert_true(number >= 0);
	return tpc_isa_get(number);
}

static void every_form_survives_alone(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle bundle;
	uint64_t state = 42;
	const char *what;
	unsigned i, k;
	char why[160];

	for (i = 0; i < tpc_isa_num_forms(isa); i++) {
		if (!random_has_form(isa, i))
			continue;
		for (k = 0; k < OPS_PER_FORM; k++) {
			struct tpc_op op;

			if (!random_op(isa, i, &state, &op))
				fail_msg("no operation of form %s",
					 tpc_isa_form(isa, i)->name);
			tpc_bundle_init(isa, &bundle);
			bundle.op[op.slot] = op;
			if (tpc_encode(isa, &bundle, bytes, why, sizeof(why)))
				fail_on(isa, &bundle, why);
			what = survive(isa, &bundle, bytes);
			if (what)
				fail_on(isa, &bundle, what);
		}
	}
}

static void random_slot(const struct tpc_isa *isa, unsigned slot,
			uint64_t *state, struct tpc_op *op)
{
	unsigned i;

	do {
		i = random_next(state) % tpc_isa_num_forms(isa);
	} while (tpc_isa_form(isa, i)->slot != slot ||
		 isa_form(isa, i)->flags & ISA_FORM_LOOP ||
		 !random_op(isa, i, state, op));
}

/*
 * Slots that share fields often cannot stand together: then encoding says so.
 * What is encoded must survive, but for the one exception of the records:
 * switches that yield may come back cleared.
 */
static void full_bundles_survive_or_are_refused(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle bundle;
	unsigned i, slot, encoded = 0, refused = 0;
	uint64_t state = 7;
	const char *what;
	char why[160];

	for (i = 0; i < FULL_BUNDLES; i++) {
		for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
			random_slot(isa, slot, &state, &bundle.op[slot]);
		why[0] = 0;
		if (tpc_encode(isa, &bundle, bytes, why, sizeof(why))) {
			assert_true(why[0]);
			refused++;
			continue;
		}
		encoded++;
		what = survive(isa, &bundle, bytes);
		if (what)
			fail_on(isa, &bundle, what);
	}
	print_message("%u bundles encoded, %u refused\n", encoded, refused);
	assert_true(encoded > FULL_BUNDLES / 20);
	assert_true(refused > FULL_BUNDLES / 20);
}

/* Returns whether the bytes were decoded; they must come back exactly. */
static bool check_bytes(const struct tpc_isa *isa, const uint8_t *bytes)
{
	uint8_t again[TPC_BUNDLE_BYTES];
	struct tpc_bundle bundle;
	char why[160] = "";
	const char *what;

	if (tpc_decode(isa, bytes, &bundle, why, sizeof(why))) {
		assert_true(why[0]);
		return false;
	}
	if (tpc_encode(isa, &bundle, again, why, sizeof(why)))
		fail_on(isa, &bundle, why);
	if (memcmp(again, bytes, sizeof(again)))
		fail_on(isa, &bundle, "other bytes");
	what = survive(isa, &bundle, bytes);
	if (what)
		fail_on(isa, &bundle, what);
	return true;
}

static void random_bytes_decode_exactly_or_fail_with_a_reason(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_BUNDLE_BYTES];
	uint64_t state = 3;
	unsigned i, k;

	for (i = 0; i < RANDOM_WORDS; i++) {
		for (k = 0; k < sizeof(bytes); k++)
			bytes[k] = random_next(&state);
		/* Mostly with the part zero that no bundle uses. */
		if (i % 4)
			memset(bytes + 24, 0, 8);
		check_bytes(isa, bytes);
	}
}

static void damaged_bundles_decode_exactly_or_fail(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_BUNDLE_BYTES];
	struct tpc_bundle bundle;
	uint64_t state = 11;
	unsigned i, k, decoded = 0, bit;

	for (i = 0; i < RANDOM_WORDS; i++) {
		unsigned form;
		struct tpc_op op;

		do {
			form = random_next(&state) % tpc_isa_num_forms(isa);
		} while (!random_has_form(isa, form));
		if (!random_op(isa, form, &state, &op))
			continue;
		tpc_bundle_init(isa, &bundle);
		bundle.op[op.slot] = op;
		if (tpc_encode(isa, &bundle, bytes, NULL, 0))
			continue;
		for (k = random_next(&state) % 3 + 1; k; k--) {
			bit = random_next(&state) % 192;
			bytes[bit / 8] ^= 1 << bit % 8;
		}
		decoded += check_bytes(isa, bytes);
	}
	print_message("%u damaged bundles were decoded\n", decoded);
	assert_true(decoded > RANDOM_WORDS / 20);
}

int main(void)
{
#define OF(cpu, test) {#cpu ": " #test, test, NULL, NULL, #cpu}
#define ALL_OF(cpu)                                                         \
	OF(cpu, every_form_survives_alone),                                 \
		OF(cpu, full_bundles_survive_or_are_refused),               \
		OF(cpu, random_bytes_decode_exactly_or_fail_with_a_reason), \
		OF(cpu, damaged_bundles_decode_exactly_or_fail)
	const struct CMUnitTest tests[] = {
		ALL_OF(goya),  ALL_OF(gaudi),  ALL_OF(gaudib),
		ALL_OF(greco), ALL_OF(gaudi2),
	};

	return cmocka_run_group_tests_name("isa_roundtrip", tests, NULL, NULL);
}
