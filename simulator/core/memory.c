/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Device memory as the core reaches it: through the bus's map(), with the
 * ranges of this run remembered.
 */
#include <errno.h>
#include <string.h>

#include "core_impl.h"

/* How much is asked for at once; the bus cuts it down to what there is. */
#define WINDOW_MAX ((size_t)1 << 40)
/* A window starts below the address if there is memory. */
#define WINDOW_ALIGN 0x10000u

static bool covers(const struct window *w, uint64_t addr, size_t len,
		   bool write)
{
	return addr >= w->addr && addr - w->addr < w->size &&
	       len <= w->size - (addr - w->addr) && (w->write || !write);
}

static struct window *map_at(struct tpc_core *core, uint64_t start, bool write)
{
	size_t len = WINDOW_MAX;
	struct window *w;
	void *host;

	host = core->bus.map(core->bus.ctx, start, &len, write);
	if (!host || !len)
		return NULL;
	w = &core->window[core->next_window++ % NUM_WINDOWS];
	w->addr = start;
	w->size = len;
	w->host = host;
	w->write = write;
	return w;
}

static struct window *find_window(struct tpc_core *core, uint64_t addr,
				  size_t len, bool write)
{
	struct window *w;

	for (unsigned i = 0; i < NUM_WINDOWS; i++) {
		if (covers(&core->window[i], addr, len, write))
			return &core->window[i];
	}
	w = map_at(core, addr & ~(uint64_t)(WINDOW_ALIGN - 1), write);
	if (w && covers(w, addr, 1, write))
		return w;
	return map_at(core, addr, write);
}

void *mem_map(struct tpc_core *core, uint64_t addr, size_t len, bool write)
{
	struct window *w = find_window(core, addr, len, write);

	if (!w || !covers(w, addr, len, write))
		return NULL;
	return w->host + (addr - w->addr);
}

/* The contiguous bytes at @addr, at most @len of them. */
static void *mem_part(struct tpc_core *core, uint64_t addr, size_t *len,
		      bool write)
{
	struct window *w = find_window(core, addr, *len, write);
	uint64_t left;

	if (!w)
		return NULL;
	left = w->size - (addr - w->addr);
	if (*len > left)
		*len = left;
	return w->host + (addr - w->addr);
}

int mem_read(struct tpc_core *core, uint64_t addr, void *buf, size_t len)
{
	uint8_t *to = buf;

	while (len) {
		size_t part = len;
		const void *from = mem_part(core, addr, &part, false);

		if (!from)
			return -EFAULT;
		memcpy(to, from, part);
		to += part;
		addr += part;
		len -= part;
	}
	return 0;
}

int mem_write(struct tpc_core *core, uint64_t addr, const void *buf, size_t len)
{
	const uint8_t *from = buf;

	while (len) {
		size_t part = len;
		void *to = mem_part(core, addr, &part, true);

		if (!to)
			return -EFAULT;
		memcpy(to, from, part);
		from += part;
		addr += part;
		len -= part;
	}
	return 0;
}
