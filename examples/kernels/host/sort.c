// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the sorting and searching kernels must compute. */
#include <stdlib.h>

#include "bench.h"

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void sort_fcd_i32(struct bench *b, const unsigned *n)
{
	struct array *x, *y;
	double line[64];

	x = input(b, "x", I32, uniform(INT32_MIN, INT32_MAX), n[0], n[1]);
	y = output(b, "y", I32, n[0], n[1]);
	index_space(b, n[1]);
	for (unsigned row = 0; row < n[1]; row++) {
		for (unsigned i = 0; i < n[0]; i++)
			line[i] = at(x, i, row);
		qsort(line, n[0], sizeof(*line), ascending);
		for (unsigned i = 0; i < n[0]; i++)
			want(y, line[i], i, row);
	}
}

static void sort_rows_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", F32, n[0], n[1]);
	double line[128];

	index_space(b, vectors(n[0], 64));
	for (unsigned i = 0; i < n[0]; i++) {
		for (unsigned row = 0; row < n[1]; row++)
			line[row] = at(x, i, row);
		qsort(line, n[1], sizeof(*line), ascending);
		for (unsigned row = 0; row < n[1]; row++)
			want(y, line[row], i, row);
	}
}

static void searchsorted_f32(struct bench *b, const unsigned *n)
{
	struct array *sequence = input(b, "sequence", F32, uniform(0, 1), n[2]);
	struct array *x = input(b, "x", F32, uniform(-1, 9), n[0], n[1]);
	struct array *y = output(b, "y", I32, n[0], n[1]);

	for (unsigned k = 1; k < n[2]; k++)
		set(sequence, at(sequence, k - 1) + 0.125 * random_below(b, 3),
		    k);
	set(x, at(sequence, n[2] / 2), 0, 0); /* an equal one */
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(y, i)
	{
		int place = 0;

		while (place < (int)n[2] &&
		       at(sequence, place) < at_coord(x, i))
			place++;
		want_coord(y, place, i);
	}
}

const struct example sort_examples[] = {
	{"sort_fcd_i32",
	 "a bitonic network inside one register",
	 sort_fcd_i32,
	 {{1, 1}, {64, 3}, {50, 19}},
	 {64, 64}},
	{"sort_rows_f32",
	 "64 columns at once in vector memory",
	 sort_rows_f32,
	 {{1, 1}, {64, 2}, {70, 21}},
	 {64, 64}},
	{"searchsorted_f32",
	 "place in a sorted sequence",
	 searchsorted_f32,
	 {{1, 1, 1}, {64, 2, 7}, {100, 3, 40}},
	 {256, 16, 64}},
	{0},
};
