/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The chip around the TPC cores: memories, registers, queue managers, sync
 * managers, DMA engines. What stands here is what a driver (simulator/uapi)
 * or a test may do to it: everything else happens by register writes.
 *
 * One lock protects a chip. Functions marked "locked" are called with it held.
 * A scheduler thread runs the queue managers event by event; kernels and large
 * transfers run on a pool of threads without the lock.
 */
#ifndef TPC_SOC_H
#define TPC_SOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tpc/cb.h"
#include "tpc/sim_device.h"

struct soc;

/* What stopped an engine. */
enum soc_fault_kind {
	SOC_FAULT_TPC,	     /* the kernel's fault; bit number in cause */
	SOC_FAULT_TPC_LIMIT, /* ran out of bundles or hit a gap of the model */
	SOC_FAULT_QMAN,	     /* bits of GLBL_STS1 in cause */
	SOC_FAULT_DMA,	     /* bits of ERR_CAUSE in cause */
	SOC_FAULT_SYNC,	     /* bits of SM_SEI_CAUSE in cause; nothing stops */
};

struct soc_fault {
	enum soc_fault_kind kind;
	unsigned engine; /* enum gaudi_engine_id of <misc/habanalabs.h> */
	unsigned stream; /* SOC_FAULT_QMAN */
	uint32_t cause;
	uint64_t cb_addr; /* SOC_FAULT_QMAN: command buffer being run */
	uint32_t cb_size;
	const char *text;
};

struct soc_razwi {
	uint64_t time_ns;
	uint64_t addr;
};

/* Called with the chip locked; must not block. */
struct soc_host_ops {
	void (*interrupt)(void *ctx); /* the device rang MSI */
	void (*fault)(void *ctx, const struct soc_fault *fault);
	void (*deadline)(void *ctx); /* the time of soc_set_deadline() came */
};

/*
 * soc_create() - a chip in reset, its threads running. Returns 0, -EINVAL for
 * a chip without records or a model, -ENOMEM, -EAGAIN.
 */
int soc_create(const struct tpc_sim_params *params,
	       const struct soc_host_ops *ops, void *ctx, struct soc **out);
void soc_destroy(struct soc *soc);
const struct tpc_cb *soc_cb(const struct soc *soc);

void soc_lock(struct soc *soc);
void soc_unlock(struct soc *soc);
/*
 * soc_wait() - locked; sleeps until something changed (soc_changed()) or
 * @until_ns of CLOCK_MONOTONIC passed (0: no limit). May wake for nothing.
 * Returns 0 or -ETIMEDOUT.
 */
int soc_wait(struct soc *soc, uint64_t until_ns);
/* soc_changed() - locked; wakes those in soc_wait(). */
void soc_changed(struct soc *soc);
uint64_t soc_now_ns(void);

/* soc_set_deadline() - locked; when to call ops->deadline, 0: never. */
void soc_set_deadline(struct soc *soc, uint64_t at_ns);

/*
 * soc_pause() - locked; returns when no kernel and no transfer runs and keeps
 * new ones from starting until soc_resume(). The lock is dropped in between.
 */
void soc_pause(struct soc *soc);
void soc_resume(struct soc *soc);

/*
 * soc_reset() - locked; all queue managers and engines back to their reset
 * state. Memory and host mappings stay. Waits for running jobs.
 */
void soc_reset(struct soc *soc);

/*
 * Registers by device address; locked. @secure: the access has the secured
 * attribute, as those of the host have. Returns 0, -ENXIO or -ENOENT if there
 * is no such register, -EAGAIN if the engine cannot take the write now. A
 * write that protection drops gives 0, a read 0 and a fixed pattern.
 */
int soc_reg_write(struct soc *soc, uint64_t addr, uint32_t value, bool secure);
int soc_reg_read(struct soc *soc, uint64_t addr, uint32_t *value, bool secure);

/*
 * Host memory the device may reach: by bus address (past the MMU, secured
 * accesses only) or by the context's virtual address. Locked. @len and @addr
 * need no alignment. soc_host_add() returns 0, -EEXIST for an overlap,
 * -ENOMEM; soc_host_remove() 0 or -ENOENT; the caller pauses the chip around
 * a removal.
 */
enum soc_space { SOC_HOST_BUS, SOC_HOST_VA, SOC_NUM_SPACES };
int soc_host_add(struct soc *soc, enum soc_space space, uint64_t addr,
		 void *host, size_t len);
int soc_host_remove(struct soc *soc, enum soc_space space, uint64_t addr);

/*
 * soc_map() - locked; host pointer of device memory, NULL if @addr is not
 * memory. *len is cut down to what is contiguous.
 */
void *soc_map(struct soc *soc, uint64_t addr, size_t *len, bool secure);
/* Copies; locked. Return 0 or -EFAULT with nothing promised about the rest. */
int soc_mem_read(struct soc *soc, uint64_t addr, void *buf, size_t len,
		 bool secure);
int soc_mem_write(struct soc *soc, uint64_t addr, const void *buf, size_t len,
		  bool secure);

/*
 * soc_export() - locked; a memfd whose pages are [addr, addr + size) of HBM,
 * both page-aligned. The same range again gives a new descriptor of the same
 * memfd, opened as @fd_flags say (access mode, O_CLOEXEC). Returns a
 * descriptor, -EINVAL outside of HBM, -EEXIST for a range that partly overlaps
 * an older one in use, or an errno of the system.
 */
int soc_export(struct soc *soc, uint64_t addr, uint64_t size, int fd_flags);
/* soc_forget_exports() - locked; ranges may be exported anew in other shapes.
 */
void soc_forget_exports(struct soc *soc);
/* soc_is_export() - whether a descriptor is a memfd of some chip. */
int soc_is_export(int fd);

/* soc_busy_mask() - locked; bit set over enum gaudi_engine_id. */
uint64_t soc_busy_mask(struct soc *soc);
/* soc_idle() - locked; nothing runs and nothing can run without the host. */
bool soc_idle(struct soc *soc);

void soc_stats(struct soc *soc, struct tpc_sim_stats *out); /* locked */
/* soc_razwi() - locked; the last dropped access, false if there was none. */
bool soc_razwi(struct soc *soc, struct soc_razwi *out);

#endif
