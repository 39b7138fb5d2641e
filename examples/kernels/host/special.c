// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the kernels with special functions must compute. */
#include "bench.h"

static void unary(struct bench *b, const unsigned *n, enum tpc_dtype type,
		  struct fill range, double (*function)(double), double ulp,
		  double absolute)
{
	struct array *x = input(b, "x", type, range, n[0], n[1]);
	struct array *y = output(b, "y", type, n[0], n[1]);

	tolerance(y, ulp, absolute);
	index_space(b, vectors(n[0], type == F32 ? 64 : 128), n[1]);
	for_all(y, i) want_coord(y, function(at_coord(x, i)), i);
}

static void exp_bf16(struct bench *b, const unsigned *n)
{
	unary(b, n, BF16, uniform(-20, 20), exp, 1, 0);
}

static void sin_f32(struct bench *b, const unsigned *n)
{
	unary(b, n, F32, uniform(-100, 100), sin, 4, 1e-7);
}

static void tanh_f32(struct bench *b, const unsigned *n)
{
	unary(b, n, F32, uniform(-5, 5), tanh, 4, 1e-7);
}

static double sigmoid(double x)
{
	return 1 / (1 + exp(-x));
}

static void sigmoid_bf16(struct bench *b, const unsigned *n)
{
	unary(b, n, BF16, uniform(-8, 8), sigmoid, 1, 0);
}

static double gelu(double x)
{
	const double pi = 3.14159265358979323846;

	return x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x * x * x)));
}

static void gelu_f32(struct bench *b, const unsigned *n)
{
	unary(b, n, F32, uniform(-6, 6), gelu, 4, 1e-6);
}

static void adam_f32(struct bench *b, const unsigned *n)
{
	const float rate = 0.01f, beta1 = 0.9f, beta2 = 0.999f, epsilon = 1e-6f;
	const float correction1 = 1 / (1 - beta1), correction2 = 1000;
	struct array *gradient, *weight, *mean, *square;

	gradient = input(b, "gradient", F32, uniform(-1, 1), n[0]);
	weight = inout(b, "weight", F32, uniform(-1, 1), n[0]);
	mean = inout(b, "mean", F32, uniform(-1, 1), n[0]);
	square = inout(b, "square", F32, uniform(0.1, 1), n[0]);
	scalar_f32(b, rate);
	scalar_f32(b, beta1);
	scalar_f32(b, beta2);
	scalar_f32(b, correction1);
	scalar_f32(b, correction2);
	scalar_f32(b, epsilon);
	tolerance(weight, 0, 1e-6);
	tolerance(mean, 0, 2e-7);
	tolerance(square, 4, 0);
	index_space(b, vectors(n[0], 64));
	for_all(weight, i)
	{
		double g = at_coord(gradient, i);
		double m = beta1 * at_coord(mean, i) + (1 - beta1) * g;
		double s = beta2 * at_coord(square, i) + (1 - beta2) * g * g;

		want_coord(mean, m, i);
		want_coord(square, s, i);
		want_coord(weight,
			   at_coord(weight, i) -
				   rate * correction1 * m /
					   (sqrt(correction2 * s) + epsilon),
			   i);
	}
}

const struct example special_examples[] = {
	{"exp_bf16",
	 "e to the power of x",
	 exp_bf16,
	 {{1, 1}, {128, 2}, {300, 5}},
	 {1024, 32}},
	{"sin_f32", "sine", sin_f32, {{1, 1}, {64, 2}, {200, 5}}, {512, 32}},
	{"tanh_f32",
	 "hyperbolic tangent",
	 tanh_f32,
	 {{1, 1}, {64, 2}, {200, 5}},
	 {512, 32}},
	{"sigmoid_bf16",
	 "logistic function",
	 sigmoid_bf16,
	 {{1, 1}, {128, 2}, {300, 5}},
	 {1024, 32}},
	{"gelu_f32",
	 "Gaussian error linear unit",
	 gelu_f32,
	 {{1, 1}, {64, 2}, {200, 5}},
	 {512, 32}},
	{"adam_f32",
	 "a step of an optimiser, in place",
	 adam_f32,
	 {{1}, {64}, {300}},
	 {4096}},
	{0},
};
