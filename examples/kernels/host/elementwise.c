// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* What the element-wise kernels must compute. */
#include "bench.h"

static void add_f32(struct bench *b, const unsigned *n)
{
	struct array *x, *y, *z;

	x = input(b, "x", F32, uniform(-9, 9), n[0], n[1], n[2], n[3], n[4]);
	y = input(b, "y", F32, uniform(-9, 9), n[0], n[1], n[2], n[3], n[4]);
	z = output(b, "z", F32, n[0], n[1], n[2], n[3], n[4]);
	index_space(b, vectors(n[0], 64), n[1], n[2], n[3], n[4]);
	for_all(z, i) want_coord(z, at_coord(x, i) + at_coord(y, i), i);
}

static void leaky_relu_f32(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", F32, n[0], n[1]);
	const float alpha = 0.1f;

	scalar_f32(b, alpha);
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(y, i)
	{
		double v = at_coord(x, i);

		want_coord(y, v >= 0 ? v : alpha * v, i);
	}
}

static void relu_bf16(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", BF16, uniform(-9, 9), n[0], n[1]);
	struct array *y = output(b, "y", BF16, n[0], n[1]);

	index_space(b, vectors(n[0], 128), n[1]);
	for_all(y, i) want_coord(y, fmax(at_coord(x, i), 0), i);
}

static void relu_grad_f32(struct bench *b, const unsigned *n)
{
	struct array *dy = input(b, "dy", F32, uniform(-9, 9), n[0], n[1]);
	struct array *x = input(b, "x", F32, uniform(-9, 9), n[0], n[1]);
	struct array *dx = output(b, "dx", F32, n[0], n[1]);

	set(x, 0, 0, 0); /* the slope at 0 is 0 */
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(dx, i)
		want_coord(dx, at_coord(x, i) > 0 ? at_coord(dy, i) : 0, i);
}

static void clamp_i16(struct bench *b, const unsigned *n)
{
	struct array *x, *y;
	const int low = -700, high = 1200;

	x = input(b, "x", I16, uniform(-32768, 32767), n[0], n[1]);
	y = output(b, "y", I16, n[0], n[1]);
	scalar_i32(b, low);
	scalar_i32(b, high);
	index_space(b, vectors(n[0], 128), n[1]);
	for_all(y, i) want_coord(y, fmin(fmax(at_coord(x, i), low), high), i);
}

static void add_sat_i8(struct bench *b, const unsigned *n)
{
	struct array *x = input(b, "x", I8, uniform(-128, 127), n[0], n[1]);
	struct array *y = input(b, "y", I8, uniform(-128, 127), n[0], n[1]);
	struct array *z = output(b, "z", I8, n[0], n[1]);

	index_space(b, vectors(n[0], 256), n[1]);
	for_all(z, i)
	{
		double sum = at_coord(x, i) + at_coord(y, i);

		want_coord(z, fmin(fmax(sum, -128), 127), i);
	}
}

static void axpy_i32(struct bench *b, const unsigned *n)
{
	const struct fill any = uniform(INT32_MIN, INT32_MAX);
	struct array *x = input(b, "x", I32, any, n[0], n[1]);
	struct array *y = input(b, "y", I32, any, n[0], n[1]);
	struct array *z = output(b, "z", I32, n[0], n[1]);
	const int64_t alpha = -123457;

	scalar_i32(b, (int32_t)alpha);
	index_space(b, vectors(n[0], 64), n[1]);
	for_all(z, i)
	{
		int64_t sum = alpha * (int64_t)at_coord(x, i);

		sum += (int64_t)at_coord(y, i);
		want_coord(z, (int32_t)(uint32_t)sum, i);
	}
}

static void hash_u32(struct bench *b, const unsigned *n)
{
	struct array *x =
		input(b, "x", U32, uniform(0, UINT32_MAX), n[0], n[1]);
	struct array *y = output(b, "y", U32, n[0], n[1]);

	index_space(b, vectors(n[0], 64), n[1]);
	for_all(y, i)
	{
		uint32_t h = (uint32_t)at_coord(x, i) ^ 2166136261u;

		for (int round = 0; round < 3; round++) {
			h *= 16777619u;
			h ^= h >> 15;
			h ^= h << 7;
		}
		want_coord(y, h, i);
	}
}

static void broadcast_add_f32(struct bench *b, const unsigned *n)
{
	struct array *column = input(b, "column", F32, uniform(-9, 9), n[0]);
	struct array *row = input(b, "row", F32, uniform(-9, 9), n[1]);
	struct array *z = output(b, "z", F32, n[0], n[1]);

	index_space(b, vectors(n[0], 64), n[1]);
	for_all(z, i) want_coord(z, at(column, i[0]) + at(row, i[1]), i);
}

const struct example elementwise_examples[] = {
	{"add_f32",
	 "sum in five dimensions",
	 add_f32,
	 {{1}, {200, 3}, {65, 2, 3, 2, 2}},
	 {1024, 64}},
	{"leaky_relu_f32",
	 "a predicated product",
	 leaky_relu_f32,
	 {{1, 1}, {64, 2}, {200, 5}},
	 {1024, 64}},
	{"relu_bf16",
	 "maximum with 0",
	 relu_bf16,
	 {{1, 1}, {128, 2}, {700, 5}},
	 {2048, 64}},
	{"relu_grad_f32",
	 "compare and select",
	 relu_grad_f32,
	 {{1, 1}, {64, 2}, {500, 5}},
	 {1024, 64}},
	{"clamp_i16",
	 "minimum and maximum, 16-bit arguments",
	 clamp_i16,
	 {{1, 1}, {128, 2}, {300, 5}},
	 {2048, 64}},
	{"add_sat_i8",
	 "saturating sum",
	 add_sat_i8,
	 {{1, 1}, {256, 2}, {700, 5}},
	 {4096, 64}},
	{"axpy_i32",
	 "C operators on vectors",
	 axpy_i32,
	 {{1, 1}, {64, 2}, {200, 5}},
	 {1024, 64}},
	{"hash_u32",
	 "products, shifts and bits of unsigned lanes",
	 hash_u32,
	 {{1, 1}, {64, 2}, {200, 5}},
	 {1024, 64}},
	{"broadcast_add_f32",
	 "one element to all lanes, one row to all rows",
	 broadcast_add_f32,
	 {{1, 1}, {64, 2}, {200, 5}},
	 {1024, 64}},
	{0},
};
