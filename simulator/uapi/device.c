/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Devices and open files; the dispatch of requests. */
#include <errno.h>
#include <linux/dma-buf.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "driver.h"

static void free_sim(struct tpc_sim *sim)
{
	soc_lock(sim->soc);
	while (sim->status == HL_DEVICE_STATUS_IN_RESET)
		soc_wait(sim->soc, 0);
	sim->reset_wanted = false;
	soc_set_deadline(sim->soc, 0);
	if (sim->queues)
		driver_free_queues(sim);
	driver_hostmem_free_pool(sim);
	soc_unlock(sim->soc);
	soc_destroy(sim->soc);
	free(sim);
}

int tpc_sim_create(const struct tpc_sim_params *params, struct tpc_sim **out)
{
	struct tpc_sim *sim = calloc(1, sizeof(*sim));
	int rc;

	if (!sim)
		return -ENOMEM;
	sim->params = *params;
	sim->running_tail = &sim->running;
	sim->next_bus = 0x100000; /* address 0 stays a mistake */
	rc = soc_create(params, &driver_host_ops, sim, &sim->soc);
	if (rc) {
		free(sim);
		return rc;
	}
	sim->cb = soc_cb(sim->soc);
	soc_lock(sim->soc);
	rc = driver_alloc_queues(sim);
	if (!rc)
		driver_init_chip(sim);
	soc_unlock(sim->soc);
	if (rc) {
		free_sim(sim);
		return rc;
	}
	*out = sim;
	return 0;
}

void tpc_sim_destroy(struct tpc_sim *sim)
{
	bool last;

	if (!sim)
		return;
	soc_lock(sim->soc);
	sim->destroyed = true;
	last = !sim->files;
	soc_unlock(sim->soc);
	if (last)
		free_sim(sim);
}

static int open_compute(struct tpc_sim *sim, struct tpc_sim_file *file)
{
	if (sim->status == HL_DEVICE_STATUS_IN_RESET)
		return -EAGAIN;
	if (sim->status != HL_DEVICE_STATUS_OPERATIONAL)
		return -EPERM;
	if (sim->compute)
		return -EBUSY;
	file->ctx = driver_ctx_create(sim);
	if (!file->ctx)
		return -ENOMEM;
	sim->compute = file;
	sim->opens.open_counter++;
	sim->opened_ns = soc_now_ns();
	sim->open_time = (int64_t)sim->opened_ns;
	memset(&sim->timeout_event, 0, sizeof(sim->timeout_event));
	driver_init_context(sim);
	return 0;
}

int tpc_sim_open(struct tpc_sim *sim, bool control_node,
		 struct tpc_sim_file **out)
{
	struct tpc_sim_file *file = calloc(1, sizeof(*file));
	int rc = 0;

	if (!file)
		return -ENOMEM;
	file->sim = sim;
	file->control = control_node;
	soc_lock(sim->soc);
	if (!control_node)
		rc = open_compute(sim, file);
	if (!rc) {
		file->next = sim->files;
		sim->files = file;
	}
	soc_unlock(sim->soc);
	if (rc) {
		free(file);
		return rc;
	}
	*out = file;
	return 0;
}

/* How long a context may take to come to rest before it is reset. */
#define RELEASE_NS 1000000000ull

static void release_context(struct tpc_sim_file *file)
{
	struct tpc_sim *sim = file->sim;
	uint64_t until = soc_now_ns() + RELEASE_NS;

	while (sim->status == HL_DEVICE_STATUS_IN_RESET)
		soc_wait(sim->soc, 0);
	while (!soc_idle(sim->soc) && soc_now_ns() < until)
		soc_wait(sim->soc, until);
	/* Whatever is stuck then would disturb the next context. */
	if (sim->running || sim->reset_wanted || soc_busy_mask(sim->soc))
		driver_hard_reset(sim);
	soc_forget_exports(sim->soc);
	driver_buf_drop_all(file);
	driver_ctx_destroy(file->ctx);
	sim->compute = NULL;
	sim->opens.last_open_period_ms =
		(soc_now_ns() - sim->opened_ns) / 1000000u;
}

int tpc_sim_close(struct tpc_sim_file *file)
{
	struct tpc_sim *sim = file->sim;
	struct tpc_sim_file **link;
	bool last;

	soc_lock(sim->soc);
	if (file->ctx)
		release_context(file);
	for (link = &sim->files; *link != file; link = &(*link)->next)
		;
	*link = file->next;
	last = sim->destroyed && !sim->files;
	soc_unlock(sim->soc);
	free(file);
	if (last)
		free_sim(sim);
	return 0;
}

/* There is no trace hardware behind the model. */
int driver_debug(struct tpc_sim_file *file, struct hl_debug_args *args)
{
	struct ctx *ctx = file->ctx;

	if (file->sim->status != HL_DEVICE_STATUS_OPERATIONAL)
		return -EBUSY;
	if (args->op == HL_DEBUG_OP_SET_MODE) {
		if (ctx->debug_mode == !!args->enable)
			return -EFAULT;
		ctx->debug_mode = args->enable;
		return 0;
	}
	if (args->op > HL_DEBUG_OP_SET_MODE)
		return -EINVAL;
	return ctx->debug_mode ? -EOPNOTSUPP : -EFAULT;
}

enum request {
	REQUEST_INFO = _IOC_NR(HL_IOCTL_INFO),
	REQUEST_CB = _IOC_NR(HL_IOCTL_CB),
	REQUEST_CS = _IOC_NR(HL_IOCTL_CS),
	REQUEST_WAIT = _IOC_NR(HL_IOCTL_WAIT_CS),
	REQUEST_MEM = _IOC_NR(HL_IOCTL_MEMORY),
	REQUEST_DEBUG = _IOC_NR(HL_IOCTL_DEBUG),
};

/* A request's block: zero behind what the user's structure has. */
union block {
	struct hl_info_args info;
	union hl_cb_args cb;
	union hl_cs_args cs;
	union hl_wait_cs_args wait;
	union hl_mem_args mem;
	struct hl_debug_args debug;
};

static int dispatch(struct tpc_sim_file *file, unsigned nr, union block *block)
{
	/* A file that lived through a reset can only look back. */
	if (file->dead && nr != REQUEST_INFO && nr != REQUEST_WAIT)
		return -ENODEV;
	switch ((enum request)nr) {
	case REQUEST_INFO:
		return driver_info(file, &block->info);
	case REQUEST_CB:
		return driver_cb(file, &block->cb);
	case REQUEST_CS:
		return driver_cs(file, &block->cs);
	case REQUEST_WAIT:
		return driver_wait(file, &block->wait);
	case REQUEST_MEM:
		return driver_mem(file, &block->mem);
	case REQUEST_DEBUG:
		return driver_debug(file, &block->debug);
	}
	return -ENOTTY;
}

int tpc_sim_ioctl(struct tpc_sim_file *file, unsigned long request, void *arg)
{
	unsigned nr = _IOC_NR(request);
	size_t size = _IOC_SIZE(request);
	union block block;
	int rc;

	if (nr < REQUEST_INFO || nr > REQUEST_DEBUG ||
	    (file->control && nr != REQUEST_INFO))
		return -ENOTTY;
	/* Longer blocks than any known are those of a newer header. */
	if (size > sizeof(block))
		size = sizeof(block);
	memset(&block, 0, sizeof(block));
	if (driver_user_read(&block, (uintptr_t)arg, size))
		return -EFAULT;
	soc_lock(file->sim->soc);
	rc = dispatch(file, nr, &block);
	soc_unlock(file->sim->soc);
	if (_IOC_DIR(request) & _IOC_READ &&
	    driver_user_write((uintptr_t)arg, &block, size))
		return -EFAULT;
	return rc;
}

int tpc_sim_mmap(struct tpc_sim_file *file, size_t len, int prot, int flags,
		 off_t off, void **out)
{
	int rc;

	if (file->control)
		return -ENODEV;
	soc_lock(file->sim->soc);
	rc = file->dead ? -ENODEV
			: driver_buf_mmap(file, len, prot, (uint64_t)off, out);
	soc_unlock(file->sim->soc);
	return rc;
}

int tpc_sim_munmap(struct tpc_sim_file *file, void *addr, size_t len)
{
	int rc;

	soc_lock(file->sim->soc);
	rc = driver_buf_munmap(file, addr, len);
	soc_unlock(file->sim->soc);
	return rc;
}

int tpc_sim_dmabuf_sync(int fd, uint64_t flags)
{
	int rc = soc_is_export(fd);

	if (rc < 0)
		return rc;
	if (!rc)
		return -ENOTTY;
	if (flags & ~(uint64_t)DMA_BUF_SYNC_VALID_FLAGS_MASK ||
	    !(flags & DMA_BUF_SYNC_RW))
		return -EINVAL;
	/* Device and host see the same pages; order is all there is to do. */
	atomic_thread_fence(memory_order_seq_cst);
	return 0;
}

int tpc_sim_stats(struct tpc_sim_file *file, struct tpc_sim_stats *out)
{
	soc_lock(file->sim->soc);
	soc_stats(file->sim->soc, out);
	soc_unlock(file->sim->soc);
	return 0;
}
