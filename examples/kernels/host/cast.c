// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the kernels that convert between types must compute. */
#include "bench.h"

static void cast_f32_i32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-1e6, 1e6), n[0], n[1]);
	struct array *y = output(b, "y", I32, n[0], n[1]);

	set(x, 2.5, 0, 0); /* ties */
	if (n[0] > 1)
		set(x, -3.5, 1, 0);
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(y, i) want_coord(y, rint(at_coord(x, i)), i);
}

static void cast_f32_bf16(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", BF16, n[0], n[1]);

	set(x, 1.00390625, 0, 0); /* half way between two bf16 */
	index_space(b, vectors(n[0], 128), n[1]);
	for_all(y, i) want_coord(y, at_coord(x, i), i);
}

static void cast_bf16_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", BF16, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", F32, n[0], n[1]);

	index_space(b, vectors(n[0], 128), n[1]);
	for_all(y, i) want_coord(y, at_coord(x, i), i);
}

static void quantize_i8(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-20, 20), n[0], n[1]);
	struct array *y = output(b, "y", I8, n[0], n[1]);
	const float inverse = 8;
	const int zero = 5;

	scalar_i32(b, zero);
	scalar_f32(b, inverse);
	set(x, 1e30, 0, 0);
	index_space(b, vectors(n[0], 256), n[1]);
	for_all(y, i)
	{
		double q = rint(at_coord(x, i) * inverse) + zero;

		want_coord(y, fmin(fmax(q, -128), 127), i);
	}
}

static void dequantize_i8(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", I8, uniform(-128, 127), n[0], n[1]);
	struct array *y = output(b, "y", F32, n[0], n[1]);
	const float scale = 0.3f;
	const int zero = -3;

	scalar_i32(b, zero);
	scalar_f32(b, scale);
	index_space(b, vectors(n[0], 256), n[1]);
	for_all(y, i) want_coord(y, (at_coord(x, i) - zero) * scale, i);
}

const struct example cast_examples[] = {
	{"cast_f32_i32",
	 "rounding to integers",
	 cast_f32_i32,
	 {{1, 1}, {64, 2}, {200, 5}},
	 {1024, 64}},
	{"cast_f32_bf16",
	 "two vectors into one",
	 cast_f32_bf16,
	 {{1, 1}, {128, 2}, {300, 5}},
	 {1024, 64}},
	{"cast_bf16_f32",
	 "one vector into two",
	 cast_bf16_f32,
	 {{1, 1}, {128, 2}, {300, 5}},
	 {1024, 64}},
	{"quantize_i8",
	 "four vectors into one, with scale and zero point",
	 quantize_i8,
	 {{1, 1}, {256, 2}, {600, 5}},
	 {2048, 64}},
	{"dequantize_i8",
	 "one vector into four, with scale and zero point",
	 dequantize_i8,
	 {{1, 1}, {256, 2}, {600, 5}},
	 {2048, 64}},
	{0},
};
