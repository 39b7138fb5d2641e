/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * A simulated device behind the habanalabs system-call interface.
 *
 * A struct tpc_sim is a chip with its driver; a struct tpc_sim_file is what an
 * open() of a device node gives. The requests, structures and error numbers
 * are those of Linux 6.1 (<misc/habanalabs.h>); what a program may rely on
 * when it uses a real node it may rely on here.
 *
 * Chips are independent of each other. A chip may be used from any number of
 * threads; one file too, but not while it is being closed.
 *
 * Differences from a real device are listed in docs/simulator-assumptions.md.
 */
#ifndef TPC_SIM_DEVICE_H
#define TPC_SIM_DEVICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

struct tpc_sim;	     /* a chip and its driver */
struct tpc_sim_file; /* an open file of it */

#define TPC_SIM_MAX_TPCS 8
#define TPC_SIM_SLOTS	 4 /* LOAD, SPU, VPU, STORE */

struct tpc_sim_params {
	const char *chip;     /* NULL: "gaudi" */
	unsigned threads;     /* TPCs that run at once; 0: one a host core */
	uint64_t max_bundles; /* of one launch; 0: TPC_CORE_MAX_BUNDLES */
	bool count_early; /* count reads of registers with writes in flight */
	bool strict;	  /* end a kernel at the first such read */
	FILE *trace;	  /* one line a bundle; NULL: none */
	/*
	 * Time-out of a command submission in milliseconds. 0: the driver's
	 * default (600 s on Gaudi).
	 */
	unsigned tdr_ms;
	/*
	 * An engine that stops with an error leaves its command submission
	 * unfinished. By default the driver model then resets the chip at
	 * once: waiters get EIO and the file is dead, as after a reset on a
	 * real device. True: nothing happens until the time-out.
	 */
	bool keep_on_fault;
	/* Bytes one DMA transfer may move, more is a fault; 0: no limit. */
	uint64_t max_transfer;
};

struct tpc_sim_tpc_stats {
	uint64_t kernels; /* launches that ended */
	uint64_t bundles;
	uint64_t cycles;
	uint64_t slot_ops[TPC_SIM_SLOTS]; /* operations other than NOP */
	uint64_t early_reads;
};

struct tpc_sim_stats {
	unsigned num_tpcs;
	struct tpc_sim_tpc_stats tpc[TPC_SIM_MAX_TPCS];
	uint64_t packets;   /* executed by all queue managers */
	uint64_t dma_bytes; /* written by all DMA engines */
	uint64_t dma_transfers;
	uint64_t dropped_writes; /* user writes to secured registers */
	uint64_t faults;	 /* engines that stopped with an error */
	/*
	 * What the last fault was: engine, hardware name of the cause, address
	 * and reason; or why an export was refused. Empty: none.
	 */
	char last_fault[384];
};

/*
 * tpc_sim_create() - a chip, reset and initialised as after driver load.
 * Returns 0; -EINVAL for an unknown chip name, -ENOMEM, -EAGAIN if threads
 * cannot be started.
 */
int tpc_sim_create(const struct tpc_sim_params *params, struct tpc_sim **out);

/*
 * tpc_sim_destroy() - gives up the chip. It lives until the last file of it is
 * closed; running kernels are waited for. NULL is ignored.
 */
void tpc_sim_destroy(struct tpc_sim *sim);

/*
 * tpc_sim_open() - what open() of the compute or the control node does.
 * The control node takes any number of openers and answers INFO only. Returns
 * 0; -EBUSY if the compute node is open, -EPERM if the device is not usable.
 */
int tpc_sim_open(struct tpc_sim *sim, bool control_node,
		 struct tpc_sim_file **out);

/*
 * tpc_sim_close() - ends the context of a compute file: unfinished command
 * submissions are aborted, mappings of host memory and command buffers go.
 * Command buffers that are still mapped stay readable until the process ends
 * the mapping. Returns 0.
 */
int tpc_sim_close(struct tpc_sim_file *file);

/*
 * tpc_sim_ioctl() - a request as numbered by <misc/habanalabs.h>.
 * Returns 0 or a negative errno. Copies as many bytes in and out as the
 * request's size field says.
 */
int tpc_sim_ioctl(struct tpc_sim_file *file, unsigned long request, void *arg);

/*
 * tpc_sim_mmap() - maps a command buffer by its handle, or a timestamp buffer.
 * Returns 0 or a negative errno (-EINVAL for a wrong length, an unknown handle
 * or a second mapping). The mapping is a real one; end it by tpc_sim_munmap().
 */
int tpc_sim_mmap(struct tpc_sim_file *file, size_t len, int prot, int flags,
		 off_t off, void **out);
int tpc_sim_munmap(struct tpc_sim_file *file, void *addr, size_t len);

/*
 * tpc_sim_dmabuf_sync() - DMA_BUF_IOCTL_SYNC on an exported descriptor, own or
 * received. @flags: DMA_BUF_SYNC_*. Returns 0; -EINVAL for other flags,
 * -ENOTTY if the descriptor is not one of a simulated device, -EBADF.
 */
int tpc_sim_dmabuf_sync(int fd, uint64_t flags);

/*
 * tpc_sim_stats() - counters since the chip was created. Works on any file,
 * also after a reset made it unusable. Returns 0.
 */
int tpc_sim_stats(struct tpc_sim_file *file, struct tpc_sim_stats *out);

#ifdef __cplusplus
}
#endif

#endif
