/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Any bytes as a .npy file. What is accepted must have all its elements inside
 * the input, and a header made of its shape must read back the same.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tpc/npy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(int ok)
{
	if (!ok)
		abort();
}

/* Reads every element, so that a wrong length is a finding. */
static unsigned sum(const struct tpc_npy *npy)
{
	const uint8_t *at = npy->data;
	unsigned total = 0;
	uint64_t i;

	for (i = 0; i < npy->bytes; i++)
		total += at[i];
	return total;
}

static void read_back(const struct tpc_npy *npy)
{
	struct tpc_npy again;
	size_t size;
	void *header;
	uint8_t *file;

	check(!tpc_npy_header(npy->type, npy->rank, npy->size, &header, &size));
	file = malloc(size + npy->bytes);
	check(file != NULL);
	memcpy(file, header, size);
	memcpy(file + size, npy->data, npy->bytes);
	check(!tpc_npy_parse(file, size + npy->bytes, &again, NULL, 0));
	check(again.type == npy->type && again.rank == npy->rank &&
	      again.bytes == npy->bytes);
	check(!memcmp(again.size, npy->size, npy->rank * sizeof(*npy->size)));
	free(file);
	free(header);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	volatile unsigned sink;
	struct tpc_npy npy;
	char why[64];

	if (tpc_npy_parse(data, size, &npy, why, sizeof(why))) {
		/* A reason, complete. */
		check(memchr(why, 0, sizeof(why)) != NULL && why[0]);
		return 0;
	}
	sink = sum(&npy);
	(void)sink;
	read_back(&npy);
	return 0;
}
