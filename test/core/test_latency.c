/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * tpc_latency() gives the measured distances, and the tables fit the
 * instruction tables.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "latency_rows.h"
#include "tpc/sched.h"

/* Columns: cpu, producer, file, consumers, port, measured. */
static void compare_row(const struct tpc_isa *isa, char *line,
			struct latency_count *count)
{
	char *field[8] = {NULL}, *end, *consumer, *next;
	bool bound;
	int want;

	for (unsigned i = 0; i < 8; i++) {
		field[i] = line;
		line = strchr(line, '\t');
		if (!line)
			break;
		*line++ = 0;
	}
	assert_non_null(field[5]);
	/*
	 * Increments of addresses and hardware registers are no operands of
	 * the records.
	 */
	if (strstr(field[1], ".INC") || !strcmp(field[2], "HWREG"))
		return;
	/* A guard that the reference assembler does not take there. */
	if (isa == tpc_isa_get(TPC_CPU_GRECO) && !strcmp(field[2], "VPRF") &&
	    !strcmp(field[3], "STORE:st_l_v[2]"))
		return;
	count->rows++;
	bound = !strncmp(field[5], "<=", 2);
	want = (int)strtol(field[5] + (bound ? 2 : 0), &end, 10);
	for (consumer = strtok_r(field[3], ",", &next); consumer;
	     consumer = strtok_r(NULL, ",", &next))
		latency_pair(isa, field[1], field[2], consumer, want, bound,
			     count);
}

/* The rows of the processor @name. */
static bool compare_file(const char *path, enum tpc_cpu cpu, const char *name,
			 struct latency_count *count)
{
	const struct tpc_isa *isa = tpc_isa_get(cpu);
	size_t size = 0, len = strlen(name);
	FILE *f = fopen(path, "r");
	char *line = NULL;

	if (!f)
		return false;
	while (getline(&line, &size, f) > 0) {
		line[strcspn(line, "\n")] = 0;
		if (!strncmp(line, name, len) && line[len] == '\t')
			compare_row(isa, line, count);
	}
	free(line);
	fclose(f);
	return true;
}

static void each_latency_class_has_its_figure(void **state)
{
	struct latency_count count = {0};

	(void)state;
	assert_true(compare_file(OPENTPC_SOURCE_DIR
				 "/test/core/latency-classes.tsv",
				 TPC_CPU_GAUDI, "gaudi", &count));
	assert_true(count.pairs > 100);
	assert_int_equal(count.wrong, 0);
	assert_int_equal(count.unmatched, 0);
}

static void compare_measured(enum tpc_cpu cpu, const char *name)
{
	const char *path =
		OPENTPC_SOURCE_DIR "/../shared/facts/latencies-measured.tsv";
	struct latency_count count = {0};

	if (!compare_file(path, cpu, name, &count)) {
		printf("skipped: no table of measured latencies at %s\n", path);
		skip();
	}
	printf("%s: %u rows, %u pairs compared, %u without instruction\n",
	       tpc_cpu_name(cpu), count.rows, count.pairs, count.unmatched);
	assert_true(count.pairs > 1000);
	assert_int_equal(count.wrong, 0);
	assert_int_equal(count.unmatched, 0);
}

static void every_measured_pair_agrees_goya(void **state)
{
	(void)state;
	compare_measured(TPC_CPU_GOYA, "goya");
}

static void every_measured_pair_agrees_gaudi(void **state)
{
	(void)state;
	compare_measured(TPC_CPU_GAUDI, "gaudi");
}

static void every_measured_pair_agrees_greco(void **state)
{
	(void)state;
	compare_measured(TPC_CPU_GRECO, "greco");
}

static void every_measured_pair_agrees_gaudi2(void **state)
{
	(void)state;
	compare_measured(TPC_CPU_GAUDI2, "gaudi2");
}

/* The public compiler has one set of figures for both. */
static void gaudis_b_variant_has_gaudis_latencies(void **state)
{
	(void)state;
	compare_measured(TPC_CPU_GAUDIB, "gaudi");
}

static void tables_have_the_forms_of_the_isa(void **state)
{
	(void)state;
	for (unsigned cpu = 0; cpu <= TPC_CPU_GAUDI2; cpu++) {
		const struct tpc_sched *sched = tpc_sched_get(cpu);
		const struct tpc_isa *isa = tpc_isa_get(cpu);
		unsigned n = isa ? tpc_isa_num_forms(isa) : 0;

		for (unsigned i = 0; sched && i < n; i++)
			assert_string_equal(tpc_sched_form_name(sched, i),
					    tpc_isa_form(isa, i)->name);
		if (sched)
			assert_null(tpc_sched_form_name(sched, n));
	}
}

static void generations_without_records_have_no_tables(void **state)
{
	(void)state;
	assert_null(tpc_sched_get((enum tpc_cpu)30));
	assert_null(tpc_machine_get((enum tpc_cpu)30));
}

static void latencies_stay_inside_the_register_window(void **state)
{
	const struct tpc_sched *sched = tpc_sched_get(TPC_CPU_GAUDI);

	(void)state;
	assert_in_range(tpc_sched_max_latency(sched), 7, 15);
}

static void operands_that_are_no_registers_have_no_latency(void **state)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_bundle b;

	(void)state;
	tpc_bundle_init(isa, &b);
	assert_int_equal(tpc_latency(isa, &b.op[TPC_SLOT_VPU], 0,
				     &b.op[TPC_SLOT_VPU], 0),
			 -EINVAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_have_the_forms_of_the_isa),
		cmocka_unit_test(each_latency_class_has_its_figure),
		cmocka_unit_test(every_measured_pair_agrees_goya),
		cmocka_unit_test(every_measured_pair_agrees_gaudi),
		cmocka_unit_test(every_measured_pair_agrees_greco),
		cmocka_unit_test(every_measured_pair_agrees_gaudi2),
		cmocka_unit_test(gaudis_b_variant_has_gaudis_latencies),
		cmocka_unit_test(generations_without_records_have_no_tables),
		cmocka_unit_test(latencies_stay_inside_the_register_window),
		cmocka_unit_test(
			operands_that_are_no_registers_have_no_latency),
	};

	return cmocka_run_group_tests_name("latency", tests, NULL, NULL);
}
