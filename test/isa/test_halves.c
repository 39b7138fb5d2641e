// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Compressed bundles: what has a compressed form survives it, damaged ones are
 * decoded exactly or refused, and jumps are found in both of a pair.
 */
#include "random_op.h"

#include "isa_tables.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define TRIES 100000

/* The test's state is the name of the processor. */
static const struct tpc_isa *isa_of(void **cpu)
{
	int number = tpc_cpu_by_name(*cpu);

	assert_true(number >= 0);
	return tpc_isa_get(number);
}

static void random_slot(const struct tpc_isa *isa, unsigned slot,
			uint64_t *state, struct tpc_bundle *bundle)
{
	unsigned i;

	do {
		i = random_next(state) % tpc_isa_num_forms(isa);
	} while (tpc_isa_form(isa, i)->slot != slot ||
		 isa_form(isa, i)->flags & ISA_FORM_LOOP ||
		 !random_op(isa, i, state, &bundle->op[slot]));
}

/* Operations in one or both of the slots of a kind of compressed bundles. */
static void random_half(const struct tpc_isa *isa, uint64_t *state,
			struct tpc_bundle *bundle)
{
	static const unsigned slots[2][2] = {{TPC_SLOT_LOAD, TPC_SLOT_STORE},
					     {TPC_SLOT_SPU, TPC_SLOT_VPU}};
	const unsigned *pair = slots[random_next(state) % 2];
	unsigned used = random_next(state) % 3;

	tpc_bundle_init(isa, bundle);
	if (used != 1)
		random_slot(isa, pair[0], state, bundle);
	if (used != 0)
		random_slot(isa, pair[1], state, bundle);
}

static bool same_bundle(const struct tpc_bundle *a, const struct tpc_bundle *b)
{
	unsigned slot;

	for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
		if (a->op[slot].form != b->op[slot].form ||
		    memcmp(a->op[slot].raw, b->op[slot].raw,
			   sizeof(a->op[slot].raw)))
			return false;
	return true;
}

/* Makes a compressed bundle; false if there is none. */
static bool make_half(const struct tpc_isa *isa, uint64_t *state,
		      struct tpc_bundle *bundle, uint8_t *bytes)
{
	uint8_t full[TPC_BUNDLE_BYTES];
	char why[160] = "";

	random_half(isa, state, bundle);
	if (!tpc_encode_half(isa, bundle, bytes, why, sizeof(why)))
		return true;
	/* What excludes each other does so in full, too. */
	assert_true(why[0]);
	assert_true(!tpc_fits_half(isa, bundle) ||
		    tpc_encode(isa, bundle, full, NULL, 0));
	return false;
}

static void what_has_a_compressed_form_survives_it(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_HALF_BYTES];
	struct tpc_bundle bundle, back;
	unsigned i, made = 0;
	uint64_t state = 5;
	char why[160];

	for (i = 0; i < TRIES; i++) {
		if (!make_half(isa, &state, &bundle, bytes))
			continue;
		made++;
		assert_true(tpc_fits_half(isa, &bundle));
		assert_true(tpc_is_half(isa, bytes));
		if (tpc_decode_half(isa, bytes, &back, why, sizeof(why)))
			fail_msg("%s", why);
		assert_true(same_bundle(&bundle, &back));
	}
	print_message("%u of %u bundles were compressed\n", made, TRIES);
	assert_true(made > TRIES / 2);
	assert_true(made < TRIES);
}

static void bundles_that_do_not_fit_are_refused(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_HALF_BYTES] = {0xaa};
	struct tpc_bundle bundle;
	uint64_t state = 6;
	char why[160] = "";

	tpc_bundle_init(isa, &bundle);
	assert_true(tpc_fits_half(isa, &bundle));
	do {
		random_slot(isa, TPC_SLOT_SPU, &state, &bundle);
	} while (bundle.op[TPC_SLOT_SPU].form == isa->nop[TPC_SLOT_SPU]);
	assert_true(tpc_fits_half(isa, &bundle));
	do {
		random_slot(isa, TPC_SLOT_STORE, &state, &bundle);
	} while (bundle.op[TPC_SLOT_STORE].form == isa->nop[TPC_SLOT_STORE]);
	assert_false(tpc_fits_half(isa, &bundle));
	assert_int_equal(tpc_encode_half(isa, &bundle, bytes, why, sizeof(why)),
			 -EINVAL);
	assert_non_null(strstr(why, "has no compressed form"));
	assert_int_equal(bytes[0], 0xaa);
}

static void damaged_halves_decode_exactly_or_fail(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_HALF_BYTES], again[TPC_HALF_BYTES];
	unsigned i, k, bit, decoded = 0, failed = 0;
	struct tpc_bundle bundle;
	uint64_t state = 12;
	char why[160];

	for (i = 0; i < TRIES; i++) {
		if (!make_half(isa, &state, &bundle, bytes))
			continue;
		for (k = random_next(&state) % 3 + 1; k; k--) {
			bit = random_next(&state) % (8 * TPC_HALF_BYTES);
			bytes[bit / 8] ^= 1 << bit % 8;
		}
		why[0] = 0;
		if (tpc_decode_half(isa, bytes, &bundle, why, sizeof(why))) {
			assert_true(why[0]);
			failed++;
			continue;
		}
		decoded++;
		assert_int_equal(tpc_encode_half(isa, &bundle, again, NULL, 0),
				 0);
		assert_memory_equal(again, bytes, sizeof(again));
	}
	assert_true(decoded > TRIES / 20);
	assert_true(failed > TRIES / 20);
}

static void set_bits(uint8_t *bytes, unsigned lo, uint64_t value)
{
	for (; value; value >>= 1, lo++)
		bytes[lo / 8] |= (value & 1) << lo % 8;
}

/* Assemblers give NOPs the form of LOAD and STORE. */
static void nops_of_the_other_form_are_refused(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	unsigned refused = 0, slot, i;
	struct tpc_bundle bundle;
	char why[160];

	for (i = 0; i < isa->num_halves; i++) {
		const struct isa_half *half = &isa->halves[i];
		uint8_t bytes[TPC_HALF_BYTES] = {0};

		set_bits(bytes, 0, half->value[0]);
		for (slot = 0; slot < TPC_NUM_SLOTS; slot++)
			if (half->layout[slot].num_fields)
				set_bits(bytes, half->layout[slot].fields[0].lo,
					 isa_form(isa, isa->nop[slot])
						 ->pub.opcode);
		assert_true(tpc_is_half(isa, bytes));
		refused += tpc_decode_half(isa, bytes, &bundle, why,
					   sizeof(why)) != 0;
	}
	assert_int_equal(isa->num_halves, 2);
	assert_int_equal(refused, 1);
}

static bool has_label(const struct tpc_form *form)
{
	unsigned i;

	for (i = 0; i < form->nopnds; i++)
		if (form->opnd[i].flags & TPC_OPND_LABEL)
			return true;
	return false;
}

/* Whether some form of the SPU with this opcode has a target. */
static bool is_jump(const struct tpc_isa *isa, const struct tpc_op *op)
{
	unsigned opcode = tpc_isa_form(isa, op->form)->opcode, i;

	for (i = 0; i < tpc_isa_num_forms(isa); i++) {
		const struct tpc_form *form = tpc_isa_form(isa, i);

		if (form->slot == TPC_SLOT_SPU && form->opcode == opcode &&
		    has_label(form) && form->cpus >> isa->cpu & 1)
			return true;
	}
	return false;
}

static void jumps_are_found_in_both_of_a_pair(void **cpu)
{
	const struct tpc_isa *isa = isa_of(cpu);
	uint8_t bytes[TPC_BUNDLE_BYTES];
	unsigned i, half, found[2] = {0};
	struct tpc_bundle bundle[2];
	uint64_t state = 8;

	for (i = 0; i < TRIES / 10; i++) {
		bool jump[2];

		for (half = 0; half < 2; half++) {
			const struct tpc_op *op;

			while (!make_half(isa, &state, &bundle[half],
					  bytes + half * TPC_HALF_BYTES))
				continue;
			op = &bundle[half].op[TPC_SLOT_SPU];
			jump[half] = is_jump(isa, op);
			found[half] += jump[half];
		}
		assert_int_equal(tpc_may_jump(isa, bytes), jump[0] || jump[1]);
	}
	assert_true(found[0] && found[1]);
}

int main(void)
{
#define OF(cpu, test) {#cpu ": " #test, test, NULL, NULL, #cpu}
#define ALL_OF(cpu)                                             \
	OF(cpu, what_has_a_compressed_form_survives_it),        \
		OF(cpu, bundles_that_do_not_fit_are_refused),   \
		OF(cpu, damaged_halves_decode_exactly_or_fail), \
		OF(cpu, nops_of_the_other_form_are_refused),    \
		OF(cpu, jumps_are_found_in_both_of_a_pair)
	const struct CMUnitTest tests[] = {
		ALL_OF(greco),
		ALL_OF(gaudi2),
	};

	return cmocka_run_group_tests_name("isa_halves", tests, NULL, NULL);
}
