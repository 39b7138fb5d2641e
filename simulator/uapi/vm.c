/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Device virtual addresses of mapped host memory: the driver's choice of an
 * address, and the mapping in the chip.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "driver.h"

static uint64_t page_size(void)
{
	return (uint64_t)sysconf(_SC_PAGESIZE);
}

int driver_vm_init(struct ctx *ctx)
{
	ctx->va_room = 16;
	ctx->va = calloc(ctx->va_room, sizeof(*ctx->va));
	if (!ctx->va)
		return -ENOMEM;
	/* The driver keeps the first piece for its own command buffers. */
	ctx->va[0].addr = TPC_GAUDI_HOST_VA_BASE + TPC_GAUDI_INTERNAL_CB_POOL;
	ctx->va[0].size = TPC_GAUDI_HOST_VA_SIZE - TPC_GAUDI_INTERNAL_CB_POOL;
	ctx->num_va = 1;
	return 0;
}

static int insert_block(struct ctx *ctx, size_t at, uint64_t addr,
			uint64_t size)
{
	struct va_block *grown;

	if (ctx->num_va == ctx->va_room) {
		grown = realloc(ctx->va, 2 * ctx->va_room * sizeof(*grown));
		if (!grown)
			return -ENOMEM;
		ctx->va = grown;
		ctx->va_room *= 2;
	}
	memmove(ctx->va + at + 1, ctx->va + at,
		(ctx->num_va - at) * sizeof(*ctx->va));
	ctx->va[at].addr = addr;
	ctx->va[at].size = size;
	ctx->num_va++;
	return 0;
}

static void remove_block(struct ctx *ctx, size_t at)
{
	ctx->num_va--;
	memmove(ctx->va + at, ctx->va + at + 1,
		(ctx->num_va - at) * sizeof(*ctx->va));
}

/* Takes [addr, addr + size) out of free block number @at. */
static int take(struct ctx *ctx, size_t at, uint64_t addr, uint64_t size)
{
	struct va_block *b = &ctx->va[at];
	uint64_t before = addr - b->addr;
	uint64_t after = b->size - before - size;

	if (before && after) {
		int rc = insert_block(ctx, at + 1, addr + size, after);

		if (rc)
			return rc;
		ctx->va[at].size = before;
	} else if (before) {
		b->size = before;
	} else if (after) {
		b->addr = addr + size;
		b->size = after;
	} else {
		remove_block(ctx, at);
	}
	return 0;
}

static void give_back(struct ctx *ctx, uint64_t addr, uint64_t size)
{
	size_t at = 0;
	struct va_block *b;

	while (at < ctx->num_va && ctx->va[at].addr < addr)
		at++;
	b = &ctx->va[at];
	if (at < ctx->num_va && addr + size == b->addr) {
		b->addr = addr;
		b->size += size;
	} else if (insert_block(ctx, at, addr, size)) {
		return; /* the addresses are lost, nothing else */
	}
	if (at && ctx->va[at - 1].addr + ctx->va[at - 1].size == addr) {
		ctx->va[at - 1].size += ctx->va[at].size;
		remove_block(ctx, at);
	}
}

/* The free block that holds [addr, addr + size), or -1. */
static long find_at(const struct ctx *ctx, uint64_t addr, uint64_t size)
{
	size_t i;

	for (i = 0; i < ctx->num_va; i++) {
		const struct va_block *b = &ctx->va[i];

		if (addr >= b->addr && addr - b->addr <= b->size &&
		    size <= b->size - (addr - b->addr))
			return (long)i;
	}
	return -1;
}

/* The smallest free block that has room at a multiple of @align. */
static long find_best(const struct ctx *ctx, uint64_t size, uint64_t align,
		      uint64_t *addr)
{
	long best = -1;
	size_t i;

	for (i = 0; i < ctx->num_va; i++) {
		const struct va_block *b = &ctx->va[i];
		uint64_t start = (b->addr + align - 1) / align * align;

		if (start - b->addr > b->size ||
		    size > b->size - (start - b->addr))
			continue;
		if (best >= 0 && ctx->va[best].size <= b->size)
			continue;
		best = (long)i;
		*addr = start;
	}
	return best;
}

/* A hint may be any page: small ones can always be used. */
static int choose(struct ctx *ctx, uint64_t size, uint64_t align, uint64_t hint,
		  bool force, uint64_t *addr)
{
	long at = -1;

	if (hint && hint % page_size() == 0) {
		*addr = hint;
		at = find_at(ctx, hint, size);
		if (at < 0 && force)
			return -ENOMEM;
	} else if (hint && force) {
		return -EINVAL;
	}
	if (at < 0)
		at = find_best(ctx, size, align, addr);
	if (at < 0)
		return -ENOMEM;
	return take(ctx, (size_t)at, *addr, size);
}

int driver_vm_map(struct ctx *ctx, uint64_t host, uint64_t size, uint64_t hint,
		  bool force, uint64_t *va)
{
	uint64_t page = page_size();
	uint64_t offset = host % page;
	uint64_t start = host - offset;
	uint64_t total = (offset + size + page - 1) / page * page;
	uint64_t align = page;
	struct userptr *u;
	int rc;

	if (!size || host + size < host || total < size ||
	    start + total < start)
		return -EINVAL;
	if (!driver_user_range_ok(start, total))
		return -EFAULT;
	if (start % TPC_GAUDI_MMU_HUGE_PAGE == 0)
		align = TPC_GAUDI_MMU_HUGE_PAGE;
	u = calloc(1, sizeof(*u));
	if (!u)
		return -ENOMEM;
	rc = choose(ctx, total, align, hint, force, &u->start);
	if (rc)
		goto free_userptr;
	rc = soc_host_add(ctx->sim->soc, SOC_HOST_VA, u->start,
			  (void *)(uintptr_t)start, total);
	if (rc) {
		give_back(ctx, u->start, total);
		goto free_userptr;
	}
	u->size = total;
	u->va = u->start + offset;
	u->next = ctx->userptrs;
	ctx->userptrs = u;
	*va = u->va;
	return 0;

free_userptr:
	free(u);
	return rc;
}

static void unmap_one(struct ctx *ctx, struct userptr **link)
{
	struct userptr *u = *link;

	*link = u->next;
	soc_host_remove(ctx->sim->soc, SOC_HOST_VA, u->start);
	give_back(ctx, u->start, u->size);
	free(u);
}

int driver_vm_unmap(struct ctx *ctx, uint64_t va)
{
	struct userptr **link;

	/*
	 * The device must be done with the pages. It may take a while, so the
	 * mapping is looked up afterwards.
	 */
	soc_pause(ctx->sim->soc);
	for (link = &ctx->userptrs; *link; link = &(*link)->next)
		if ((*link)->va == va)
			break;
	if (*link)
		unmap_one(ctx, link);
	else
		va = 0;
	soc_resume(ctx->sim->soc);
	return va ? 0 : -EINVAL;
}

void driver_vm_unmap_all(struct ctx *ctx)
{
	while (ctx->userptrs)
		unmap_one(ctx, &ctx->userptrs);
}

void driver_vm_free(struct ctx *ctx)
{
	soc_pause(ctx->sim->soc);
	driver_vm_unmap_all(ctx);
	soc_resume(ctx->sim->soc);
	free(ctx->va);
}
