// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the kernels that choose elements by number must compute. */
#include "bench.h"

#define TABLE 37 /* rows of a table */

static void gather_f32(struct bench *b, const unsigned *n)
{
	struct array *table, *index, *y;

	table = input(b, "table", F32, uniform(-9, 9), n[0], TABLE);
	index = input(b, "index", I32, uniform(0, TABLE - 1), n[1]);
	y = output(b, "y", F32, n[0], n[1]);
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(y, i) want_coord(y, at(table, i[0], (int)at(index, i[1])), i);
}

static void gather_fcd_i32(struct bench *b, const unsigned *n)
{
	const struct fill any = uniform(INT32_MIN, INT32_MAX);
	struct array *x = input(b, "x", I32, any, TABLE);
	struct array *index, *y;

	index = input(b, "index", I32, uniform(0, TABLE - 1), n[0]);
	y = output(b, "y", I32, n[0]);
	index_space(b, vectors(n[0], 16));
	for_all(y, i) want_coord(y, at(x, (int)at(index, i[0])), i);
}

static void scatter_add_i32(struct bench *b, const unsigned *n)
{
	struct array *x, *index, *table;

	x = input(b, "x", I32, uniform(-1000, 1000), n[0], n[1]);
	index = input(b, "index", I32, uniform(0, 4), n[1]);
	table = inout(b, "table", I32, uniform(-1000, 1000), n[0], 5);
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(table, i)
	{
		double sum = at_coord(table, i);

		for (unsigned k = 0; k < n[1]; k++)
			if ((int)at(index, k) == i[1])
				sum += at(x, i[0], k);
		want_coord(table, sum, i);
	}
}

static void embedding_sum_f32(struct bench *b, const unsigned *n)
{
	struct array *table, *index, *weight, *start, *y;

	table = input(b, "table", F32, uniform(-9, 9), n[0], TABLE);
	index = input(b, "index", I32, uniform(0, TABLE - 1), 4 * n[1]);
	weight = input(b, "weight", F32, uniform(-1, 1), 4 * n[1]);
	start = input(b, "start", I32, uniform(0, 0), n[1] + 1);
	y = output(b, "y", F32, n[0], n[1]);
	for (unsigned bag = 0; bag < n[1]; bag++) /* 0 to 4 a bag */
		set(start, at(start, bag) + random_below(b, 5), bag + 1);
	tolerance(y, 0, 1e-5);
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(y, i)
	{
		double sum = 0;

		for (int k = (int)at(start, i[1]); k < at(start, i[1] + 1); k++)
			sum += at(weight, k) *
			       at(table, i[0], (int)at(index, k));
		want_coord(y, sum, i);
	}
}

static void histogram_u8(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", U8, uniform(0, 255), n[0]);
	struct array *count = inout(b, "count", U32, uniform(0, 0), 64);

	index_space(b, vectors(n[0], 64));
	for_all(count, i)
	{
		unsigned sum = 0;

		for (unsigned k = 0; k < n[0]; k++)
			sum += (int)at(x, k) / 4 == i[0];
		want_coord(count, sum, i);
	}
}

static void upsample_u8(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", U8, uniform(0, 255), n[0], n[1], n[2]);
	struct array *y = output(b, "y", U8, n[0], 2 * n[1], 2 * n[2]);

	index_space(b, vectors(n[0], 256), n[1], n[2]);
	for_all(y, i) want_coord(y, at(x, i[0], i[1] / 2, i[2] / 2), i);
}

static void transpose_i32(struct bench *b, const unsigned *n)
{
	const struct fill any = uniform(INT32_MIN, INT32_MAX);
	struct array *x = input(b, "x", I32, any, n[0], n[1]);
	struct array *y = output(b, "y", I32, n[1], n[0]);

	index_space(b, vectors(n[0], 64), vectors(n[1], 64));
	for_all(y, i) want_coord(y, at(x, i[1], i[0]), i);
}

const struct example index_examples[] = {
	{"gather_f32",
	 "rows by number",
	 gather_f32,
	 {{1, 1}, {64, 3}, {200, 11}},
	 {1024, 64}},
	{"gather_fcd_i32",
	 "elements by number, scalar loads and stores",
	 gather_fcd_i32,
	 {{1}, {64}, {300}},
	 {1024}},
	{"scatter_add_i32",
	 "atomic additions in the store",
	 scatter_add_i32,
	 {{1, 1}, {64, 3}, {200, 23}},
	 {1024, 64}},
	{"embedding_sum_f32",
	 "weighted sums of rows in bags of any length",
	 embedding_sum_f32,
	 {{1, 1}, {64, 3}, {200, 11}},
	 {512, 64}},
	{"histogram_u8",
	 "64 counters in a register",
	 histogram_u8,
	 {{1}, {64}, {1000}},
	 {4096}},
	{"upsample_u8",
	 "an image twice as large",
	 upsample_u8,
	 {{1, 1, 1}, {256, 2, 3}, {300, 3, 3}},
	 {256, 32, 32}},
	{"transpose_i32",
	 "blocks turned by exchanging lanes",
	 transpose_i32,
	 {{1, 1}, {64, 64}, {100, 70}},
	 {256, 256}},
	{0},
};
