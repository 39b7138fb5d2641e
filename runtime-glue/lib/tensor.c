/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Tensor shapes and the split of an index space. */
#include <errno.h>
#include <string.h>

#include "priv.h"

int tpc_tensor_init(struct tpc_tensor *tensor, enum tpc_dtype type,
		    unsigned rank, const uint32_t *size, uint64_t addr)
{
	struct tpc_tensor t = {.addr = addr, .type = type, .rank = rank};
	uint64_t stride = 1;
	unsigned d;

	if (!tpc_dtype_bytes(type) || !rank || rank > TPC_DIMS)
		return -EINVAL;
	for (d = 0; d < rank; d++) {
		if (!size[d] || size[d] > INT32_MAX)
			return -EINVAL;
		if (stride > INT32_MAX)
			return -EOVERFLOW;
		t.size[d] = size[d];
		t.stride[d] = stride;
		stride *= size[d];
	}
	*tensor = t;
	return 0;
}

/* Reason why a tensor cannot be described to a TPC, NULL if it can. */
const char *tpc_tensor_fault(const struct tpc_tensor *tensor)
{
	unsigned d;

	if (!tpc_dtype_bytes(tensor->type))
		return "unknown element type";
	if (!tensor->rank || tensor->rank > TPC_DIMS)
		return "rank must be 1 to 5";
	if (tensor->stride[0] != 1)
		return "stride of dimension 0 must be 1";
	for (d = 0; d < tensor->rank; d++) {
		if (!tensor->size[d] || tensor->size[d] > INT32_MAX)
			return "sizes must be 1 to 2147483647";
		if (tensor->stride[d] > INT32_MAX)
			return "strides must be 0 to 2147483647";
	}
	return NULL;
}

uint64_t tpc_tensor_bytes(const struct tpc_tensor *tensor)
{
	uint64_t last = 0;
	unsigned d;

	if (tpc_tensor_fault(tensor))
		return 0;
	/* At most five products below 2^62: cannot wrap in 64 bits... */
	for (d = 0; d < tensor->rank; d++) {
		uint64_t span =
			(uint64_t)(tensor->size[d] - 1) * tensor->stride[d];

		/* ... except together; such a tensor is larger than memory. */
		if (span > UINT64_MAX / 8 - last)
			return 0;
		last += span;
	}
	return (last + 1) * tpc_dtype_bytes(tensor->type);
}

/* The dimension to halve: the highest even one, else the highest; or -1. */
static int dim_to_halve(const struct tpc_box *box)
{
	int d, odd = -1;

	for (d = TPC_DIMS - 1; d >= 0; d--) {
		if (box->size[d] < 2)
			continue;
		if (box->size[d] % 2 == 0)
			return d;
		if (odd < 0)
			odd = d;
	}
	return odd;
}

/* Oldest part that can be halved, or -1. */
static int find_part(const struct tpc_box *parts, unsigned count, int *dim)
{
	unsigned i;

	for (i = 0; i < count; i++) {
		*dim = dim_to_halve(&parts[i]);
		if (*dim >= 0)
			return i;
	}
	return -1;
}

/* Halves part @at; both halves become the youngest parts. */
static void halve(struct tpc_box *parts, unsigned *count, unsigned at, int dim)
{
	struct tpc_box low = parts[at], high = parts[at];

	low.size[dim] = (low.size[dim] + 1) / 2;
	high.base[dim] += low.size[dim];
	high.size[dim] -= low.size[dim];
	memmove(&parts[at], &parts[at + 1], (*count - at - 1) * sizeof(*parts));
	parts[*count - 1] = low;
	parts[(*count)++] = high;
}

int tpc_split(const struct tpc_box *space, unsigned want, struct tpc_box *parts)
{
	unsigned count = 1;
	int part, dim;

	if (!want || want > TPC_MAX_PARTS)
		return -EINVAL;
	for (dim = 0; dim < TPC_DIMS; dim++)
		if (space->size[dim] < 1 ||
		    space->base[dim] > INT32_MAX - space->size[dim])
			return -EINVAL;
	parts[0] = *space;
	while (count < want) {
		part = find_part(parts, count, &dim);
		if (part < 0)
			break;
		halve(parts, &count, part, dim);
	}
	return count;
}
