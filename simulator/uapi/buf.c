/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Buffers that a file owns by handle: command buffers and timestamp buffers.
 * A handle is also the offset to give to mmap().
 */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "driver.h"

#define TYPE_SHIFT 59

static unsigned page_shift(void)
{
	return (unsigned)__builtin_ctzl((unsigned long)sysconf(_SC_PAGESIZE));
}

static uint64_t make_handle(enum buf_type type, unsigned id)
{
	return (uint64_t)type << TYPE_SHIFT | (uint64_t)id << page_shift();
}

/* Lowest free id from 1, as the kernel's idr gives. */
static int find_id(struct tpc_sim_file *file, unsigned *id)
{
	struct buf **grown;
	unsigned i, room;

	for (i = 1; i < file->num_bufs; i++) {
		if (!file->bufs[i]) {
			*id = i;
			return 0;
		}
	}
	room = file->num_bufs ? file->num_bufs * 2 : 16;
	grown = realloc(file->bufs, room * sizeof(*grown));
	if (!grown)
		return -ENOMEM;
	for (i = file->num_bufs; i < room; i++)
		grown[i] = NULL;
	*id = file->num_bufs ? file->num_bufs : 1;
	file->bufs = grown;
	file->num_bufs = room;
	return 0;
}

int driver_buf_create(struct tpc_sim_file *file, enum buf_type type,
		      uint32_t size, uint64_t *handle)
{
	uint32_t page = 1u << page_shift();
	struct buf *buf = calloc(1, sizeof(*buf));
	int rc;

	if (!buf)
		return -ENOMEM;
	rc = find_id(file, &buf->id);
	if (rc)
		goto free_buf;
	buf->type = type;
	buf->size = size < page ? page : size;
	buf->mem = driver_hostmem_alloc(file->sim, buf->size);
	rc = -ENOMEM;
	if (!buf->mem)
		goto free_buf;
	file->bufs[buf->id] = buf;
	*handle = make_handle(type, buf->id);
	return 0;

free_buf:
	free(buf);
	return rc;
}

struct buf *driver_buf_find(struct tpc_sim_file *file, uint64_t handle,
			    enum buf_type type)
{
	uint64_t id = (handle & ((1ull << TYPE_SHIFT) - 1)) >> page_shift();

	if (id >= file->num_bufs || make_handle(type, (unsigned)id) != handle ||
	    !file->bufs[id] || file->bufs[id]->type != type)
		return NULL;
	return file->bufs[id];
}

/* A mapping of the process keeps its pages by itself. */
static void drop_handle(struct tpc_sim_file *file, struct buf *buf)
{
	file->bufs[buf->id] = NULL;
	driver_hostmem_free(file->sim, buf->mem);
	free(buf);
}

void driver_buf_drop_all(struct tpc_sim_file *file)
{
	unsigned i;

	for (i = 0; i < file->num_bufs; i++)
		if (file->bufs[i])
			drop_handle(file, file->bufs[i]);
	free(file->bufs);
	file->bufs = NULL;
	file->num_bufs = 0;
}

static int create(struct tpc_sim_file *file, union hl_cb_args *args)
{
	uint64_t handle;
	int rc;

	if (args->in.cb_size > HL_MAX_CB_SIZE)
		return -EINVAL;
	/* Gaudi's MMU does not map command buffers of the kernel. */
	if (args->in.flags & HL_CB_FLAGS_MAP)
		return -ENOMEM;
	rc = driver_buf_create(file, BUF_CB, args->in.cb_size, &handle);
	if (rc)
		return rc;
	args->out.cb_handle = handle;
	return 0;
}

static int info(struct tpc_sim_file *file, union hl_cb_args *args)
{
	struct buf *buf = driver_buf_find(file, args->in.cb_handle, BUF_CB);

	if (!buf)
		return -EINVAL;
	/* Only a buffer created with MAP has a device address. */
	if (args->in.flags & HL_CB_FLAGS_GET_DEVICE_VA)
		return -EINVAL;
	/* Submissions work on copies: they do not hold on to it. */
	args->out.usage_cnt = 0;
	args->out.pad = 0;
	return 0;
}

int driver_cb(struct tpc_sim_file *file, union hl_cb_args *args)
{
	struct buf *buf;

	if (file->sim->status != HL_DEVICE_STATUS_OPERATIONAL)
		return -EBUSY;
	switch (args->in.op) {
	case HL_CB_OP_CREATE:
		return create(file, args);
	case HL_CB_OP_DESTROY:
		buf = driver_buf_find(file, args->in.cb_handle, BUF_CB);
		if (!buf)
			return -EINVAL;
		drop_handle(file, buf);
		return 0;
	case HL_CB_OP_INFO:
		return info(file, args);
	default:
		return -EINVAL;
	}
}

int driver_buf_mmap(struct tpc_sim_file *file, size_t len, int prot,
		    uint64_t offset, void **out)
{
	uint64_t type = offset >> TYPE_SHIFT;
	struct buf *buf;
	void *p;

	if (type != BUF_CB && type != BUF_TS)
		return -EINVAL;
	buf = driver_buf_find(file, offset, (enum buf_type)type);
	if (!buf || len != buf->mem->size || buf->mapped)
		return -EINVAL;
	/* Size 0 makes a second mapping of the same shared pages. */
	p = mremap(buf->mem->ptr, 0, len, MREMAP_MAYMOVE);
	if (p == MAP_FAILED)
		return -errno;
	if (mprotect(p, len, prot)) {
		munmap(p, len);
		return -EINVAL;
	}
	buf->mapped = p;
	*out = p;
	return 0;
}

int driver_buf_munmap(struct tpc_sim_file *file, void *addr, size_t len)
{
	unsigned i;

	if (munmap(addr, len))
		return -errno;
	for (i = 0; i < file->num_bufs; i++) {
		struct buf *buf = file->bufs[i];

		if (buf && buf->mapped == addr && len >= buf->mem->size)
			buf->mapped = NULL;
	}
	return 0;
}
