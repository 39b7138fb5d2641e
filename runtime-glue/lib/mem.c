/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Device memory, host memory the device reaches, and dma-bufs of both. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "priv.h"

struct tpc_mem {
	struct tpc_device *dev;
	uint64_t addr;
	uint64_t size;
	unsigned flags;
	bool exported;
};

struct tpc_buf {
	struct tpc_device *dev;
	void *ptr;
	size_t size;
	uint64_t addr;
	size_t mapped; /* bytes to munmap() at the end, 0: the caller's memory
			*/
};

static struct tpc_ranges *pool(struct tpc_device *dev, unsigned flags)
{
	return flags & TPC_MEM_SRAM ? &dev->sram : &dev->dram;
}

/* Rounds up; 0 when that does not fit. */
static uint64_t round_up(uint64_t size, uint64_t unit)
{
	if (size > UINT64_MAX - (unit - 1))
		return 0;
	return (size + unit - 1) / unit * unit;
}

static int take(struct tpc_mem *mem, uint64_t align)
{
	struct tpc_device *dev = mem->dev;
	struct tpc_ranges *ranges = pool(dev, mem->flags);
	uint64_t longest;
	int err;

	pthread_mutex_lock(&dev->lock);
	err = tpc_ranges_take(ranges, mem->size, align, &mem->addr);
	longest = tpc_ranges_longest(ranges);
	pthread_mutex_unlock(&dev->lock);
	if (!err)
		return 0;
	return tpc_fail(dev, err,
			"%s: no room for %llu bytes of %s; the longest free "
			"range has %llu",
			dev->name, (unsigned long long)mem->size,
			mem->flags & TPC_MEM_SRAM ? "SRAM" : "DRAM",
			(unsigned long long)longest);
}

static void give(struct tpc_mem *mem)
{
	pthread_mutex_lock(&mem->dev->lock);
	tpc_ranges_give(pool(mem->dev, mem->flags), mem->addr, mem->size);
	pthread_mutex_unlock(&mem->dev->lock);
}

int tpc_mem_alloc(struct tpc_device *dev, uint64_t size, uint64_t align,
		  unsigned flags, struct tpc_mem **out)
{
	uint64_t unit = TPC_CACHE_LINE;
	struct tpc_mem *mem;
	int err;

	if (flags & ~(TPC_MEM_SRAM | TPC_MEM_EXPORT) ||
	    flags == (TPC_MEM_SRAM | TPC_MEM_EXPORT))
		return tpc_fail(dev, -EINVAL, "unknown flags 0x%x", flags);
	if (align & (align - 1))
		return tpc_fail(dev, -EINVAL,
				"alignment %llu is no power of two",
				(unsigned long long)align);
	if (flags & TPC_MEM_EXPORT)
		unit = dev->info.dram_page;
	size = round_up(size, unit);
	if (!size)
		return tpc_fail(dev, -EINVAL, "size is 0 or too large");
	mem = calloc(1, sizeof(*mem));
	if (!mem)
		return -ENOMEM;
	*mem = (struct tpc_mem){.dev = dev, .size = size, .flags = flags};
	err = take(mem, align > unit ? align : unit);
	if (err)
		goto free_mem;
	err = flags & TPC_MEM_SRAM ? 0 : tpc_uapi_mem_alloc(dev, size);
	if (err)
		goto give_range;
	tpc_device_hold(dev);
	*out = mem;
	return 0;

give_range:
	give(mem);
free_mem:
	free(mem);
	return err;
}

void tpc_mem_free(struct tpc_mem *mem)
{
	if (!mem)
		return;
	/* Accounting only; there is nothing to be done about a failure. */
	if (!(mem->flags & TPC_MEM_SRAM))
		tpc_uapi_mem_free(mem->dev, mem->size);
	if (!mem->exported)
		give(mem);
	tpc_device_drop(mem->dev);
	free(mem);
}

uint64_t tpc_mem_addr(const struct tpc_mem *mem)
{
	return mem->addr;
}

uint64_t tpc_mem_size(const struct tpc_mem *mem)
{
	return mem->size;
}

struct tpc_device *tpc_mem_device(const struct tpc_mem *mem)
{
	return mem->dev;
}

int tpc_mem_export(struct tpc_mem *mem, int fd_flags, int *fd)
{
	int err;

	if (!(mem->flags & TPC_MEM_EXPORT))
		return tpc_fail(mem->dev, -EINVAL,
				"memory was not allocated with TPC_MEM_EXPORT");
	err = tpc_uapi_export(mem->dev, mem->addr, mem->size, fd_flags, fd);
	if (!err)
		mem->exported = true;
	return err;
}

/* ---- Host memory ------------------------------------------------------ */

/* Takes over @mapped bytes at @ptr on success only. */
static int map_buf(struct tpc_device *dev, void *ptr, size_t size,
		   size_t mapped, struct tpc_buf **out)
{
	struct tpc_buf *buf = calloc(1, sizeof(*buf));
	int err;

	if (!buf)
		return -ENOMEM;
	*buf = (struct tpc_buf){
		.dev = dev,
		.ptr = ptr,
		.size = size,
		.mapped = mapped,
	};
	err = tpc_uapi_map(dev, ptr, size, &buf->addr);
	if (err) {
		free(buf);
		if (err == -ENOMEM)
			tpc_fail(dev, err,
				 "%s: %zu bytes of host memory cannot be "
				 "pinned; is the limit for locked memory "
				 "(ulimit -l) too low?",
				 dev->name, size);
		return err;
	}
	tpc_device_hold(dev);
	*out = buf;
	return 0;
}

static size_t whole_pages(size_t size)
{
	return round_up(size, (uint64_t)sysconf(_SC_PAGESIZE));
}

int tpc_buf_alloc(struct tpc_device *dev, size_t size, struct tpc_buf **out)
{
	size_t mapped = whole_pages(size);
	void *ptr;
	int err;

	if (!mapped)
		return tpc_fail(dev, -EINVAL, "size is 0 or too large");
	ptr = mmap(NULL, mapped, PROT_READ | PROT_WRITE,
		   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (ptr == MAP_FAILED)
		return tpc_fail(dev, -ENOMEM, "no host memory for %zu bytes",
				size);
	err = map_buf(dev, ptr, size, mapped, out);
	if (err)
		munmap(ptr, mapped);
	return err;
}

int tpc_buf_map(struct tpc_device *dev, void *ptr, size_t size,
		struct tpc_buf **out)
{
	if (!ptr || !size)
		return tpc_fail(dev, -EINVAL, "no memory given to map");
	return map_buf(dev, ptr, size, 0, out);
}

void tpc_buf_free(struct tpc_buf *buf)
{
	if (!buf)
		return;
	tpc_uapi_unmap(buf->dev, buf->addr);
	if (buf->mapped)
		munmap(buf->ptr, buf->mapped);
	tpc_device_drop(buf->dev);
	free(buf);
}

void *tpc_buf_ptr(const struct tpc_buf *buf)
{
	return buf->ptr;
}

uint64_t tpc_buf_addr(const struct tpc_buf *buf)
{
	return buf->addr;
}

size_t tpc_buf_size(const struct tpc_buf *buf)
{
	return buf->size;
}

struct tpc_device *tpc_buf_device(const struct tpc_buf *buf)
{
	return buf->dev;
}

/* ---- dma-buf ---------------------------------------------------------- */

/* Length of a dma-buf, which answers lseek() but not always fstat(). */
static int64_t dmabuf_size(int fd)
{
	off_t size = lseek(fd, 0, SEEK_END);

	if (size < 0)
		return -errno;
	lseek(fd, 0, SEEK_SET);
	return size;
}

static int map_error(struct tpc_device *dev, int err)
{
	if (err == -EACCES)
		return tpc_fail(dev, err,
				"the dma-buf is read-only; export it with "
				"O_RDWR");
	if (err == -EINVAL || err == -ENODEV)
		return tpc_fail(dev, -EOPNOTSUPP,
				"the dma-buf cannot be mapped: buffers of "
				"habanalabs hardware are for other drivers "
				"only");
	return tpc_fail(dev, err, "the dma-buf cannot be mapped: %s",
			strerror(-err));
}

int tpc_dmabuf_import(struct tpc_device *dev, int fd, size_t size,
		      struct tpc_buf **out)
{
	int64_t length = dmabuf_size(fd);
	size_t mapped;
	void *ptr;
	int err;

	if (length < 0)
		return tpc_fail(dev, (int)length,
				"descriptor %d is no dma-buf: %s", fd,
				strerror((int)-length));
	if (!size)
		size = (size_t)length;
	if (!size || size > (uint64_t)length)
		return tpc_fail(dev, -EINVAL,
				"the dma-buf has %lld bytes, %zu are asked for",
				(long long)length, size);
	mapped = whole_pages(size);
	ptr = mmap(NULL, mapped, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (ptr == MAP_FAILED)
		return map_error(dev, -errno);
	err = map_buf(dev, ptr, size, mapped, out);
	if (err)
		munmap(ptr, mapped);
	return err;
}

int tpc_dmabuf_sync(struct tpc_device *dev, int fd, uint64_t flags)
{
	int err = dev->os.ops->dmabuf_sync(&dev->os, fd, flags);

	if (err)
		return tpc_fail(dev, err, "DMA_BUF_IOCTL_SYNC: %s (%s)",
				strerror(-err), tpc_errno_name(err));
	return 0;
}
