/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The MEMORY request. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "driver.h"

static int map(struct ctx *ctx, union hl_mem_args *args)
{
	uint64_t va;
	int rc;

	/* Without USERPTR it would be device memory, which Gaudi's is not. */
	if (!(args->in.flags & HL_MEM_USERPTR))
		return -EINVAL;
	rc = driver_vm_map(ctx, args->in.map_host.host_virt_addr,
			   args->in.map_host.mem_size,
			   args->in.map_host.hint_addr,
			   args->in.flags & HL_MEM_FORCE_HINT, &va);
	if (rc)
		return rc;
	memset(args, 0, sizeof(*args));
	args->out.device_virt_addr = va;
	return 0;
}

static int export_dmabuf(struct ctx *ctx, union hl_mem_args *args)
{
	uint64_t addr = args->in.export_dmabuf_fd.handle;
	uint64_t size = args->in.export_dmabuf_fd.mem_size;
	uint64_t offset = addr - TPC_GAUDI_DRAM_USER_BASE;
	const uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE);
	int fd;

	if (addr % page || size < page || size % page)
		return -EINVAL;
	if (addr < TPC_GAUDI_DRAM_USER_BASE ||
	    offset > TPC_GAUDI_DRAM_USER_SIZE ||
	    size > TPC_GAUDI_DRAM_USER_SIZE - offset)
		return -EINVAL;
	fd = soc_export(ctx->sim->soc, addr, size, (int)args->in.flags);
	if (fd < 0)
		return fd;
	memset(args, 0, sizeof(*args));
	args->out.fd = fd;
	return 0;
}

/* Device memory is the user's to divide; the driver only counts. */
static int account(struct ctx *ctx, union hl_mem_args *args, bool alloc)
{
	uint64_t size = args->in.alloc.mem_size;

	if (alloc && !size)
		return -EINVAL;
	if (alloc) {
		ctx->dram_used += size;
		ctx->sim->dram_used += size;
	} else {
		size = size < ctx->dram_used ? size : ctx->dram_used;
		ctx->dram_used -= size;
		ctx->sim->dram_used -= size;
	}
	memset(args, 0, sizeof(*args));
	return 0;
}

#define TS_MAX_ELEMENTS (1u << 20) /* KD */

static int alloc_timestamps(struct tpc_sim_file *file, union hl_mem_args *args)
{
	uint32_t count = args->in.num_of_elements;
	uint64_t handle;
	int rc;

	if (count > TS_MAX_ELEMENTS)
		return -EINVAL;
	if (!count)
		return -ENOMEM;
	rc = driver_buf_create(file, BUF_TS, count * (uint32_t)sizeof(uint64_t),
			       &handle);
	if (rc)
		return rc;
	memset(args, 0, sizeof(*args));
	args->out.handle = handle;
	return 0;
}

int driver_mem(struct tpc_sim_file *file, union hl_mem_args *args)
{
	if (file->sim->status != HL_DEVICE_STATUS_OPERATIONAL)
		return -EBUSY;
	switch (args->in.op) {
	case HL_MEM_OP_ALLOC:
		return account(file->ctx, args, true);
	case HL_MEM_OP_FREE:
		return account(file->ctx, args, false);
	case HL_MEM_OP_MAP:
		return map(file->ctx, args);
	case HL_MEM_OP_UNMAP:
		return driver_vm_unmap(file->ctx,
				       args->in.unmap.device_virt_addr);
	case HL_MEM_OP_MAP_BLOCK:
		return -EPERM;
	case HL_MEM_OP_EXPORT_DMABUF_FD:
		return export_dmabuf(file->ctx, args);
	case HL_MEM_OP_TS_ALLOC:
		return alloc_timestamps(file, args);
	default:
		return -EINVAL;
	}
}
