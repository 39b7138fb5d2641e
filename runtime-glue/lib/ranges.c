/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Free ranges of a flat address space. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "ranges.h"

int tpc_ranges_init(struct tpc_ranges *ranges, uint64_t base, uint64_t size)
{
	memset(ranges, 0, sizeof(*ranges));
	ranges->room = 16;
	ranges->free = calloc(ranges->room, sizeof(*ranges->free));
	if (!ranges->free)
		return -ENOMEM;
	if (size) {
		ranges->free[0] = (struct tpc_range){base, size};
		ranges->count = 1;
	}
	return 0;
}

void tpc_ranges_fini(struct tpc_ranges *ranges)
{
	free(ranges->free);
	memset(ranges, 0, sizeof(*ranges));
}

/*
 * n ranges taken leave at most n + 1 free ones between them. Room for that is
 * made when a range is taken, so that giving it back never needs memory.
 */
static int make_room(struct tpc_ranges *ranges)
{
	size_t room = ranges->room;
	struct tpc_range *grown;

	if (ranges->taken + 2 <= room)
		return 0;
	room *= 2;
	grown = realloc(ranges->free, room * sizeof(*grown));
	if (!grown)
		return -ENOMEM;
	ranges->free = grown;
	ranges->room = room;
	return 0;
}

static void insert(struct tpc_ranges *ranges, size_t at, uint64_t base,
		   uint64_t size)
{
	memmove(&ranges->free[at + 1], &ranges->free[at],
		(ranges->count - at) * sizeof(*ranges->free));
	ranges->free[at] = (struct tpc_range){base, size};
	ranges->count++;
}

static void remove_at(struct tpc_ranges *ranges, size_t at)
{
	ranges->count--;
	memmove(&ranges->free[at], &ranges->free[at + 1],
		(ranges->count - at) * sizeof(*ranges->free));
}

/* Cuts [addr, addr + size) out of free range @at. */
static void cut(struct tpc_ranges *ranges, size_t at, uint64_t addr,
		uint64_t size)
{
	struct tpc_range *range = &ranges->free[at];
	uint64_t before = addr - range->base;
	uint64_t after = range->size - before - size;

	if (before && after) {
		range->size = before;
		insert(ranges, at + 1, addr + size, after);
	} else if (before) {
		range->size = before;
	} else if (after) {
		*range = (struct tpc_range){addr + size, after};
	} else {
		remove_at(ranges, at);
	}
}

int tpc_ranges_take(struct tpc_ranges *ranges, uint64_t size, uint64_t align,
		    uint64_t *addr)
{
	size_t i;

	if (!size || !align || (align & (align - 1)))
		return -EINVAL;
	if (make_room(ranges))
		return -ENOMEM;
	for (i = 0; i < ranges->count; i++) {
		const struct tpc_range *range = &ranges->free[i];
		uint64_t skip = -range->base & (align - 1);
		uint64_t at = range->base + skip;

		if (skip > range->size || range->size - skip < size)
			continue;
		cut(ranges, i, at, size);
		ranges->taken++;
		*addr = at;
		return 0;
	}
	return -ENOMEM;
}

void tpc_ranges_give(struct tpc_ranges *ranges, uint64_t addr, uint64_t size)
{
	struct tpc_range *prev, *next;
	size_t i = 0;

	while (i < ranges->count && ranges->free[i].base < addr)
		i++;
	prev = i ? &ranges->free[i - 1] : NULL;
	next = i < ranges->count ? &ranges->free[i] : NULL;
	ranges->taken--;
	if (prev && prev->base + prev->size == addr) {
		prev->size += size;
		if (next && prev->base + prev->size == next->base) {
			prev->size += next->size;
			remove_at(ranges, i);
		}
	} else if (next && addr + size == next->base) {
		next->base = addr;
		next->size += size;
	} else {
		insert(ranges, i, addr, size);
	}
}

uint64_t tpc_ranges_longest(const struct tpc_ranges *ranges)
{
	uint64_t longest = 0;
	size_t i;

	for (i = 0; i < ranges->count; i++)
		if (ranges->free[i].size > longest)
			longest = ranges->free[i].size;
	return longest;
}
