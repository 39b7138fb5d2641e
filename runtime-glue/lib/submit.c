/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Submitting command buffers, waiting for them, and plain copies. */
#include <errno.h>
#include <misc/habanalabs.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "provider.h"

#define MAX_JOBS     512    /* K61: chunks of one submission */
#define WAIT_SLICE   500000 /* one WAIT_CS, so that faults are seen */
#define STAGING_SIZE 0x400000
#define DMA_PIECE    0x40000000u /* sizes of LIN_DMA have 32 bits */

static size_t whole_pages(size_t size)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	return (size + page - 1) / page * page;
}

/*
 * A driver's command buffer with the builder's bytes. The driver copies the
 * packets when it takes the submission, so it can be dropped right after.
 */
static int make_kernel_cb(struct tpc_device *dev, const struct tpc_cmdbuf *cb,
			  uint64_t *handle)
{
	size_t mapped = whole_pages(cb->size);
	uint64_t h;
	void *ptr;
	int err;

	if (cb->error)
		return tpc_fail(dev, cb->error, "command buffer: %s",
				cb->message);
	if (cb->size > HL_MAX_CB_SIZE)
		return tpc_fail(
			dev, -EFBIG,
			"command buffer has %zu bytes, the driver takes "
			"%u",
			cb->size, HL_MAX_CB_SIZE);
	if (!cb->size)
		return tpc_fail(dev, -EINVAL, "command buffer is empty");
	err = tpc_uapi_cb_create(dev, (uint32_t)cb->size, &h);
	if (err)
		return err;
	err = dev->os.ops->mmap(&dev->os, mapped, PROT_READ | PROT_WRITE,
				MAP_SHARED, (off_t)h, &ptr);
	if (err) {
		tpc_uapi_cb_destroy(dev, h);
		return tpc_fail(dev, err, "%s: mmap of a command buffer: %s",
				dev->name, strerror(-err));
	}
	memcpy(ptr, cb->data, cb->size);
	dev->os.ops->munmap(&dev->os, ptr, mapped);
	*handle = h;
	return 0;
}

static int fill_chunk(struct tpc_device *dev, const struct tpc_job *job,
		      struct hl_cs_chunk *chunk)
{
	uint64_t handle = job->addr;
	uint32_t size = job->size;
	int err;

	if (job->cmds && !dev->ops->queue_external(job->queue))
		return tpc_fail(dev, -EINVAL,
				"queue %u takes packets by address, not a "
				"builder",
				job->queue);
	if (!job->cmds && dev->ops->queue_external(job->queue))
		return tpc_fail(dev, -EINVAL,
				"queue %u takes a builder, not an address",
				job->queue);
	if (job->cmds) {
		err = make_kernel_cb(dev, job->cmds, &handle);
		if (err)
			return err;
		size = (uint32_t)job->cmds->size;
	}
	chunk->cb_handle = handle;
	chunk->cb_size = size;
	chunk->queue_index = job->queue;
	chunk->cs_chunk_flags = job->cmds ? 0 : HL_CS_CHUNK_FLAGS_USER_ALLOC_CB;
	return 0;
}

int tpc_submit(struct tpc_device *dev, const struct tpc_job *jobs,
	       unsigned count, uint64_t *seq)
{
	struct hl_cs_chunk *chunks;
	unsigned i, filled = 0;
	int err = 0;

	if (!count || count > MAX_JOBS)
		return tpc_fail(dev, -EINVAL, "%u jobs, 1 to %u are possible",
				count, MAX_JOBS);
	chunks = calloc(count, sizeof(*chunks));
	if (!chunks)
		return -ENOMEM;
	if (dev->watch)
		dev->watch(dev->watch_ctx, jobs, count);
	while (!err && filled < count) {
		err = fill_chunk(dev, &jobs[filled], &chunks[filled]);
		filled += !err;
	}
	if (!err)
		err = tpc_uapi_submit(dev, chunks, count, seq);
	for (i = 0; i < filled; i++)
		if (jobs[i].cmds)
			tpc_uapi_cb_destroy(dev, chunks[i].cb_handle);
	free(chunks);
	return err;
}

/* Adds what the device tells about a fault to the message of @err. */
static int explain(struct tpc_device *dev, int err)
{
	struct tpc_stats *stats = malloc(sizeof(*stats));

	if (stats && !dev->os.ops->stats(&dev->os, stats) && stats->fault[0])
		tpc_fail(dev, err, "%s: %s", dev->name, stats->fault);
	free(stats);
	return err;
}

int tpc_wait_over(struct tpc_device *dev, uint64_t seq, int64_t timeout_us,
		  bool *over)
{
	uint64_t start = tpc_now_us(), passed = 0, slice;
	bool done = false;
	int err;

	*over = false;
	for (;;) {
		slice = WAIT_SLICE;
		if (timeout_us >= 0 && (uint64_t)timeout_us - passed < slice)
			slice = (uint64_t)timeout_us - passed;
		err = tpc_uapi_wait(dev, seq, slice, &done);
		if (err == -ETIMEDOUT)
			err = tpc_fail(dev, -EIO,
				       "%s: the driver gave submission %llu up "
				       "after its own time limit",
				       dev->name, (unsigned long long)seq);
		/* A fault may be quicker than this call: the reset is on. */
		if (err == -EBUSY || err == -ENODEV)
			err = tpc_fail(dev, -EIO,
				       "%s: a reset ended submission %llu",
				       dev->name, (unsigned long long)seq);
		if (err && err != -EINTR) {
			*over = err == -EIO;
			return *over ? explain(dev, err) : err;
		}
		if (done) {
			*over = true;
			return 0;
		}
		passed = tpc_now_us() - start;
		if (timeout_us >= 0 && passed >= (uint64_t)timeout_us)
			return tpc_fail(dev, -ETIMEDOUT,
					"%s: submission %llu has not finished "
					"after %llu us",
					dev->name, (unsigned long long)seq,
					(unsigned long long)timeout_us);
	}
}

int tpc_wait(struct tpc_device *dev, uint64_t seq, int64_t timeout_us)
{
	bool over;

	return tpc_wait_over(dev, seq, timeout_us, &over);
}

/* ---- Copies ----------------------------------------------------------- */

static int run_on(struct tpc_device *dev, const struct tpc_cmdbuf *cb,
		  unsigned engine, int64_t timeout_us)
{
	struct tpc_job job = {.cmds = cb};
	uint64_t seq;
	int queue = dev->ops->queue(dev, TPC_ENGINE_DMA, engine, 0);
	int err;

	if (queue < 0)
		return tpc_fail(dev, queue, "%s: no DMA queue", dev->name);
	job.queue = (unsigned)queue;
	err = tpc_submit(dev, &job, 1, &seq);
	return err ? err : tpc_wait(dev, seq, timeout_us);
}

/* Packets for one copy or, if @fill, for repeating pattern @src. */
static int put_transfer(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t src,
			uint64_t size, bool fill)
{
	uint64_t done, piece;

	for (done = 0; done < size; done += piece) {
		piece = size - done < DMA_PIECE ? size - done : DMA_PIECE;
		if (fill)
			tpc_cmdbuf_memset(cb, dst + done, src, (uint32_t)piece,
					  0);
		else
			tpc_cmdbuf_lin_dma(cb, dst + done, src + done,
					   (uint32_t)piece, 0);
	}
	return cb->error;
}

static int transfer(struct tpc_device *dev, uint64_t dst, uint64_t src,
		    uint64_t size, bool fill, int64_t timeout_us)
{
	unsigned engine = dev->ops->is_host_addr(dst) ? 1 : 0;
	struct tpc_cmdbuf *cb;
	int err;

	if (!size)
		return 0;
	err = tpc_cmdbuf_new(dev, &cb);
	if (err)
		return err;
	tpc_cmdbuf_limit(cb, HL_MAX_CB_SIZE);
	put_transfer(cb, dst, src, size, fill);
	err = run_on(dev, cb, engine, timeout_us);
	tpc_cmdbuf_free(cb);
	return err;
}

int tpc_copy(struct tpc_device *dev, uint64_t dst, uint64_t src, uint64_t size,
	     int64_t timeout_us)
{
	return transfer(dev, dst, src, size, false, timeout_us);
}

int tpc_fill(struct tpc_device *dev, uint64_t dst, uint64_t pattern,
	     uint64_t size)
{
	return transfer(dev, dst, pattern, size, true, -1);
}

/* Goes through a buffer of our own: @host may be read-only or odd memory. */
static int staged_copy(struct tpc_device *dev, uint64_t addr, const void *from,
		       void *to, size_t size)
{
	struct tpc_buf *buf;
	size_t done, piece;
	int err;

	if (!size)
		return 0;
	err = tpc_buf_alloc(dev, size < STAGING_SIZE ? size : STAGING_SIZE,
			    &buf);
	if (err)
		return err;
	for (done = 0; !err && done < size; done += piece) {
		piece = size - done;
		if (piece > STAGING_SIZE)
			piece = STAGING_SIZE;
		if (from) {
			memcpy(tpc_buf_ptr(buf), (const char *)from + done,
			       piece);
			err = tpc_copy(dev, addr + done, tpc_buf_addr(buf),
				       piece, -1);
			continue;
		}
		err = tpc_copy(dev, tpc_buf_addr(buf), addr + done, piece, -1);
		if (!err)
			memcpy((char *)to + done, tpc_buf_ptr(buf), piece);
	}
	tpc_buf_free(buf);
	return err;
}

int tpc_write(struct tpc_device *dev, uint64_t dst, const void *src,
	      size_t size)
{
	return staged_copy(dev, dst, src, NULL, size);
}

int tpc_read(struct tpc_device *dev, void *dst, uint64_t src, size_t size)
{
	return staged_copy(dev, src, NULL, dst, size);
}

/* ---- Queues ----------------------------------------------------------- */

int tpc_queue(const struct tpc_device *dev, enum tpc_engine engine,
	      unsigned index, unsigned stream)
{
	return dev->ops->queue(dev, engine, index, stream);
}

int tpc_queue_fence_addr(const struct tpc_device *dev, unsigned queue,
			 unsigned id, bool lower, uint64_t *addr)
{
	return dev->ops->fence_addr(dev, queue, id, lower, addr);
}
