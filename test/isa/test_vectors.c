// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Every row of the recorded vectors and of the samples beside this file:
 * text to bytes, bytes to canonical text, canonical text to bytes.
 */
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
	bool (*leave_out)(const char *text); /* may be NULL */
	unsigned rows, failures, uncovered_rows, skipped;
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
		return "bytes to bundle";
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

/*
 * Whether a row of the B variant uses what only that variant has: fp16
 * arithmetic, lanes of UNPACK, more kinds of MOV_DG.
 */
static bool is_gaudib_only(const char *text)
{
	static const char *const words[] = {".f16",   " f16",	"=f16",
					    "fp16",   "unpack", "mdg_type",
					    ".single"};
	size_t i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcasestr(text, words[i]))
			return true;
	return false;
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

		if (st->leave_out && st->leave_out(row.text)) {
			st->skipped++;
			continue;
		}
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
	print_message("%s: %u rows, %u of them not covered, %u failures, "
		      "%u rows left out\n",
		      name, st->rows, st->uncovered_rows, st->failures,
		      st->skipped);
	assert_int_equal(st->failures, 0);
	assert_true(st->rows > 100);
}

static void gaudi_vectors_hold_in_all_directions(void **unused)
{
	struct state st = {.isa = tpc_isa_get(TPC_CPU_GAUDI)};

	run_file(&st, vector_dir, "gaudi.tsv", false);
}

static void gaudi_lossy_vectors_assemble_and_keep_their_bytes(void **unused)
{
	struct state st = {.isa = tpc_isa_get(TPC_CPU_GAUDI)};

	run_file(&st, vector_dir, "gaudi.lossy.tsv", true);
}

/* The B variant has Gaudi's encodings: more rows for the same rules. */
static void gaudib_vectors_hold_where_it_is_a_gaudi(void **unused)
{
	struct state st = {
		.isa = tpc_isa_get(TPC_CPU_GAUDI),
		.leave_out = is_gaudib_only,
	};

	run_file(&st, vector_dir, "gaudib.tsv", false);
}

static void samples_hold_in_all_directions(void **unused)
{
	struct state st = {.isa = tpc_isa_get(TPC_CPU_GAUDI)};

	run_file(&st, source_dir, "gaudi-samples.tsv", false);
}

/* A form that no sample shows is a form that nothing outside vectors tests. */
static void samples_show_every_form(void **unused)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	unsigned n = tpc_isa_num_forms(isa), missing = 0, i;
	bool *seen = calloc(n, sizeof(*seen));
	struct vector_file vf;
	struct vector_row row;
	struct tpc_bundle bundle;

	assert_non_null(seen);
	assert_int_equal(vector_open(&vf, source_dir, "gaudi-samples.tsv"), 0);
	while (vector_next(&vf, &row)) {
		assert_int_equal(tpc_decode(isa, row.bytes, &bundle, NULL, 0),
				 0);
		for (i = 0; i < TPC_NUM_SLOTS; i++)
			seen[bundle.op[i].form] = true;
	}
	vector_close(&vf);
	for (i = 0; i < n; i++) {
		const struct tpc_form *form = tpc_isa_form(isa, i);

		if (seen[i] || isa_form(isa, i)->flags & ISA_FORM_PARSE_ONLY)
			continue;
		print_error("no sample of %s\n", form->name);
		missing++;
	}
	free(seen);
	assert_int_equal(missing, 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gaudi_vectors_hold_in_all_directions),
		cmocka_unit_test(
			gaudi_lossy_vectors_assemble_and_keep_their_bytes),
		cmocka_unit_test(gaudib_vectors_hold_where_it_is_a_gaudi),
		cmocka_unit_test(samples_hold_in_all_directions),
		cmocka_unit_test(samples_show_every_form),
	};

	if (argc != 3) {
		fprintf(stderr, "usage: %s VECTORS SOURCES\n", argv[0]);
		return 2;
	}
	vector_dir = argv[1];
	source_dir = argv[2];
	return cmocka_run_group_tests_name("isa_vectors", tests, NULL, NULL);
}
