/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Free ranges of a flat address space: first fit, neighbours merged. */
#ifndef TPC_LIB_RANGES_H
#define TPC_LIB_RANGES_H

#include <stddef.h>
#include <stdint.h>

struct tpc_range {
	uint64_t base;
	uint64_t size;
};

struct tpc_ranges {
	struct tpc_range *free; /* sorted by base, none touches the next */
	size_t count;
	size_t room;
	size_t taken; /* ranges handed out */
};

/* [@base, @base + @size) is free; @size may be 0. Returns 0 or -ENOMEM. */
int tpc_ranges_init(struct tpc_ranges *ranges, uint64_t base, uint64_t size);
void tpc_ranges_fini(struct tpc_ranges *ranges);

/*
 * tpc_ranges_take() - the lowest @size bytes at a multiple of @align, a power
 * of two. -ENOMEM if no free range holds them, -EINVAL for size or align 0.
 */
int tpc_ranges_take(struct tpc_ranges *ranges, uint64_t size, uint64_t align,
		    uint64_t *addr);

/* tpc_ranges_give() - gives back exactly what was taken; cannot fail. */
void tpc_ranges_give(struct tpc_ranges *ranges, uint64_t addr, uint64_t size);

/* Size of the longest free range. */
uint64_t tpc_ranges_longest(const struct tpc_ranges *ranges);

#endif
