/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Look-up tables of special functions. */
#include <string.h>

#include "lut.h"
#include "lut_tables.inc"
#include "priv.h"

/* In the order of struct tpc_launch. No function uses 32 intervals. */
static const struct {
	const uint32_t *words;
	size_t size;
} classes[TPC_NUM_LUTS] = {
	{lut_256, sizeof(lut_256)},
	{lut_128, sizeof(lut_128)},
	{lut_64, sizeof(lut_64)},
	{NULL, 0},
};

_Static_assert(sizeof(lut_256) % TPC_CACHE_LINE == 0, "whole lines");
_Static_assert(sizeof(lut_128) % TPC_CACHE_LINE == 0, "whole lines");

size_t tpc_lut_size(void)
{
	size_t size = 0;
	unsigned i;

	for (i = 0; i < TPC_NUM_LUTS; i++)
		size += classes[i].size;
	return size;
}

void tpc_lut_place(uint8_t *to, uint64_t base, uint64_t addr[TPC_NUM_LUTS])
{
	size_t at = 0;
	unsigned i;

	for (i = 0; i < TPC_NUM_LUTS; i++) {
		addr[i] = classes[i].size ? base + at : 0;
		if (classes[i].size)
			memcpy(to + at, classes[i].words, classes[i].size);
		at += classes[i].size;
	}
}
