/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Memory as the device sees it: HBM, SRAM, host memory by bus address and by
 * virtual address.
 *
 * HBM is one sparse reservation of address space, so that a device address is
 * an offset. Virtual addresses are looked up in a table of ranges; find_host()
 * is the place where a walk of the page tables in HBM could stand instead.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "export.h"
#include "soc_priv.h"

static char *reserve(size_t size)
{
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	return p == MAP_FAILED ? NULL : p;
}

int soc_memory_init(struct soc *soc)
{
	soc->mem.hbm = reserve(TPC_GAUDI_HBM_SIZE);
	soc->mem.sram = reserve(TPC_GAUDI_SRAM_SIZE);
	if (!soc->mem.hbm || !soc->mem.sram)
		return -ENOMEM;
	/* Tensors are large: fewer faults where they are first touched. */
	madvise(soc->mem.hbm, TPC_GAUDI_HBM_SIZE, MADV_HUGEPAGE);
	/* A core dump of 32 GiB of zeros helps nobody. */
	madvise(soc->mem.hbm, TPC_GAUDI_HBM_SIZE, MADV_DONTDUMP);
	return 0;
}

void soc_memory_free(struct soc *soc)
{
	unsigned i;

	soc_exports_free(&soc->mem);
	if (soc->mem.hbm)
		munmap(soc->mem.hbm, TPC_GAUDI_HBM_SIZE);
	if (soc->mem.sram)
		munmap(soc->mem.sram, TPC_GAUDI_SRAM_SIZE);
	for (i = 0; i < SOC_NUM_SPACES; i++)
		free(soc->mem.space[i].range);
}

/* Index of the first range that ends behind @addr. */
static size_t first_behind(const struct soc_space_map *map, uint64_t addr)
{
	size_t low = 0;
	size_t high = map->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (map->range[mid].addr + map->range[mid].len <= addr)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

int soc_host_add(struct soc *soc, enum soc_space space, uint64_t addr,
		 void *host, size_t len)
{
	struct soc_space_map *map = &soc->mem.space[space];
	size_t at = first_behind(map, addr);
	struct soc_range *grown;

	if (!len || addr + len < addr)
		return -EINVAL;
	if (at < map->count && map->range[at].addr < addr + len)
		return -EEXIST;
	if (map->count == map->room) {
		size_t room = map->room ? map->room * 2 : 16;

		grown = realloc(map->range, room * sizeof(*grown));
		if (!grown)
			return -ENOMEM;
		map->range = grown;
		map->room = room;
	}
	memmove(map->range + at + 1, map->range + at,
		(map->count - at) * sizeof(*map->range));
	map->range[at] =
		(struct soc_range){.addr = addr, .len = len, .host = host};
	map->count++;
	return 0;
}

int soc_host_remove(struct soc *soc, enum soc_space space, uint64_t addr)
{
	struct soc_space_map *map = &soc->mem.space[space];
	size_t at = first_behind(map, addr);

	if (at == map->count || map->range[at].addr != addr)
		return -ENOENT;
	map->count--;
	memmove(map->range + at, map->range + at + 1,
		(map->count - at) * sizeof(*map->range));
	return 0;
}

static void *cut(char *base, uint64_t offset, uint64_t size, size_t *len)
{
	if (*len > size - offset)
		*len = (size_t)(size - offset);
	return base + offset;
}

static void *find_host(struct soc *soc, enum soc_space space, uint64_t addr,
		       size_t *len)
{
	const struct soc_space_map *map = &soc->mem.space[space];
	size_t at = first_behind(map, addr);

	if (at == map->count || map->range[at].addr > addr)
		return NULL;
	return cut(map->range[at].host, addr - map->range[at].addr,
		   map->range[at].len, len);
}

static bool inside(uint64_t addr, uint64_t base, uint64_t size)
{
	return addr >= base && addr - base < size;
}

void *soc_map(struct soc *soc, uint64_t addr, size_t *len, bool secure)
{
	if (inside(addr, TPC_GAUDI_HBM_BASE, TPC_GAUDI_HBM_SIZE))
		return cut(soc->mem.hbm, addr - TPC_GAUDI_HBM_BASE,
			   TPC_GAUDI_HBM_SIZE, len);
	if (inside(addr, TPC_GAUDI_SRAM_BASE, TPC_GAUDI_SRAM_SIZE))
		return cut(soc->mem.sram, addr - TPC_GAUDI_SRAM_BASE,
			   TPC_GAUDI_SRAM_SIZE, len);
	if (inside(addr, TPC_GAUDI_HOST_PHYS_BASE, TPC_GAUDI_HOST_PHYS_SIZE))
		return secure ? find_host(soc, SOC_HOST_BUS,
					  addr - TPC_GAUDI_HOST_PHYS_BASE, len)
			      : NULL;
	if (inside(addr, TPC_GAUDI_HOST_VA_BASE, TPC_GAUDI_HOST_VA_SIZE))
		return find_host(soc, SOC_HOST_VA, addr, len);
	return NULL;
}

static int copy(struct soc *soc, uint64_t addr, char *buf, size_t len,
		bool secure, bool write)
{
	const uint64_t start = addr;

	while (len) {
		size_t part = len;
		char *host = soc_map(soc, addr, &part, secure);

		if (!host) {
			const struct tpc_cb_range *range =
				tpc_cb_range(soc->cb, addr);

			soc_why(soc,
				"no memory at 0x%llx%s%s (access at 0x%llx)",
				(unsigned long long)addr,
				range ? " in range " : "",
				range ? range->name : "",
				(unsigned long long)start);
			return -EFAULT;
		}
		if (write)
			memcpy(host, buf, part);
		else
			memcpy(buf, host, part);
		addr += part;
		buf += part;
		len -= part;
	}
	return 0;
}

int soc_mem_read(struct soc *soc, uint64_t addr, void *buf, size_t len,
		 bool secure)
{
	return copy(soc, addr, buf, len, secure, false);
}

int soc_mem_write(struct soc *soc, uint64_t addr, const void *buf, size_t len,
		  bool secure)
{
	return copy(soc, addr, (char *)buf, len, secure, true);
}

int soc_message(struct soc *soc, uint64_t addr, uint32_t value, bool secure)
{
	uint8_t bytes[4] = {(uint8_t)value, (uint8_t)(value >> 8),
			    (uint8_t)(value >> 16), (uint8_t)(value >> 24)};

	if (inside(addr, TPC_GAUDI_CFG_BASE, TPC_GAUDI_CFG_SIZE))
		return soc_reg_write(soc, addr, value, secure);
	return soc_mem_write(soc, addr, bytes, sizeof(bytes), secure);
}
