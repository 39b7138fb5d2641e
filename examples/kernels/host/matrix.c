// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the matrix products and convolutions must compute. */
#include "bench.h"

static void matmul(struct bench *b, const unsigned *n, enum tpc_dtype type,
		   unsigned lanes, unsigned rows)
{
	struct array *a = input(b, "a", type, uniform(-1, 1), n[2], n[1]);
	struct array *bb = input(b, "b", type, uniform(-1, 1), n[0], n[2]);
	struct array *c = output(b, "c", type, n[0], n[1]);

	/* bf16: the sum is f32, only the result is rounded. */
	tolerance(c, type == BF16 ? 0.51 : 0, 1e-6 * n[2]);
	index_space(b, vectors(n[0], lanes), vectors(n[1], rows));
	for_all(c, i)
	{
		double sum = 0;

		for (unsigned k = 0; k < n[2]; k++)
			sum += at(a, k, i[1]) * at(bb, i[0], k);
		want_coord(c, sum, i);
	}
}

static void matmul_f32(struct bench *b, const unsigned *n)
{
	matmul(b, n, F32, 64, 4);
}

static void matmul_bf16(struct bench *b, const unsigned *n)
{
	matmul(b, n, BF16, 128, 2);
}

/* n: output channels, width and height of x, input channels, batch. */
static void conv2d(struct bench *b, const unsigned *n, unsigned size,
		   unsigned stride, unsigned border)
{
	struct array *x, *f, *y;
	unsigned w = (n[1] + 2 * border - size) / stride + 1;
	unsigned h = (n[2] + 2 * border - size) / stride + 1;

	x = input(b, "x", F32, uniform(-1, 1), n[3], n[1], n[2], n[4]);
	f = input(b, "f", F32, uniform(-1, 1), n[0], n[3], size, size);
	y = output(b, "y", F32, n[0], w, h, n[4]);
	scalar_i32(b, (int)stride);
	scalar_i32(b, (int)border);
	tolerance(y, 0, 1e-6 * size * size * n[3]);
	index_space(b, vectors(n[0], 64), w, h, n[4]);
	for_all(y, i)
	{
		double sum = 0;

		for (unsigned k = 0; k < n[3] * size * size; k++) {
			int c = (int)(k / (size * size));
			int r = (int)(k / size % size), s = (int)(k % size);

			sum += at(x, c, i[1] * (int)stride + s - (int)border,
				  i[2] * (int)stride + r - (int)border, i[3]) *
			       at(f, i[0], c, s, r);
		}
		want_coord(y, sum, i);
	}
}

static void conv2d_f32(struct bench *b, const unsigned *n)
{
	if (n[1] % 2)
		conv2d(b, n, 3, 2, 1);
	else
		conv2d(b, n, 2, 1, 0);
}

static void depthwise_conv_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-1, 1), n[0], n[1], n[2]);
	struct array *f = input(b, "f", F32, uniform(-1, 1), n[0], 3, 3);
	struct array *y = output(b, "y", F32, n[0], n[1], n[2]);

	tolerance(y, 0, 2e-6);
	index_space(b, vectors(n[0], 64), n[1], n[2]);
	for_all(y, i)
	{
		double sum = 0;

		for (int r = 0; r < 3; r++)
			for (int s = 0; s < 3; s++)
				sum += at(x, i[0], i[1] + s - 1, i[2] + r - 1) *
				       at(f, i[0], s, r);
		want_coord(y, sum, i);
	}
}

const struct example matrix_examples[] = {
	{"matmul_f32",
	 "matrix product, four rows share each vector",
	 matmul_f32,
	 {{1, 1, 1}, {64, 4, 7}, {100, 7, 19}},
	 {256, 32, 64}},
	{"matmul_bf16",
	 "matrix product in bf16, sums in f32",
	 matmul_bf16,
	 {{1, 1, 1}, {128, 2, 7}, {200, 7, 19}},
	 {256, 32, 64}},
	{"conv2d_f32",
	 "convolution with stride and borders",
	 conv2d_f32,
	 {{1, 2, 2, 1, 1}, {64, 5, 5, 3, 2}, {70, 6, 4, 2, 1}},
	 {64, 15, 15, 16, 1}},
	{"depthwise_conv_f32",
	 "a filter a channel, held in registers; padding",
	 depthwise_conv_f32,
	 {{1, 1, 1}, {64, 4, 3}, {100, 7, 5}},
	 {128, 16, 16}},
	{0},
};
