/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The driver model: what the habanalabs kernel driver does between the
 * requests of <misc/habanalabs.h> and the chip. Shared by the files here.
 *
 * All state of a driver is protected by the lock of its chip; functions are
 * called with it held unless they say otherwise. They return 0 or a negative
 * errno, which is what the request returns.
 */
#ifndef TPC_SIM_DRIVER_H
#define TPC_SIM_DRIVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <misc/habanalabs.h>

#include "soc.h"
#include "tpc/sim_device.h"

/* Memory of the host as the kernel's DMA API gives it. */
struct hostmem {
	struct hostmem *next; /* free list */
	char *ptr;
	size_t size;  /* bytes, whole pages */
	uint64_t bus; /* address past the MMU, without HOST_PHYS_BASE */
};

/* What a handle of a file stands for. */
enum buf_type { BUF_CB = 0x2, BUF_TS = 0x10 }; /* bits 63:59 of a handle */

struct buf {
	enum buf_type type;
	unsigned id;
	uint32_t size; /* bytes asked for, at least a page */
	struct hostmem *mem;
	void *mapped; /* by the process; NULL: not mapped */
};

struct va_block {
	uint64_t addr;
	uint64_t size;
};

/* A mapping of host memory. */
struct userptr {
	struct userptr *next;
	uint64_t va;	/* as returned: with the offset in the page */
	uint64_t start; /* page-aligned */
	uint64_t size;	/* whole pages */
};

/* How a command submission ended. Outlives the submission itself. */
enum cs_state { CS_NONE, CS_RUNNING, CS_DONE };

struct fence {
	uint64_t seq;
	enum cs_state state;
	int error; /* 0, -ETIMEDOUT, -EIO */
	bool has_timestamp;
	int64_t timestamp;
	/* A signal: the sync object and the value it reaches. */
	bool is_signal;
	unsigned sob;
	unsigned sob_value;
};

#define OUTCOMES 256 /* of time-stamped submissions, kept longer (KD) */

struct queue;

struct job {
	struct cs *cs;
	struct queue *queue;
	struct hostmem *patched; /* external: the copy the device reads */
	uint64_t address;	 /* internal: where the command buffer is */
	uint32_t size;
	bool has_dma;
};

struct cs {
	struct cs *next; /* all unfinished ones of the driver */
	struct ctx *ctx;
	uint64_t seq;
	unsigned external; /* jobs not completed */
	bool open;	   /* staged, the last part has not come */
	bool timestamp;
	bool no_reset;		 /* on a time-out */
	uint64_t deadline;	 /* ns; 0: none */
	struct queue *sob_queue; /* of a signal or wait command */
	unsigned sob_slot;	 /* which of its two sync objects */
	uint16_t internal[];	 /* jobs by queue number */
};

/* The driver's side of a stream. */
struct queue {
	const struct tpc_cb_queue *desc; /* NULL: no such queue */
	unsigned stream;
	unsigned id;
	uint64_t qman; /* device address */
	struct hostmem *pq;
	uint32_t pi; /* modulo twice the length */
	uint32_t ci; /* jobs known to be done */
	/* External queues only: */
	struct hostmem *cq;
	uint32_t cq_ci;
	struct job **shadow;   /* jobs by index in the PQ */
	unsigned sob[2];       /* of the signal command, in W_S */
	unsigned sob_users[2]; /* unfinished commands */
	unsigned cur_sob;
	unsigned sob_count; /* signals given so far by the current one */
};

/* A compute context. */
struct ctx {
	struct tpc_sim *sim;
	uint64_t next_seq;
	struct fence *fences; /* ring by sequence number */
	struct fence outcomes[OUTCOMES];
	unsigned next_outcome;
	struct va_block *va; /* free blocks, ascending */
	size_t num_va;
	size_t va_room;
	struct userptr *userptrs;
	uint64_t dram_used;
	struct hl_info_cs_counters counters; /* the ctx_ members */
	bool debug_mode;
};

struct tpc_sim_file {
	struct tpc_sim_file *next;
	struct tpc_sim *sim;
	bool control;
	bool dead;	   /* the device was reset under it */
	struct ctx *ctx;   /* NULL for the control node */
	struct buf **bufs; /* by id */
	unsigned num_bufs;
	uint64_t events; /* notifier bits */
};

struct tpc_sim {
	struct soc *soc;
	const struct tpc_cb *cb;
	struct tpc_sim_params params;
	struct tpc_sim_file *files;
	struct tpc_sim_file *compute; /* the opener of the compute node */
	bool destroyed;
	enum hl_device_status status;
	bool reset_wanted;
	struct queue *queues;
	unsigned num_queues;
	struct cs *running; /* oldest first */
	struct cs **running_tail;
	unsigned num_running;
	uint64_t next_bus;
	struct hostmem *pool; /* free one-page pieces */
	uint64_t dram_used;
	struct hl_info_cs_counters counters; /* the total_ members */
	struct hl_open_stats_info opens;
	uint64_t opened_ns;
	struct hl_info_reset_count resets;
	int64_t open_time; /* for LAST_ERR_OPEN_DEV_TIME */
	struct hl_info_cs_timeout_event timeout_event;
	struct hl_info_undefined_opcode_event opcode_event;
};

/* user.c: access to the caller's memory; -EFAULT instead of a signal */
int driver_user_read(void *to, uint64_t from, size_t len);
int driver_user_write(uint64_t to, const void *from, size_t len);
/* Whether all of a range can be read and written. */
bool driver_user_range_ok(uint64_t addr, uint64_t size);

/* hostmem.c */
struct hostmem *driver_hostmem_alloc(struct tpc_sim *sim, size_t size);
void driver_hostmem_free(struct tpc_sim *sim, struct hostmem *mem);
/* For pieces of a page or less that come and go: kept in a pool. */
struct hostmem *driver_hostmem_get(struct tpc_sim *sim, size_t size);
void driver_hostmem_put(struct tpc_sim *sim, struct hostmem *mem);
void driver_hostmem_free_pool(struct tpc_sim *sim);
uint64_t driver_hostmem_address(const struct hostmem *mem);

/* init.c: what the driver programs after a reset and at open */
int driver_alloc_queues(struct tpc_sim *sim);
void driver_free_queues(struct tpc_sim *sim);
void driver_init_chip(struct tpc_sim *sim);
void driver_init_context(struct tpc_sim *sim);

/* reset.c */
void driver_hard_reset(struct tpc_sim *sim);
extern const struct soc_host_ops driver_host_ops;
/* Sets the chip's deadline to the earliest time-out. */
void driver_update_deadline(struct tpc_sim *sim);
void driver_notify(struct tpc_sim *sim, uint64_t event);

/* Requests: argument blocks as copied from the user. */
int driver_info(struct tpc_sim_file *file, struct hl_info_args *args);
int driver_cb(struct tpc_sim_file *file, union hl_cb_args *args);
int driver_mem(struct tpc_sim_file *file, union hl_mem_args *args);
int driver_cs(struct tpc_sim_file *file, union hl_cs_args *args);
int driver_wait(struct tpc_sim_file *file, union hl_wait_cs_args *args);
int driver_debug(struct tpc_sim_file *file, struct hl_debug_args *args);

/* buf.c */
int driver_buf_create(struct tpc_sim_file *file, enum buf_type type,
		      uint32_t size, uint64_t *handle);
struct buf *driver_buf_find(struct tpc_sim_file *file, uint64_t handle,
			    enum buf_type type);
void driver_buf_drop_all(struct tpc_sim_file *file);
int driver_buf_mmap(struct tpc_sim_file *file, size_t len, int prot,
		    uint64_t offset, void **out);
int driver_buf_munmap(struct tpc_sim_file *file, void *addr, size_t len);

/* vm.c: device addresses of host memory */
int driver_vm_init(struct ctx *ctx);
void driver_vm_free(struct ctx *ctx);
int driver_vm_map(struct ctx *ctx, uint64_t host, uint64_t size, uint64_t hint,
		  bool force, uint64_t *va);
int driver_vm_unmap(struct ctx *ctx, uint64_t va);
/* Takes all mappings away from the device; the chip is paused or reset. */
void driver_vm_unmap_all(struct ctx *ctx);

/* parse.c: what the driver checks in a user's external command buffer */
int driver_validate_cb(const struct tpc_cb *cb, const uint8_t *buf,
		       uint32_t size, bool *has_dma);

/* queue.c */
uint32_t driver_queue_free_slots(const struct queue *queue);
int driver_queue_make_external(struct tpc_sim *sim, struct job *job,
			       const void *packets, uint32_t size);
void driver_queue_submit(struct tpc_sim *sim, struct job *job);
void driver_queue_scan_completions(struct tpc_sim *sim);
void driver_queue_reset(struct tpc_sim *sim);

/* cs.c */
struct ctx *driver_ctx_create(struct tpc_sim *sim);
void driver_ctx_destroy(struct ctx *ctx);
void driver_job_free(struct tpc_sim *sim, struct job *job);
void driver_cs_job_done(struct cs *cs);
void driver_cs_finish(struct cs *cs, int error);
void driver_cs_abort_all(struct tpc_sim *sim, int error);
struct fence *driver_cs_fence(struct ctx *ctx, uint64_t seq);
/*
 * The queue of a chunk, which has to be one for users that takes this kind of
 * command buffer: @user_cb by address, otherwise by handle.
 */
int driver_cs_check_queue(struct tpc_sim *sim, uint32_t index, bool user_cb,
			  struct queue **queue);
/*
 * Queues jobs as a new submission, or as a part of @staged. The jobs belong to
 * the queues afterwards or are freed, whatever the result.
 */
int driver_cs_submit(struct ctx *ctx, struct cs *staged, struct job **jobs,
		     unsigned num_jobs, uint32_t flags, uint32_t timeout,
		     struct cs **out);

/* stream.c: the SIGNAL and WAIT commands */
int driver_signal(struct tpc_sim_file *file, union hl_cs_args *args,
		  uint32_t flags);
int driver_stream_wait(struct tpc_sim_file *file, union hl_cs_args *args,
		       uint32_t flags);

#endif
