/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Host memory that the driver shares with the device by bus address. */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "driver.h"

struct hostmem *driver_hostmem_alloc(struct tpc_sim *sim, size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	struct hostmem *mem = calloc(1, sizeof(*mem));

	if (!mem)
		return NULL;
	mem->size = (size + page - 1) / page * page;
	/* Shared, so that a second mapping sees the same pages. */
	mem->ptr = mmap(NULL, mem->size, PROT_READ | PROT_WRITE,
			MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (mem->ptr == MAP_FAILED)
		goto free_mem;
	/* Addresses are never used twice: 47 bits last long enough. */
	mem->bus = sim->next_bus;
	if (soc_host_add(sim->soc, SOC_HOST_BUS, mem->bus, mem->ptr, mem->size))
		goto unmap;
	sim->next_bus += mem->size;
	return mem;

unmap:
	munmap(mem->ptr, mem->size);
free_mem:
	free(mem);
	return NULL;
}

void driver_hostmem_free(struct tpc_sim *sim, struct hostmem *mem)
{
	if (!mem)
		return;
	soc_host_remove(sim->soc, SOC_HOST_BUS, mem->bus);
	munmap(mem->ptr, mem->size);
	free(mem);
}

struct hostmem *driver_hostmem_get(struct tpc_sim *sim, size_t size)
{
	struct hostmem *mem = sim->pool;

	if (!mem || size > mem->size)
		return driver_hostmem_alloc(sim, size);
	sim->pool = mem->next;
	mem->next = NULL;
	return mem;
}

void driver_hostmem_put(struct tpc_sim *sim, struct hostmem *mem)
{
	if (!mem)
		return;
	if (mem->size > (size_t)sysconf(_SC_PAGESIZE)) {
		driver_hostmem_free(sim, mem);
		return;
	}
	mem->next = sim->pool;
	sim->pool = mem;
}

void driver_hostmem_free_pool(struct tpc_sim *sim)
{
	struct hostmem *mem;

	while ((mem = sim->pool)) {
		sim->pool = mem->next;
		driver_hostmem_free(sim, mem);
	}
}

uint64_t driver_hostmem_address(const struct hostmem *mem)
{
	return TPC_GAUDI_HOST_PHYS_BASE + mem->bus;
}
