/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Inside of the bench: arrays on the host. */
#ifndef KERNELS_ARRAY_H
#define KERNELS_ARRAY_H

#include "bench.h"

#define GUARD 256 /* bytes behind an array that nobody may write */

struct array {
	const char *name;
	enum tpc_dtype type;
	bool in, out;
	unsigned rank;
	uint32_t size[TPC_DIMS];
	size_t elements, bytes;
	unsigned char *data; /* what the kernel is given, with the guard */
	double *want;
	bool *wanted;
	double pad, ulp, absolute;
	struct tpc_mem *mem; /* its place on the device */
};

void free_array(struct array *a);

uint32_t encode(enum tpc_dtype type, double value);
double decode(enum tpc_dtype type, const void *from);

/*
 * Compares what a kernel left with what was wanted. The largest deviation in
 * ulp goes to *worst. Prints the first wrong element.
 */
bool array_is_right(const struct array *a, const unsigned char *got,
		    double *worst);

#endif
