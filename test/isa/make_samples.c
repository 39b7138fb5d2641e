// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Prints sample bundles: for every form a few with that operation alone, then
 * full bundles of random operations. The output is checked against the recorded
 * vectors' rules by hand once and then committed:
 *
 *	isa_samples gaudi > gaudi-samples.tsv
 */
#include "random_op.h"

#include "isa_tables.h"
#include "tpc/text.h"

#include <stdio.h>
#include <string.h>

#define ALONE 2
#define FULL  200

/* Another spelling of the canonical text, for the first column. */
static void respell(const char *text, unsigned how, char *out)
{
	char *start = out;

	for (; *text; text++) {
		*out = *text;
		if (how & 1 && *text >= 'a' && *text <= 'z' &&
		    !(text > start && text[-1] == '0' && *text == 'x'))
			*out = *text - 'a' + 'A';
		out++;
		if (how & 2 && *text == ',')
			*out++ = ' ';
	}
	*out = 0;
	/* Trailing nop slots may be left out. */
	while (how & 4 && out - start > 5 &&
	       (!strcmp(out - 5, "; nop") || !strcmp(out - 5, "; NOP"))) {
		out -= 5;
		*out = 0;
	}
}

static void print_row(const struct tpc_isa *isa,
		      const struct tpc_bundle *bundle, unsigned how)
{
	struct tpc_printer p = {.isa = isa};
	char text[TPC_BUNDLE_TEXT_MAX], other[2 * TPC_BUNDLE_TEXT_MAX];
	uint8_t bytes[TPC_BUNDLE_BYTES];
	unsigned i;

	if (tpc_encode(isa, bundle, bytes, NULL, 0))
		return;
	tpc_print_bundle(&p, bundle, text, sizeof(text));
	respell(text, how, other);
	printf("%s\t", other);
	for (i = 0; i < sizeof(bytes); i++)
		printf("%02x", bytes[i]);
	printf("\t%s\n", text);
}

int main(int argc, char **argv)
{
	int cpu = argc == 2 ? tpc_cpu_by_name(argv[1]) : -1;
	const struct tpc_isa *isa = cpu < 0 ? NULL : tpc_isa_get(cpu);
	uint64_t state = 1;
	struct tpc_bundle bundle;
	struct tpc_op op;
	unsigned n, i, k, slot;

	if (!isa) {
		fprintf(stderr, "usage: %s PROCESSOR\n", argv[0]);
		return 2;
	}
	n = tpc_isa_num_forms(isa);
	puts("# Made by isa_samples (make_samples.c); columns as in the "
	     "recorded vectors.");
	for (i = 0; i < n; i++)
		for (k = 0; k < ALONE; k++) {
			if (!random_op(isa, i, &state, &op))
				break;
			tpc_bundle_init(isa, &bundle);
			bundle.op[op.slot] = op;
			print_row(isa, &bundle, i % 8);
		}
	for (k = 0; k < FULL;) {
		tpc_bundle_init(isa, &bundle);
		for (slot = 0; slot < TPC_NUM_SLOTS; slot++) {
			i = random_next(&state) % n;
			if (tpc_isa_form(isa, i)->slot != slot ||
			    isa_form(isa, i)->flags & ISA_FORM_LOOP ||
			    !random_op(isa, i, &state, &bundle.op[slot]))
				slot--;
		}
		if (tpc_encode(isa, &bundle, (uint8_t[TPC_BUNDLE_BYTES]){0},
			       NULL, 0))
			continue;
		print_row(isa, &bundle, k++ % 8);
	}
	return 0;
}
