/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * A test bench for kernels: says what a kernel is given and what must come
 * out, runs it on the simulated Gaudi and compares.
 *
 * An example is a function that makes arrays in the order of the kernel's
 * tensor parameters, adds its scalar arguments, sets the index space and
 * writes what is expected into the outputs:
 *
 *	static void add_f32(struct bench *b, const unsigned *n)
 *	{
 *		struct array *x = input(b, "x", F32, uniform(-9, 9), n[0]);
 *		struct array *z = output(b, "z", F32, n[0]);
 *
 *		index_space(b, vectors(n[0], 64));
 *		for_all(z, i)
 *			want(z, at(x, i[0]) + 1, i[0]);
 *	}
 *
 * All numbers pass through double, which holds every element type exactly.
 */
#ifndef KERNELS_BENCH_H
#define KERNELS_BENCH_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tpc/tpc.h"

#define F32  TPC_DTYPE_F32
#define BF16 TPC_DTYPE_BF16
#define I32  TPC_DTYPE_I32
#define U32  TPC_DTYPE_U32
#define I16  TPC_DTYPE_I16
#define U16  TPC_DTYPE_U16
#define I8   TPC_DTYPE_I8
#define U8   TPC_DTYPE_U8

#define MAX_SHAPES 6

struct bench;
struct array;

struct example {
	const char *name; /* of the kernel's source without .c */
	const char *what;
	void (*set_up)(struct bench *b, const unsigned *n);
	/* Sizes that set_up() gets, up to the first row of zeros. */
	unsigned shapes[MAX_SHAPES][TPC_DIMS];
	unsigned big[TPC_DIMS]; /* for measuring cycles */
};

/* Uniformly distributed values; integer types get integers, ends included. */
struct fill {
	double low, high;
};

static inline struct fill uniform(double low, double high)
{
	return (struct fill){low, high};
}

struct array *make_array(struct bench *b, const char *name, enum tpc_dtype type,
			 bool in, bool out, struct fill fill,
			 const unsigned *size);

#define SIZES_(...) ((const unsigned[TPC_DIMS + 1]){__VA_ARGS__})
#define COORD_(...) ((const int[TPC_DIMS]){__VA_ARGS__})

/* The kernel's next tensor. What it does not write keeps the bytes 0xa5. */
#define input(b, name, type, fill, ...) \
	make_array(b, name, type, true, false, fill, SIZES_(__VA_ARGS__))
#define output(b, name, type, ...)                            \
	make_array(b, name, type, false, true, uniform(0, 0), \
		   SIZES_(__VA_ARGS__))
#define inout(b, name, type, fill, ...) \
	make_array(b, name, type, true, true, fill, SIZES_(__VA_ARGS__))

/* An element before the run; the padding value outside the array. */
double at_coord(const struct array *a, const int *i);
#define at(a, ...) at_coord(a, COORD_(__VA_ARGS__))

/* Changes an element that the kernel will be given. */
void set_coord(struct array *a, double value, const int *i);
#define set(a, value, ...) set_coord(a, value, COORD_(__VA_ARGS__))

/* What an element must be after the run; every one of an output needs it. */
void want_coord(struct array *a, double value, const int *i);
#define want(a, value, ...) want_coord(a, value, COORD_(__VA_ARGS__))

/* What loads outside the array give; 0 if not called. */
void pad(struct array *a, double value);

/*
 * How far elements may be away: so many representable values, or so much;
 * exact if not called. NaN equals NaN, infinities are never near anything.
 */
void tolerance(struct array *a, double ulp, double absolute);

/* The kernel's next scalar argument. */
void scalar_f32(struct bench *b, float value);
void scalar_i32(struct bench *b, int32_t value);

void set_index_space(struct bench *b, const unsigned *size);
#define index_space(b, ...) set_index_space(b, SIZES_(__VA_ARGS__))

/* Next number of a sequence that is the same in every run, 0 <= x < below. */
unsigned random_below(struct bench *b, unsigned below);

static inline unsigned vectors(unsigned elements, unsigned lanes)
{
	return (elements + lanes - 1) / lanes;
}

bool next_coord(const struct array *a, int *i);
/* Every element of an array; i[0] to i[4] are its coordinates. */
#define for_all(a, i)                                             \
	for (int i[TPC_DIMS + 1] = {[TPC_DIMS] = 1}; i[TPC_DIMS]; \
	     i[TPC_DIMS] = next_coord(a, i))

/* A value as the type holds it: rounded to nearest even, not clamped. */
double rounded(enum tpc_dtype type, double value);

/* The examples, each list ends with a row without name. */
extern const struct example elementwise_examples[];
extern const struct example cast_examples[];
extern const struct example reduce_examples[];
extern const struct example norm_examples[];
extern const struct example matrix_examples[];
extern const struct example pool_examples[];
extern const struct example index_examples[];
extern const struct example sort_examples[];
extern const struct example special_examples[];

/*
 * Runs an example's kernel on every shape and several divisions of the index
 * space, or only on the big shape and one TPC, and prints one line. Returns
 * whether all was as wanted.
 */
bool run_example(const struct example *example, const char *object,
		 bool measure);

#endif
