// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the softmax and normalisation kernels must compute. */
#include "bench.h"

/* Softmax over the elements x[first + k * step], k < count. */
static void softmax(struct array *x, struct array *y, unsigned count,
		    const int *first, unsigned dim)
{
	double best = -INFINITY, sum = 0;
	int i[TPC_DIMS] = {first[0], first[1]};

	for (unsigned k = 0; k < count; k++) {
		i[dim] = (int)k;
		best = fmax(best, at_coord(x, i));
	}
	for (unsigned k = 0; k < count; k++) {
		i[dim] = (int)k;
		sum += exp(at_coord(x, i) - best);
	}
	for (unsigned k = 0; k < count; k++) {
		i[dim] = (int)k;
		want_coord(y, exp(at_coord(x, i) - best) / sum, i);
	}
}

static void softmax_fcd(struct bench *b, const unsigned *n, enum tpc_dtype type,
			double ulp)
{
	struct array *x = input(b, "x", type, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", type, n[0], n[1]);

	/* A rounded difference of 18 alone is 8 ulp in the exponential. */
	tolerance(y, ulp, 0);
	index_space(b, n[1]);
	for (unsigned row = 0; row < n[1]; row++)
		softmax(x, y, n[0], (int[]){0, (int)row}, 0);
}

static void softmax_fcd_f32(struct bench *b, const unsigned *n)
{
	softmax_fcd(b, n, F32, 24);
}

static void softmax_fcd_bf16(struct bench *b, const unsigned *n)
{
	softmax_fcd(b, n, BF16, 0.51);
}

static void softmax_rows_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", F32, n[0], n[1]);

	tolerance(y, 24, 0);
	index_space(b, vectors(n[0], 64));
	for (unsigned column = 0; column < n[0]; column++)
		softmax(x, y, n[1], (int[]){(int)column, 0}, 1);
}

/* Mean and variance of count elements along a dimension. */
static double mean_of(struct array *x, unsigned count, int *i, unsigned dim,
		      double *variance)
{
	double sum = 0, squares = 0;

	for (unsigned k = 0; k < count; k++) {
		i[dim] = (int)k;
		sum += at_coord(x, i);
	}
	for (unsigned k = 0; k < count; k++) {
		i[dim] = (int)k;
		squares += pow(at_coord(x, i) - sum / count, 2);
	}
	*variance = squares / count;
	return sum / count;
}

static void layer_norm_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-3, 7), n[0], n[1]);
	struct array *gamma = input(b, "gamma", F32, uniform(0.5, 2), n[0]);
	struct array *beta = input(b, "beta", F32, uniform(-1, 1), n[0]);
	struct array *y = output(b, "y", F32, n[0], n[1]);
	const float epsilon = 1e-5f;
	double mean, variance;

	scalar_f32(b, epsilon);
	scalar_f32(b, 1.0f / (float)n[0]);
	tolerance(y, 0, 1e-5);
	index_space(b, n[1]);
	for_all(y, i)
	{
		int k[TPC_DIMS] = {0, i[1]};

		mean = mean_of(x, n[0], k, 0, &variance);
		want_coord(y,
			   (at_coord(x, i) - mean) / sqrt(variance + epsilon) *
					   at(gamma, i[0]) +
				   at(beta, i[0]),
			   i);
	}
}

static void batch_norm_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-3, 7), n[0], n[1]);
	struct array *gamma = input(b, "gamma", F32, uniform(0.5, 2), n[0]);
	struct array *beta = input(b, "beta", F32, uniform(-1, 1), n[0]);
	struct array *y = output(b, "y", F32, n[0], n[1]);
	struct array *mean_out = output(b, "mean", F32, n[0]);
	struct array *istd_out = output(b, "istd", F32, n[0]);
	const float epsilon = 1e-3f;
	double mean, variance;

	scalar_f32(b, epsilon);
	scalar_f32(b, 1.0f / (float)n[1]);
	tolerance(y, 0, 1e-5);
	tolerance(mean_out, 0, 2e-6);
	tolerance(istd_out, 16, 0);
	index_space(b, vectors(n[0], 64));
	for (unsigned c = 0; c < n[0]; c++) {
		int k[TPC_DIMS] = {(int)c};

		mean = mean_of(x, n[1], k, 1, &variance);
		want(mean_out, mean, c);
		want(istd_out, 1 / sqrt(variance + epsilon), c);
		for (unsigned row = 0; row < n[1]; row++)
			want(y,
			     (at(x, c, row) - mean) / sqrt(variance + epsilon) *
					     at(gamma, c) +
				     at(beta, c),
			     c, row);
	}
}

const struct example norm_examples[] = {
	{"softmax_fcd_f32",
	 "softmax along vectors, rows of any length",
	 softmax_fcd_f32,
	 {{1, 1}, {64, 2}, {200, 9}},
	 {512, 32}},
	{"softmax_fcd_bf16",
	 "softmax along vectors, a row in vector memory",
	 softmax_fcd_bf16,
	 {{1, 1}, {128, 2}, {300, 9}},
	 {512, 32}},
	{"softmax_rows_f32",
	 "softmax across vectors in one pass and a half",
	 softmax_rows_f32,
	 {{1, 1}, {64, 3}, {200, 9}},
	 {256, 64}},
	{"layer_norm_f32",
	 "mean and variance along vectors",
	 layer_norm_f32,
	 {{1, 1}, {64, 2}, {200, 9}},
	 {512, 32}},
	{"batch_norm_f32",
	 "mean and variance of each channel, three results",
	 batch_norm_f32,
	 {{1, 1}, {64, 3}, {200, 19}},
	 {256, 64}},
	{0},
};
