// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Every row of the recorded vectors and of the samples beside this file:
 * text to bytes, bytes to canonical text, canonical text to bytes.
 */
#include "random_op.h"
#include "vector_file.h"

#include "isa_tables.h"
#include "tpc/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

#define MAX_SHOWN     20
#define MAX_UNCOVERED 64

static const char *vector_dir, *source_dir;

struct state {
	const struct tpc_isa *isa;
	unsigned rows, failures, uncovered_rows;
	char uncovered[MAX_UNCOVERED][128];
	unsigned num_uncovered;
};

static void read_uncovered(struct state *st)
{
	char path[4096], line[sizeof(st->uncovered[0])];
	FILE *f;

	snprintf(path, sizeof(path), "%s/uncovered.txt", source_dir);
	f = fopen(path, "r");
	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		line[strcspn(line, " \t\n")] = 0;
		if (!line[0] || line[0] == '#')
			continue;
		assert_true(st->num_uncovered < MAX_UNCOVERED);
		memcpy(st->uncovered[st->num_uncovered++], line, sizeof(line));
	}
	fclose(f);
	print_message("not covered: %s", st->num_uncovered ? "" : "nothing");
	for (unsigned i = 0; i < st->num_uncovered; i++)
		print_message(" %s", st->uncovered[i]);
	print_message("\n");
}

/* Whether a slot of the text starts with a mnemonic that is not covered. */
static bool is_uncovered(const struct state *st, const char *text)
{
	unsigned i;
	size_t len;

	for (; text; text = strchr(text, ';')) {
		text += strspn(text, "; ");
		len = strcspn(text, " .;");
		for (i = 0; i < st->num_uncovered; i++)
			if (strlen(st->uncovered[i]) == len &&
			    !strncasecmp(text, st->uncovered[i], len))
				return true;
	}
	return false;
}

static bool text_gives(const struct state *st, const char *text,
		       const uint8_t *want)
{
	struct tpc_parser p = {.isa = st->isa};
	struct tpc_bundle bundle;
	uint8_t bytes[TPC_BUNDLE_BYTES];

	return !tpc_parse_bundle(&p, text, strlen(text), 1, &bundle) &&
	       !tpc_encode(st->isa, &bundle, bytes, NULL, 0) &&
	       !memcmp(bytes, want, sizeof(bytes));
}

/* NULL if all directions hold, or the first that does not. */
static const char *check_row(const struct state *st,
			     const struct vector_row *row, bool lossy)
{
	struct tpc_printer p = {.isa = st->isa};
	char text[TPC_BUNDLE_TEXT_MAX];
	struct tpc_bundle bundle;
	uint8_t bytes[TPC_BUNDLE_BYTES];

	if (!text_gives(st, row->text, row->bytes))
		return "text to bytes";
	if (tpc_decode(st->isa, row->bytes, &bundle, NULL, 0))
		return lossy ? NULL : "bytes to bundle";
	if (tpc_encode(st->isa, &bundle, bytes, NULL, 0) ||
	    memcmp(bytes, row->bytes, sizeof(bytes)))
		return "bundle to bytes";
	if (tpc_print_bundle(&p, &bundle, text, sizeof(text)) >=
	    (int)sizeof(text))
		return "length of the text";
	if (!lossy && strcmp(text, row->canonical))
		return "bytes to text";
	/* Ours is never lossy. */
	return text_gives(st, text, row->bytes) ? NULL
						: "canonical text to bytes";
}

static void run_file(struct state *st, const char *dir, const char *name,
		     bool lossy)
{
	struct vector_file vf;
	struct vector_row row;
	const char *what;

	if (vector_open(&vf, dir, name)) {
		print_message("skipped: no %s/%s\n", dir, name);
		skip();
	}
	read_uncovered(st);
	while (vector_next(&vf, &row)) {
		bool expect_failure = is_uncovered(st, row.text);

		what = check_row(st, &row, lossy);
		st->rows++;
		st->uncovered_rows += expect_failure;
		if (!what != expect_failure)
			continue;
		if (st->failures++ >= MAX_SHOWN)
			continue;
		print_error("%s:%u: %s: %s\n", name, row.line,
			    what ? what : "passes, but is listed as uncovered",
			    row.text);
	}
	vector_close(&vf);
	print_message("%s: %u rows, %u of them not covered, %u failures\n",
		      name, st->rows, st->uncovered_rows, st->failures);
	assert_int_equal(st->failures, 0);
	assert_true(st->rows > 100);
}

/* @state is the name of the processor. */
static void run_vectors(void **state, const char *dir, const char *suffix,
			bool lossy)
{
	const char *cpu = *state;
	int number = tpc_cpu_by_name(cpu);
	struct state st = {.isa = NULL};
	char name[64];

	assert_true(number >= 0);
	st.isa = tpc_isa_get(number);
	snprintf(name, sizeof(name), "%s%s", cpu, suffix);
	run_file(&st, dir, name, lossy);
}

static void vectors_hold_in_all_directions(void **state)
{
	run_vectors(state, vector_dir, ".tsv", false);
}

static void lossy_vectors_assemble_and_keep_their_bytes(void **state)
{
	run_vectors(state, vector_dir, ".lossy.tsv", true);
}

static void samples_hold_in_all_directions(void **state)
{
	run_vectors(state, source_dir, "-samples.tsv", false);
}

/* A form that no sample shows is a form that nothing outside vectors tests. */
static void samples_show_every_form(void **state)
{
	const struct tpc_isa *isa = tpc_isa_get(tpc_cpu_by_name(*state));
	unsigned n = tpc_isa_num_forms(isa), missing = 0, i;
	bool *seen = calloc(n, sizeof(*seen));
	struct vector_file vf;
	struct vector_row row;
	struct tpc_bundle bundle;
	char name[64];

	assert_non_null(seen);
	snprintf(name, sizeof(name), "%s-samples.tsv", (const char *)*state);
	assert_int_equal(vector_open(&vf, source_dir, name), 0);
	while (vector_next(&vf, &row)) {
		assert_int_equal(tpc_decode(isa, row.bytes, &bundle, NULL, 0),
				 0);
		for (i = 0; i < TPC_NUM_SLOTS; i++)
			seen[bundle.op[i].form] = true;
	}
	vector_close(&vf);
	for (i = 0; i < n; i++) {
		if (seen[i] || !random_has_form(isa, i))
			continue;
		print_error("no sample of %s\n", tpc_isa_form(isa, i)->name);
		missing++;
	}
	free(seen);
	assert_int_equal(missing, 0);
}

int main(int argc, char **argv)
{
#define VECTORS(cpu)                                                      \
	{#cpu " vectors hold in all directions",                          \
	 vectors_hold_in_all_directions, NULL, NULL, #cpu},               \
		{#cpu " lossy vectors assemble and keep their bytes",     \
		 lossy_vectors_assemble_and_keep_their_bytes, NULL, NULL, \
		 #cpu},                                                   \
		{#cpu " samples hold in all directions",                  \
		 samples_hold_in_all_directions, NULL, NULL, #cpu},       \
	{                                                                 \
		#cpu " samples show every form", samples_show_every_form, \
			NULL, NULL, #cpu                                  \
	}
	const struct CMUnitTest tests[] = {
		VECTORS(goya),	VECTORS(gaudi),	 VECTORS(gaudib),
		VECTORS(greco), VECTORS(gaudi2),
	};

	if (argc != 3) {
		fprintf(stderr, "usage: %s VECTORS SOURCES\n", argv[0]);
		return 2;
	}
	vector_dir = argv[1];
	source_dir = argv[2];
	return cmocka_run_group_tests_name("isa_vectors", tests, NULL, NULL);
}
