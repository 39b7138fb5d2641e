// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the pooling kernels must compute. */
#include "bench.h"

/* A window of 3 with overlap for odd widths, of 2 without for even ones. */
static int window(const unsigned *n)
{
	return n[1] % 2 ? 3 : 2;
}

/* How many windows fit; their starts are 2 apart. */
static unsigned windows(unsigned elements, int size)
{
	return (elements - (unsigned)size) / 2 + 1;
}

static void avg_pool_f32(struct bench *b, const unsigned *n)
{
	const int size = window(n);
	struct array *x, *y;

	x = input(b, "x", F32, uniform(-9, 9), n[0], n[1], n[2]);
	y = output(b, "y", F32, n[0], windows(n[1], size), windows(n[2], size));
	scalar_i32(b, size);
	scalar_i32(b, 2);
	scalar_f32(b, 1.0f / (float)(size * size));
	tolerance(y, 4, 1e-5);
	index_space(b, vectors(n[0], 64), windows(n[1], size),
		    windows(n[2], size));
	for_all(y, i)
	{
		double sum = 0;

		for (int k = 0; k < size * size; k++)
			sum += at(x, i[0], 2 * i[1] + k % size,
				  2 * i[2] + k / size);
		want_coord(y, sum / (size * size), i);
	}
}

/* Whether position p lies in window k. */
static bool covers(int k, int p, int size)
{
	return p >= 2 * k && p < 2 * k + size;
}

static void avg_pool_grad_f32(struct bench *b, const unsigned *n)
{
	const int size = window(n);
	struct array *dy, *dx;

	dy = input(b, "dy", F32, uniform(-9, 9), n[0], windows(n[1], size),
		   windows(n[2], size));
	dx = output(b, "dx", F32, n[0], n[1], n[2]);
	scalar_i32(b, size);
	scalar_i32(b, 2);
	scalar_f32(b, 1.0f / (float)(size * size));
	tolerance(dx, 4, 1e-5);
	index_space(b, vectors(n[0], 64), n[1], n[2]);
	for_all(dx, i)
	{
		double sum = 0;

		for (int r = 0; r < (int)windows(n[2], size); r++)
			for (int s = 0; s < (int)windows(n[1], size); s++)
				if (covers(r, i[2], size) &&
				    covers(s, i[1], size))
					sum += at(dy, i[0], s, r);
		want_coord(dx, sum / (size * size), i);
	}
}

static void max_pool_bf16(struct bench *b, const unsigned *n)
{
	const int size = window(n);
	const unsigned w = windows(n[1], size), h = windows(n[2], size);
	struct array *x, *y, *where;

	/* Few different values, so that some are equal. */
	x = input(b, "x", BF16, uniform(-9, -8.5), n[0], n[1], n[2]);
	y = output(b, "y", BF16, n[0], w, h);
	where = output(b, "where", I16, n[0], w, h);
	scalar_i32(b, size);
	scalar_i32(b, 2);
	index_space(b, vectors(n[0], 128), w, h);
	for_all(y, i)
	{
		double best = -INFINITY;
		int place = 0;

		for (int k = 0; k < size * size; k++) {
			double v = at(x, i[0], 2 * i[1] + k % size,
				      2 * i[2] + k / size);

			if (v > best) {
				best = v;
				place = k;
			}
		}
		want_coord(y, best, i);
		want_coord(where, place, i);
	}
}

static void max_pool_grad_f32(struct bench *b, const unsigned *n)
{
	const int size = window(n);
	const unsigned w = windows(n[1], size), h = windows(n[2], size);
	struct array *dy, *where, *dx;

	dy = input(b, "dy", F32, uniform(-9, 9), n[0], w, h);
	where = input(b, "where", I32, uniform(0, size * size - 1), n[0], w, h);
	dx = output(b, "dx", F32, n[0], n[1], n[2]);
	scalar_i32(b, size);
	scalar_i32(b, 2);
	tolerance(dx, 2, 1e-5);
	index_space(b, vectors(n[0], 64), n[1], n[2]);
	for_all(dx, i)
	{
		double sum = 0;

		for (int k = 0; k < (int)(w * h); k++) {
			int s = k % (int)w, r = k / (int)w;
			int place = (int)at(where, i[0], s, r);

			if (i[1] == 2 * s + place % size &&
			    i[2] == 2 * r + place / size)
				sum += at(dy, i[0], s, r);
		}
		want_coord(dx, sum, i);
	}
}

#define POOL_SHAPES {{1, 2, 2}, {64, 7, 3}, {140, 6, 5}}

const struct example pool_examples[] = {
	{"avg_pool_f32",
	 "average over windows",
	 avg_pool_f32,
	 POOL_SHAPES,
	 {128, 32, 32}},
	{"avg_pool_grad_f32",
	 "its gradient, collected by each element",
	 avg_pool_grad_f32,
	 POOL_SHAPES,
	 {128, 32, 32}},
	{"max_pool_bf16",
	 "maximum over windows and its place, SEL2",
	 max_pool_bf16,
	 POOL_SHAPES,
	 {256, 32, 32}},
	{"max_pool_grad_f32",
	 "gradient by the maximum's place",
	 max_pool_grad_f32,
	 POOL_SHAPES,
	 {128, 32, 32}},
	{0},
};
