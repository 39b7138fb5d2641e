// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the reductions must compute. */
#include "bench.h"

static void sum_rows_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", F32, n[0]);

	tolerance(y, 0, 2e-6 * n[1]);
	index_space(b, vectors(n[0], 64));
	for_all(y, i)
	{
		double sum = 0;

		for (unsigned row = 0; row < n[1]; row++)
			sum += at(x, i[0], row);
		want_coord(y, sum, i);
	}
}

static void sum_fcd_i32(struct bench *b, const unsigned *n)
{
	struct array *x, *y;

	x = input(b, "x", I32, uniform(INT32_MIN, INT32_MAX), n[0], n[1]);
	y = output(b, "y", I32, 1, n[1]);
	pad(x, 12345);
	index_space(b, n[1]);
	for_all(y, i)
	{
		uint32_t sum = 0;

		for (unsigned k = 0; k < n[0]; k++)
			sum += (uint32_t)(int32_t)at(x, k, i[1]);
		want_coord(y, (int32_t)sum, i);
	}
}

static void max_fcd_bf16(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", BF16, uniform(-9, -1), n[0], n[1]);
	struct array *y = output(b, "y", BF16, 1, n[1]);

	index_space(b, n[1]);
	for_all(y, i)
	{
		double best = -INFINITY;

		for (unsigned k = 0; k < n[0]; k++)
			best = fmax(best, at(x, k, i[1]));
		want_coord(y, best, i);
	}
}

static void argmax_rows_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", I32, n[0]);

	for (unsigned row = 0; row < n[1]; row++)
		set(x, 3, 0, row); /* all equal: the first one */
	index_space(b, vectors(n[0], 64));
	for_all(y, i)
	{
		int best = 0;

		for (unsigned row = 1; row < n[1]; row++)
			if (at(x, i[0], row) > at(x, i[0], best))
				best = (int)row;
		want_coord(y, best, i);
	}
}

static void argmax_fcd_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, -1), n[0], n[1]);
	struct array *y = output(b, "y", I32, 1, n[1]);

	set(x, -1, n[0] / 3, 0); /* two equal ones */
	set(x, -1, n[0] - 1, 0);
	index_space(b, n[1]);
	for_all(y, i)
	{
		int best = 0;

		for (unsigned k = 1; k < n[0]; k++)
			if (at(x, k, i[1]) > at(x, best, i[1]))
				best = (int)k;
		want_coord(y, best, i);
	}
}

static void cumsum_rows_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", F32, n[0], n[1]);

	tolerance(y, 0, 2e-6 * n[1]);
	index_space(b, vectors(n[0], 64));
	for (unsigned i = 0; i < n[0]; i++) {
		double sum = 0;

		for (unsigned row = 0; row < n[1]; row++) {
			sum += at(x, i, row);
			want(y, sum, i, row);
		}
	}
}

const struct example reduce_examples[] = {
	{"sum_rows_f32",
	 "sum across vectors",
	 sum_rows_f32,
	 {{1, 1}, {64, 3}, {300, 23}},
	 {256, 256}},
	{"sum_fcd_i32",
	 "sum along vectors, a predicate for the ragged end",
	 sum_fcd_i32,
	 {{1, 1}, {64, 3}, {300, 13}},
	 {1024, 64}},
	{"max_fcd_bf16",
	 "maximum along vectors",
	 max_fcd_bf16,
	 {{1, 1}, {128, 3}, {300, 13}},
	 {2048, 64}},
	{"argmax_rows_f32",
	 "place of the maximum, SEL2",
	 argmax_rows_f32,
	 {{1, 1}, {64, 3}, {300, 23}},
	 {256, 256}},
	{"argmax_fcd_f32",
	 "place of the maximum along vectors",
	 argmax_fcd_f32,
	 {{1, 1}, {64, 3}, {300, 13}},
	 {1024, 64}},
	{"cumsum_rows_f32",
	 "running sums",
	 cumsum_rows_f32,
	 {{1, 1}, {64, 3}, {300, 23}},
	 {256, 256}},
	{0},
};
