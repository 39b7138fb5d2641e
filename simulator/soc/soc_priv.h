/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The inside of the chip model, shared by the files of this folder. */
#ifndef TPC_SOC_PRIV_H
#define TPC_SOC_PRIV_H

#include <pthread.h>
#include <stdatomic.h>

#include <misc/habanalabs.h>

#include "soc.h"
#include "tpc/sim_core.h"

#define SOC_STREAMS   (TPC_GAUDI_UPPER_STREAMS + 1)
#define SOC_LOWER     TPC_GAUDI_LOWER_STREAM
#define SOC_FENCES    4
#define SOC_MSG_BASES 4
#define SOC_CQ_DEPTH  4 /* assumed: command buffers a CQ takes in advance */
#define SOC_FIFO      4 /* assumed: descriptors a DMA core queues */
#define SOC_LAUNCHES  2 /* assumed: launches a TPC queues */

/* Where a read that protection refuses ends (KD). */
#define SOC_PROTECTED_PATTERN 0xbaba0badu

enum soc_block {
	SOC_QM,
	SOC_DMA_CORE,
	SOC_TPC_CFG,
	SOC_MME_CTRL,
	SOC_SYNC_MNGR,
	SOC_PCIE_CORE,
	SOC_NUM_BLOCKS,
};

/* Register number of an offset, prepared for fast access. */
struct soc_slot {
	const struct tpc_reg *reg; /* NULL: no register */
	uint16_t index[2];
};

/* One block of registers at its place. */
struct soc_regs {
	const struct tpc_reg_instances *instances;
	const struct soc_slot *slots; /* one a word of the block */
	enum soc_block kind;
	unsigned index; /* which of the instances */
	uint64_t base;
	uint32_t size;
	void *owner; /* struct soc_qman, soc_dma, soc_tpc, soc_sync, or NULL */
	uint32_t *value; /* one a word of the block */
};

struct soc_qman;

/* A command buffer in a CQ. */
struct soc_cb {
	uint64_t ptr;
	uint32_t size;
	uint32_t ctl;
	bool secure; /* fetched past the MMU */
};

struct soc_loop {
	bool active;
	uint32_t left;
	uint32_t start; /* offset in the command buffer */
};

/* A stream of a queue manager: PQ, CQ and CP. The lower one has no PQ. */
struct soc_stream {
	struct soc_qman *qman;
	unsigned index;
	struct soc_stream *next; /* run queue */
	bool queued;
	bool stopped; /* by an error or a STOP */
	struct soc_cb cq[SOC_CQ_DEPTH];
	unsigned cq_head;
	unsigned cq_count;
	bool running;  /* cq[cq_head] is being executed */
	uint32_t pos;  /* offset in it */
	uint32_t bulk; /* values of a WREG_BULK already written */
	uint32_t predicates;
	uint32_t scalars[TPC_GAUDI_SCALARS];
	struct soc_loop loops[2];
	bool in_fence;
	unsigned fence;
	bool arb_wait;
	unsigned arb_priority;
	uint64_t current; /* first 8 bytes of the packet, for CP_CURRENT_INST */
};

struct soc_arb {
	int owner;     /* stream, -1: free */
	unsigned turn; /* weighted round robin */
	uint32_t credit;
	bool hold; /* the stream of the turn may ask once more */
};

struct soc_qman {
	struct soc *soc;
	struct soc_regs *regs;
	struct soc_regs *engine;
	unsigned engine_id; /* enum gaudi_engine_id */
	char name[16];	    /* "TPC3_QM" */
	struct soc_stream stream[SOC_STREAMS];
	struct soc_arb arb;
};

/* Work for the pool. */
struct soc_job {
	void (*run)(struct soc *soc, struct soc_job *job); /* without lock */
	struct soc_job *next;
};

struct soc_jobs {
	struct soc_job *head;
	struct soc_job **tail;
};

struct soc_dma_desc {
	uint64_t src;
	uint64_t dst;
	uint32_t src_size[5]; /* bytes, then elements */
	uint32_t dst_size[5];
	uint32_t src_stride[5]; /* [0] unused */
	uint32_t dst_stride[5];
	uint32_t commit;
	uint64_t comp_addr;
	uint32_t comp_data;
	bool secure;
};

struct soc_dma {
	struct soc *soc;
	struct soc_regs *regs;
	struct soc_qman *qman;
	unsigned index;
	bool stopped;
	struct soc_dma_desc fifo[SOC_FIFO]; /* [0] is in progress */
	unsigned count;
	struct soc_job job;
};

struct soc_tpc {
	struct soc *soc;
	struct soc_regs *regs;
	struct soc_qman *qman;
	unsigned index;
	bool stopped;
	bool running;
	unsigned count; /* launches waiting */
	uint32_t fifo[SOC_LAUNCHES][TPC_GAUDI_TPC_DESC_SIZE / 4];
	struct tpc_core *core;
	struct tpc_core_bus bus;
	struct soc_job job;
};

struct soc_sync {
	struct soc *soc;
	struct soc_regs *regs;
	unsigned num_monitors;
	uint64_t *armed; /* bit set of monitors */
};

/* A 32-bit write on its way, of a monitor or a completion. */
struct soc_msg {
	uint64_t addr;
	uint32_t value;
	struct soc_sync *from; /* NULL: an engine */
	unsigned engine;
};

struct soc_timer {
	uint64_t due; /* virtual time */
	struct soc_stream *stream;
	unsigned fence;
	uint32_t inc;
};

struct soc_range {
	uint64_t addr;
	uint64_t len;
	char *host;
};

struct soc_space_map {
	struct soc_range *range; /* ascending, disjoint */
	size_t count;
	size_t room;
};

struct soc_memory {
	char *hbm;
	char *sram;
	struct soc_space_map space[SOC_NUM_SPACES];
	struct soc_export *exports;
};

struct soc {
	const struct tpc_cb *cb;
	enum tpc_cpu cpu;
	struct tpc_sim_params params;
	struct soc_host_ops ops;
	void *ctx;

	pthread_mutex_t lock;
	atomic_uint waiting;	/* threads that want the lock */
	atomic_uint asleep;	/* threads in soc_wait() */
	pthread_cond_t wake;	/* scheduler */
	pthread_cond_t work;	/* pool */
	pthread_cond_t changed; /* soc_wait(), soc_pause() */
	pthread_t scheduler;
	pthread_t *pool;
	unsigned num_pool;
	bool started;
	bool quit;
	unsigned paused;
	unsigned running; /* jobs in the pool that run */
	struct soc_jobs kernels;
	struct soc_jobs transfers;
	uint64_t deadline;

	struct soc_memory mem;

	struct soc_slot *slots[SOC_NUM_BLOCKS];
	struct soc_regs *blocks; /* ascending by base */
	unsigned num_blocks;
	struct soc_qman *qmans;
	unsigned num_qmans;
	struct soc_dma *dmas;
	unsigned num_dmas;
	struct soc_tpc *tpcs;
	unsigned num_tpcs;
	struct soc_sync *syncs;
	unsigned num_syncs;

	struct soc_stream *run_head;
	struct soc_stream *run_tail;
	struct soc_msg *msgs; /* ring */
	size_t msg_head;
	size_t msg_count;
	size_t msg_room;
	struct soc_timer *timers;
	size_t num_timers;
	size_t timer_room;
	uint64_t now; /* virtual time: steps of the scheduler */

	struct tpc_sim_stats stats;
	struct soc_razwi razwi;
	bool has_razwi;
	char why[256]; /* reason of the last refused access */
};

/* memory.c */
int soc_memory_init(struct soc *soc);
void soc_memory_free(struct soc *soc);
/* 32-bit message to a register or to memory. As soc_reg_write(), or -EFAULT. */
int soc_message(struct soc *soc, uint64_t addr, uint32_t value, bool secure);

/* regs.c */
int soc_regs_init(struct soc *soc);
void soc_regs_free(struct soc *soc);
void soc_regs_reset(struct soc *soc);
struct soc_regs *soc_find_block(struct soc *soc, uint64_t addr);
struct soc_regs *soc_block_by_name(struct soc *soc, const char *name);
int soc_block_write(struct soc *soc, struct soc_regs *regs, uint32_t offset,
		    uint32_t value, bool secure);
int soc_block_read(struct soc *soc, struct soc_regs *regs, uint32_t offset,
		   uint32_t *value, bool secure);

static inline uint32_t soc_value(const struct soc_regs *regs, uint32_t offset)
{
	return regs->value[offset / 4];
}

static inline uint64_t soc_value64(const struct soc_regs *regs, uint32_t lo,
				   uint32_t hi)
{
	return soc_value(regs, lo) | (uint64_t)soc_value(regs, hi) << 32;
}

static inline void soc_set(struct soc_regs *regs, uint32_t offset,
			   uint32_t value)
{
	regs->value[offset / 4] = value;
}

/* sched.c */
void soc_init_locks(struct soc *soc);
int soc_start_threads(struct soc *soc);
void soc_stop_threads(struct soc *soc);
void soc_kick(struct soc *soc, struct soc_stream *stream);
void soc_kick_qman(struct soc_qman *qman);
void soc_submit(struct soc *soc, struct soc_jobs *jobs, struct soc_job *job);
/* soc_post() - a write the scheduler makes soon. */
void soc_post(struct soc *soc, const struct soc_msg *msg);
void soc_timer(struct soc *soc, struct soc_stream *stream, uint32_t cycles,
	       unsigned fence, uint32_t inc);

/* soc.c */
/* soc_why() - notes why an access is refused; shown by the next fault. */
void soc_why(struct soc *soc, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* soc_raise() - records a fault and tells the host. @text is copied. */
void soc_raise(struct soc *soc, struct soc_fault *fault, const char *format,
	       ...) __attribute__((format(printf, 3, 4)));

/* qman.c */
void soc_qman_reset(struct soc_qman *qman);
/* One packet or one fetch. False: nothing to do or blocked. */
bool soc_stream_step(struct soc_stream *stream);
int soc_qm_write(struct soc_regs *regs, const struct soc_slot *slot,
		 uint32_t offset, uint32_t value);
uint32_t soc_qm_read(struct soc_regs *regs, const struct soc_slot *slot,
		     uint32_t offset);
bool soc_stream_busy(const struct soc_stream *stream);
bool soc_qman_can_run(const struct soc_stream *stream);
void soc_fence_add(struct soc_stream *stream, unsigned fence, uint32_t inc);
/* Records an error of the stream in GLBL_STS1 and stops it. */
void soc_stream_error(struct soc_stream *stream, uint32_t sts1,
		      const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* packets.c: 0 done, -EAGAIN blocked, other errors have been recorded */
int soc_packet(struct soc_stream *stream, const struct soc_cb *cb);

/* arb.c */
void soc_arb_reset(struct soc_qman *qman);
int soc_arb_point(struct soc_stream *stream, unsigned priority, bool release);

/* The stream cannot go on: gives up a turn it holds. */
void soc_arb_blocked(struct soc_stream *stream);

/* sync.c */
void soc_sync_reset(struct soc_sync *sync);
int soc_sync_write(struct soc_regs *regs, const struct soc_slot *slot,
		   uint32_t offset, uint32_t value);
void soc_sync_error(struct soc_sync *sync, uint32_t cause, unsigned object,
		    const char *text);

/* dma.c */
int soc_dma_write(struct soc_regs *regs, uint32_t offset, uint32_t value);
uint32_t soc_dma_read(struct soc_regs *regs, uint32_t offset);
void soc_dma_init(struct soc_dma *dma);
void soc_dma_reset(struct soc_dma *dma);

/* tpc.c */
int soc_tpc_init(struct soc_tpc *tpc);
void soc_tpc_free(struct soc_tpc *tpc);
int soc_tpc_write(struct soc_regs *regs, uint32_t offset, uint32_t value);
uint32_t soc_tpc_read(struct soc_regs *regs, uint32_t offset);
void soc_tpc_reset(struct soc_tpc *tpc);

/* Whether the engine behind a block of registers has work. */
bool soc_engine_busy(const struct soc_regs *engine);

#endif
