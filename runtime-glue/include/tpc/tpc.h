/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * libtpc: run TPC kernels on a habanalabs device or on the simulated one.
 *
 * From the device's name on there is one code path: the ioctls of the
 * habanalabs driver. A program opens a device, loads a kernel (ELF), puts
 * tensors into device memory, fills a launch object and submits it; or it
 * builds command buffers packet by packet and submits those.
 *
 * Conventions of all functions here:
 *  - The result is 0 or a negative errno unless stated otherwise. A call that
 *    fails has changed nothing and written no output argument.
 *  - Sizes and addresses are bytes, times are microseconds, device addresses
 *    are what engines and kernels use, unless stated otherwise.
 *  - -ENODEV is returned by calls on a device that has gone, -EOPNOTSUPP by
 *    calls that the chip's provider does not have.
 *  - A sentence about the last failed call of a thread on a device can be had
 *    with tpc_device_message(). Functions without a device take @why, which
 *    may be NULL.
 *
 * Threads: a device may be used by several threads at once; memory, buffers
 * and kernels of it as well, as long as no thread frees an object that another
 * one still uses. Command-buffer builders and launch objects belong to one
 * thread at a time. Nothing is shared between two devices.
 *
 * Objects must be freed before the device they belong to is closed:
 * tpc_device_close() refuses with -EBUSY otherwise.
 *
 * Hardware facts come from the public driver ("K61", Linux 6.1
 * drivers/misc/habanalabs), the public reference user space ("SYN",
 * HabanaAI/SynapseAI_Core) and public sources of the vendor's later stack
 * ("G3SW", HabanaAI/Intel_Gaudi3_Software).
 */
#ifndef TPC_TPC_H
#define TPC_TPC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

#define TPC_API __attribute__((visibility("default")))

#define TPC_DIMS	5    /* dimensions of a tensor and of an index space */
#define TPC_MAX_TENSORS 16   /* tensor descriptors of a launch */
#define TPC_MAX_SCALARS 255  /* 32-bit scalar arguments of a launch */
#define TPC_MAX_TPCS	64   /* TPCs of a device */
#define TPC_MAX_PARTS	4096 /* parts of an index space */

struct tpc_device;
struct tpc_mem;
struct tpc_buf;
struct tpc_kernel;
struct tpc_cmdbuf;
struct tpc_launch;

/* ---- Devices ---------------------------------------------------------- */

struct tpc_job;

struct tpc_open_options {
	/*
	 * Open the control node: facts can be asked for while another process
	 * computes, everything else gives -ENOTTY. The name stays that of the
	 * compute node.
	 */
	bool control;
	/*
	 * Longest time an ioctl is repeated while the driver answers EAGAIN
	 * (queue full, too many submissions in flight); 0: 10 s.
	 */
	uint64_t retry_us;
	/*
	 * Called with each submission before the driver gets it, on the thread
	 * that submits, or NULL. It may use the device; submissions that it
	 * makes itself are shown to it, too.
	 */
	void (*watch)(void *ctx, const struct tpc_job *jobs, unsigned count);
	void *watch_ctx;
	/* Simulated devices only. */
	unsigned sim_threads; /* host threads for TPCs; 0: one a host core */
	/*
	 * A kernel that has not halted after so many bundles (on one TPC, for
	 * one part) is stopped with -EIO; 0: 2^28.
	 */
	uint64_t sim_max_bundles;
	FILE *sim_trace;      /* gets one line a bundle, or NULL */
	bool sim_strict;      /* fault at a read of a register too early */
	bool sim_count_early; /* count such reads */
};

struct tpc_device_info {
	const char *name; /* as given to tpc_device_open() */
	const char *chip; /* "gaudi" */
	bool simulated;
	bool drm_numbering; /* ioctls of kernels from 6.7 on */
	unsigned num_tpcs;  /* enabled ones */
	uint64_t tpc_mask;  /* bit i: TPC i is enabled */
	uint64_t dram_base, dram_size;
	uint64_t dram_page; /* granule of dma-buf exports by this library */
	uint64_t sram_base, sram_size;
	uint32_t first_sob, first_monitor; /* free for user space */
	uint32_t device_id;		   /* PCI */
	char card_name[17];
	char firmware[129];
};

/*
 * tpc_device_open() - opens a device by name.
 * @name: "sim:gaudi", a chip of its own each time; "/dev/accel/accelN" or
 *	  "/dev/hlN", the compute node of a habanalabs device.
 * @options: NULL for the defaults.
 * @out: the device; closed with tpc_device_close().
 * @why: sentence about a failure with the next step to take.
 *
 * Real nodes are asked with both ioctl numberings; the answer decides.
 *
 * -EINVAL: the name has none of these forms, or names an unknown chip.
 * -ENOENT, -ENXIO: no such node. -EACCES: no permission. -EBUSY: another
 * process computes on it. -EAGAIN: it is in reset. -EPERM: it failed.
 * -EOPNOTSUPP: a chip without a provider. -ENOTTY: not a habanalabs node.
 */
TPC_API int tpc_device_open(const char *name,
			    const struct tpc_open_options *options,
			    struct tpc_device **out, char *why,
			    size_t why_size);

/*
 * tpc_device_close() - closes a device and, for a simulated one, ends it.
 *
 * Memory that was exported outlives it for those who hold the descriptor.
 * -EBUSY: objects of the device exist or a launch is in flight; the device
 * stays open. NULL is allowed.
 */
TPC_API int tpc_device_close(struct tpc_device *dev);

/* Facts as of opening; lives as long as the device. Never NULL. */
TPC_API const struct tpc_device_info *
tpc_device_info(const struct tpc_device *dev);

/*
 * tpc_device_message() - a sentence about the last failure on a device.
 *
 * The sentence of the most recent failed call of any thread, "" if there was
 * none; always NUL-terminated, cut to @size.
 */
TPC_API void tpc_device_message(struct tpc_device *dev, char *text,
				size_t size);

/*
 * tpc_device_query() - an INFO request (HL_INFO_*) of the driver's uAPI.
 * @op: HL_INFO_*
 * @arg: the request's input word (dcore, PLL index, ...), 0 if it has none.
 * @answer: gets @size bytes; fields which an older kernel does not know are 0.
 *
 * Errors are the driver's: -EINVAL for an unknown op, -EBUSY in reset.
 */
TPC_API int tpc_device_query(struct tpc_device *dev, uint32_t op, uint32_t arg,
			     void *answer, uint32_t size);

#define TPC_STATS_SLOTS 4 /* LOAD, SPU, VPU, STORE */

struct tpc_tpc_stats {
	uint64_t launches;
	uint64_t bundles; /* issued */
	uint64_t cycles;
	uint64_t slot_ops[TPC_STATS_SLOTS]; /* operations other than NOP */
	uint64_t early_reads; /* of registers with a write in flight */
};

struct tpc_stats {
	unsigned num_tpcs;
	struct tpc_tpc_stats tpc[TPC_MAX_TPCS]; /* by hardware number */
	uint64_t packets;			/* run by all queue managers */
	uint64_t dma_bytes;			/* written by all DMA engines */
	char fault[512]; /* what stopped the device, "" if nothing did */
};

/*
 * tpc_device_stats() - counters of a simulated device since it was opened.
 *
 * -EOPNOTSUPP: hardware gives no such counters through the uAPI.
 */
TPC_API int tpc_device_stats(struct tpc_device *dev, struct tpc_stats *stats);

/* ---- Device memory ---------------------------------------------------- */

#define TPC_MEM_SRAM   0x1 /* on-chip memory in place of DRAM */
#define TPC_MEM_EXPORT 0x2 /* whole DRAM pages, so that it can be exported */

/*
 * tpc_mem_alloc() - takes a range of device memory.
 * @size: bytes, not 0.
 * @align: power of two; 0 for 128, a cache line. Rounded up to that.
 * @flags: TPC_MEM_*
 *
 * Gaudi's DRAM is one flat range which user space manages itself (K61
 * memory.c); the driver is told the sizes for its accounting. Contents are
 * undefined. -ENOMEM: no free range is long enough; the message says how long
 * the longest is.
 */
TPC_API int tpc_mem_alloc(struct tpc_device *dev, uint64_t size, uint64_t align,
			  unsigned flags, struct tpc_mem **out);

/*
 * tpc_mem_free() - gives a range back. NULL is allowed.
 *
 * A range that was exported is not handed out again before the device is
 * closed, because somebody may still hold its pages.
 */
TPC_API void tpc_mem_free(struct tpc_mem *mem);

TPC_API uint64_t tpc_mem_addr(const struct tpc_mem *mem);
TPC_API uint64_t tpc_mem_size(const struct tpc_mem *mem);

/*
 * tpc_mem_export() - a dma-buf descriptor of allocated DRAM.
 * @mem: allocated with TPC_MEM_EXPORT.
 * @fd_flags: O_CLOEXEC or 0, with O_RDWR if importers shall write.
 * @fd: the descriptor, the caller closes it.
 *
 * The dma-buf is as long as tpc_mem_size(), which was rounded up to pages.
 * On a simulated device the descriptor can also be mapped with mmap(). On
 * hardware only drivers can use it (K61 has no mmap operation there).
 * -EINVAL: not allocated for export. Driver: -EPERM, -EOPNOTSUPP.
 */
TPC_API int tpc_mem_export(struct tpc_mem *mem, int fd_flags, int *fd);

/* ---- Host memory the device can reach --------------------------------- */

/*
 * tpc_buf_alloc() - zeroed host memory mapped for the device.
 * tpc_buf_map() - maps memory the caller has; it stays the caller's and must
 *	outlive the buffer.
 *
 * -ENOMEM: no memory, or the limit for pinned memory (ulimit -l) is too low.
 * -EFAULT: [@ptr, @ptr + @size) is not writable memory of this process.
 */
TPC_API int tpc_buf_alloc(struct tpc_device *dev, size_t size,
			  struct tpc_buf **out);
TPC_API int tpc_buf_map(struct tpc_device *dev, void *ptr, size_t size,
			struct tpc_buf **out);

/* tpc_buf_free() - unmaps, and frees what tpc_buf_alloc() took. NULL is fine.
 */
TPC_API void tpc_buf_free(struct tpc_buf *buf);

TPC_API void *tpc_buf_ptr(const struct tpc_buf *buf);	  /* host side */
TPC_API uint64_t tpc_buf_addr(const struct tpc_buf *buf); /* device side */
TPC_API size_t tpc_buf_size(const struct tpc_buf *buf);

/*
 * tpc_dmabuf_import() - makes the pages behind a dma-buf reachable.
 * @fd: stays the caller's and may be closed after the call.
 * @size: bytes from its start, 0 for all.
 *
 * The descriptor is mapped into this process and the mapping into the device,
 * so kernels work on the very pages of the exporter. Descriptors that cannot
 * be mapped (dma-bufs of habanalabs hardware) give -EOPNOTSUPP. -EINVAL: the
 * buffer is shorter than @size. -EACCES: it is read-only.
 */
TPC_API int tpc_dmabuf_import(struct tpc_device *dev, int fd, size_t size,
			      struct tpc_buf **out);

/*
 * tpc_dmabuf_sync() - DMA_BUF_IOCTL_SYNC before and after host access.
 * @flags: DMA_BUF_SYNC_START or _END with _READ and _WRITE.
 *
 * Answered for descriptors of simulated devices as well, also when they were
 * received from another process. -EINVAL: flags. -ENOTTY: not a dma-buf.
 */
TPC_API int tpc_dmabuf_sync(struct tpc_device *dev, int fd, uint64_t flags);

/* ---- Copies ----------------------------------------------------------- */

/*
 * tpc_copy() - copies between any two device addresses and waits.
 * @dst, @src: device memory or tpc_buf_addr() of host memory.
 *
 * Goes through a DMA queue: DMA0 towards the device, DMA1 towards the host.
 * tpc_write() and tpc_read() take plain host memory, which is mapped for the
 * time of the call. tpc_fill() repeats a 64-bit pattern.
 *
 * -ETIMEDOUT: not finished after @timeout_us (-1: wait as long as it takes);
 * the engine may still be at work, so keep the memory.
 */
TPC_API int tpc_copy(struct tpc_device *dev, uint64_t dst, uint64_t src,
		     uint64_t size, int64_t timeout_us);
TPC_API int tpc_write(struct tpc_device *dev, uint64_t dst, const void *src,
		      size_t size);
TPC_API int tpc_read(struct tpc_device *dev, void *dst, uint64_t src,
		     size_t size);
TPC_API int tpc_fill(struct tpc_device *dev, uint64_t dst, uint64_t pattern,
		     uint64_t size);

/* ---- Command buffers -------------------------------------------------- */

/* Bits of a packet's @ctl argument. */
#define TPC_PKT_EB	       0x01 /* wait until the engine is idle */
#define TPC_PKT_RB	       0x02 /* wait for earlier register writes */
#define TPC_PKT_MB	       0x04 /* wait for earlier messages */
#define TPC_PKT_WEAK	       0x08 /* message: weakly ordered */
#define TPC_PKT_NO_SNOOP       0x10 /* message: no snoop */
#define TPC_PKT_TIMESTAMP      0x20 /* message: write the time instead */
#define TPC_PKT_COMPLETION     0x40 /* LIN_DMA: send the completion message */
#define TPC_PKT_PRED(register) ((unsigned)(register) << 8) /* P1..P31 */

/*
 * tpc_cmdbuf_new() - an empty command buffer for a device's queues.
 * tpc_cmdbuf_new_for() - the same without a device, for a chip's name.
 *
 * The buffer grows. Each function below appends one packet; after a failure
 * all further ones give the same error, so a sequence needs one check at its
 * end. -EINVAL: an argument does not fit its field; the message names packet,
 * field and legal range. -EOPNOTSUPP: the chip has no such packet.
 * -EFBIG: the buffer would exceed its limit. -ENOMEM.
 */
TPC_API int tpc_cmdbuf_new(struct tpc_device *dev, struct tpc_cmdbuf **out);
TPC_API int tpc_cmdbuf_new_for(const char *chip, struct tpc_cmdbuf **out);
TPC_API void tpc_cmdbuf_free(struct tpc_cmdbuf *cb);

/* tpc_cmdbuf_reset() - empties it and forgets the error. */
TPC_API void tpc_cmdbuf_reset(struct tpc_cmdbuf *cb);

/* tpc_cmdbuf_limit() - largest size; without it 2^31 bytes. */
TPC_API void tpc_cmdbuf_limit(struct tpc_cmdbuf *cb, size_t size);

TPC_API const void *tpc_cmdbuf_data(const struct tpc_cmdbuf *cb);
TPC_API size_t tpc_cmdbuf_size(const struct tpc_cmdbuf *cb);
TPC_API int tpc_cmdbuf_error(const struct tpc_cmdbuf *cb);
TPC_API const char *tpc_cmdbuf_message(const struct tpc_cmdbuf *cb);

/* @reg: byte offset in the queue manager's register window. */
TPC_API int tpc_cmdbuf_wreg32(struct tpc_cmdbuf *cb, uint32_t reg,
			      uint32_t value, unsigned ctl);
/*
 * Consecutive registers. The packet itself writes pairs at an offset that is a
 * multiple of 8; a first or last odd word is written with WREG_32.
 */
TPC_API int tpc_cmdbuf_wreg_bulk(struct tpc_cmdbuf *cb, uint32_t reg,
				 const uint32_t *values, size_t count,
				 unsigned ctl);
/* A 32-bit write to any device address; MSG_PROT with secured attribute. */
TPC_API int tpc_cmdbuf_msg_long(struct tpc_cmdbuf *cb, uint64_t addr,
				uint32_t value, unsigned ctl);
TPC_API int tpc_cmdbuf_msg_prot(struct tpc_cmdbuf *cb, uint64_t addr,
				uint32_t value, unsigned ctl);
/* @base: one of the queue manager's four message bases. */
TPC_API int tpc_cmdbuf_msg_short(struct tpc_cmdbuf *cb, unsigned base,
				 uint32_t offset, uint32_t value, unsigned ctl);
/* Waits until fence @id reached @target, then takes @dec from it. */
TPC_API int tpc_cmdbuf_fence(struct tpc_cmdbuf *cb, unsigned id,
			     unsigned target, unsigned dec, unsigned ctl);
TPC_API int tpc_cmdbuf_lin_dma(struct tpc_cmdbuf *cb, uint64_t dst,
			       uint64_t src, uint32_t size, unsigned ctl);
TPC_API int tpc_cmdbuf_memset(struct tpc_cmdbuf *cb, uint64_t dst,
			      uint64_t pattern, uint32_t size, unsigned ctl);
/* Runs @size bytes of packets at @src in the lower command processor. */
TPC_API int tpc_cmdbuf_cp_dma(struct tpc_cmdbuf *cb, uint64_t src,
			      uint32_t size, unsigned ctl);
/* Adds @inc to fence @id after @cycles. */
TPC_API int tpc_cmdbuf_wait(struct tpc_cmdbuf *cb, unsigned id, unsigned inc,
			    uint32_t cycles, unsigned ctl);
/*
 * Start or @end of a loop over packets; @count goes into the jump-pointer field
 * of the start. Public sources have the fields only: the meaning is assumed.
 */
TPC_API int tpc_cmdbuf_repeat(struct tpc_cmdbuf *cb, bool end, bool outer,
			      uint32_t count, unsigned ctl);

#define TPC_LOAD_PREDICATES 0x0 /* 128 bytes, one word a predicate */
#define TPC_LOAD_SCALARS    0x1 /* 16 bytes, R0 to R3 */
#define TPC_LOAD_LOAD	    0x2 /* load from memory */
#define TPC_LOAD_EXECUTE    0x4 /* run the packet held in the scalars */
#define TPC_LOAD_UPPER	    0x8 /* ... an 8-byte packet in R2 and R3 */
TPC_API int tpc_cmdbuf_load_and_exe(struct tpc_cmdbuf *cb, uint64_t src,
				    unsigned what, unsigned ctl);
TPC_API int tpc_cmdbuf_arb_point(struct tpc_cmdbuf *cb, unsigned priority,
				 bool release, unsigned ctl);
TPC_API int tpc_cmdbuf_nop(struct tpc_cmdbuf *cb, unsigned ctl);
TPC_API int tpc_cmdbuf_stop(struct tpc_cmdbuf *cb, unsigned ctl);

#define TPC_SOB_SET 0
#define TPC_SOB_ADD 1

/*
 * Sync objects and monitors of the block that belongs to user space (E_N on
 * Gaudi). tpc_cmdbuf_sob() writes one with MSG_LONG.
 *
 * tpc_cmdbuf_monitor() programs and arms a monitor: once sync object @sob is
 * at least @value, the word @data is written to @addr.
 */
TPC_API int tpc_cmdbuf_sob(struct tpc_cmdbuf *cb, unsigned sob, unsigned mode,
			   unsigned value, unsigned ctl);
TPC_API int tpc_cmdbuf_monitor(struct tpc_cmdbuf *cb, unsigned monitor,
			       unsigned sob, unsigned value, uint64_t addr,
			       uint32_t data);

/* ---- Submission ------------------------------------------------------- */

enum tpc_engine { TPC_ENGINE_DMA, TPC_ENGINE_TPC };

/*
 * tpc_queue() - queue number of an engine's stream, or a negative errno
 * (-EINVAL: no such engine or stream).
 * tpc_queue_fence_addr() - device address that counts up fence @id of a
 * queue's command processor; @lower: of the engine's lower one.
 */
TPC_API int tpc_queue(const struct tpc_device *dev, enum tpc_engine engine,
		      unsigned index, unsigned stream);
TPC_API int tpc_queue_fence_addr(const struct tpc_device *dev, unsigned queue,
				 unsigned id, bool lower, uint64_t *addr);

/*
 * One entry of a submission. Queues of DMA0 and DMA1 take a builder whose
 * bytes are copied into a driver's command buffer; the other queues take the
 * device address of packets in device memory or mapped host memory.
 */
struct tpc_job {
	unsigned queue;
	const struct tpc_cmdbuf *cmds; /* or NULL and: */
	uint64_t addr;
	uint32_t size;
};

/*
 * tpc_submit() - hands jobs to the driver; they run concurrently.
 * @seq: number for tpc_wait().
 *
 * Packet memory named by address must stay until the jobs are done. Errors
 * are the driver's (K61): -EINVAL queue, size or packet; -EPERM packet not
 * allowed for users; -EFAULT address; -EAGAIN still full after the retry time.
 * A builder that holds an error gives that.
 */
TPC_API int tpc_submit(struct tpc_device *dev, const struct tpc_job *jobs,
		       unsigned count, uint64_t *seq);

/*
 * tpc_wait() - waits for a submission.
 * @timeout_us: 0 asks only; -1 waits as long as it takes.
 *
 * -ETIMEDOUT: not finished yet, may be waited for again. -EIO: ended by a
 * fault, a reset or the driver's own time limit; the message names the fault
 * where the device tells it. -EINVAL: unknown number.
 */
TPC_API int tpc_wait(struct tpc_device *dev, uint64_t seq, int64_t timeout_us);

/* ---- Kernels ---------------------------------------------------------- */

struct tpc_kernel_info {
	const char *cpu;	/* "gaudi" */
	uint64_t text_size;	/* bytes of bundles */
	uint64_t text_addr;	/* device address of the first one */
	unsigned num_scalars;	/* as the metadata says */
	bool special_functions; /* uses look-up tables, small VLM */
	bool uses_printf;
	unsigned printf_tensor;
};

/*
 * tpc_kernel_load() - puts the code of an ELF object into device memory.
 * tpc_kernel_load_file() - reads the object from a file.
 *
 * Code is aligned to 8 KiB (needed by the instruction prefetcher, G3SW).
 * -ENOEXEC: not an ELF object with TPC code, or for another generation;
 * -ENOMEM; errors of opening and reading the file.
 */
TPC_API int tpc_kernel_load(struct tpc_device *dev, const void *elf,
			    size_t size, struct tpc_kernel **out);
TPC_API int tpc_kernel_load_file(struct tpc_device *dev, const char *path,
				 struct tpc_kernel **out);
TPC_API void tpc_kernel_free(struct tpc_kernel *kernel);
TPC_API const struct tpc_kernel_info *
tpc_kernel_info(const struct tpc_kernel *kernel);

/* ---- Tensors ---------------------------------------------------------- */

enum tpc_dtype {
	TPC_DTYPE_I8,
	TPC_DTYPE_I16,
	TPC_DTYPE_I32,
	TPC_DTYPE_U8,
	TPC_DTYPE_U16,
	TPC_DTYPE_U32,
	TPC_DTYPE_BF16,
	TPC_DTYPE_F32,
	TPC_NUM_DTYPES,
};

/* "i8" ... "f32"; -EINVAL for other names. NULL and 0 for other values. */
TPC_API int tpc_dtype_by_name(const char *name);
TPC_API const char *tpc_dtype_name(enum tpc_dtype type);
TPC_API unsigned tpc_dtype_bytes(enum tpc_dtype type);

/*
 * A tensor as a kernel sees it. Dimension 0 is the one vectors run along;
 * its elements are adjacent. A load outside the sizes gives @pad.
 */
struct tpc_tensor {
	uint64_t addr;
	enum tpc_dtype type;
	unsigned rank;		   /* 1 to TPC_DIMS */
	uint32_t size[TPC_DIMS];   /* elements */
	uint32_t stride[TPC_DIMS]; /* elements between neighbours */
	uint32_t pad; /* bits; low ones of an element's width count */
};

/*
 * tpc_tensor_init() - a dense tensor: stride[0] = 1, stride[d] = stride[d - 1]
 * times size[d - 1].
 *
 * -EINVAL: rank 0 or above TPC_DIMS, a size of 0 or above 2^31 - 1, unknown
 * type. -EOVERFLOW: a stride exceeds 2^31 - 1.
 * tpc_tensor_bytes() - bytes from the first to behind the last element, also
 * with strides; 0 for a tensor that tpc_launch_set_tensor() would refuse.
 */
TPC_API int tpc_tensor_init(struct tpc_tensor *tensor, enum tpc_dtype type,
			    unsigned rank, const uint32_t *size, uint64_t addr);
TPC_API uint64_t tpc_tensor_bytes(const struct tpc_tensor *tensor);

/* ---- Index space ------------------------------------------------------ */

/* A box of the index space: base[d] <= i[d] < base[d] + size[d]. */
struct tpc_box {
	int32_t base[TPC_DIMS];
	int32_t size[TPC_DIMS];
};

/*
 * tpc_split() - divides a box among TPCs.
 * @want: number of parts aimed at.
 * @parts: room for @want boxes.
 *
 * As the reference user space does (SYN): the oldest part is halved in its
 * highest dimension of even size, until there are enough parts. Other than
 * there, a part with odd sizes only is cut in its highest dimension into
 * unequal halves, so that such sizes keep all TPCs busy too. The parts are
 * disjoint and cover the box. Returns their number, 1 to @want; -EINVAL if
 * @want is 0 or above TPC_MAX_PARTS or a size is below 1.
 */
TPC_API int tpc_split(const struct tpc_box *space, unsigned want,
		      struct tpc_box *parts);

/* ---- Launches --------------------------------------------------------- */

/*
 * tpc_launch_new() - a launch of @kernel, which must outlive it.
 *
 * The functions that follow fill it in; each can be called again, also
 * between two submissions. Tensors are numbered in the order of the kernel's
 * parameters, inputs first.
 */
TPC_API int tpc_launch_new(struct tpc_kernel *kernel, struct tpc_launch **out);

/* Waits for a submission in flight, as long as it takes. NULL is fine. */
TPC_API void tpc_launch_free(struct tpc_launch *launch);

/*
 * -EINVAL: @index above the number of descriptors, rank, size, or stride out
 * of range, first stride not 1, address 0. The message names the fault.
 */
TPC_API int tpc_launch_set_tensor(struct tpc_launch *launch, unsigned index,
				  const struct tpc_tensor *tensor);

/*
 * 32 bits for register S@index at the kernel's start. -EINVAL: @index.
 *
 * A kernel whose metadata names more scalars than S0 to S30 finds all of them
 * in a tensor of 32-bit words, whose number is that of its tensor parameters
 * (facts 6.3): tpc_launch_submit() makes it, one behind the highest tensor set.
 */
TPC_API int tpc_launch_set_scalar(struct tpc_launch *launch, unsigned index,
				  uint32_t bits);

/* @rank sizes, the others are 1. -EINVAL: rank or a size out of range. */
TPC_API int tpc_launch_set_index_space(struct tpc_launch *launch, unsigned rank,
				       const uint32_t *size);

/*
 * tpc_launch_set_parts() - how the index space is spread.
 * @tpcs: number of TPCs to use, 0 for all enabled ones.
 * @parts: number of parts, 0 for one a TPC; part k runs on the k-th TPC,
 *	   modulo @tpcs, after the parts given to that one before.
 *
 * -EINVAL: more TPCs than the device has, more than TPC_MAX_PARTS parts.
 */
TPC_API int tpc_launch_set_parts(struct tpc_launch *launch, unsigned tpcs,
				 unsigned parts);

/*
 * Coefficient tables for special functions, in place of those that are loaded
 * with a kernel whose metadata says that it uses them. @intervals: 256, 128, 64
 * or 32.
 */
TPC_API int tpc_launch_set_lut(struct tpc_launch *launch, unsigned intervals,
			       uint64_t addr);

/*
 * Copies that belong to a launch: from a host buffer before the kernel runs,
 * and back to one when all parts are done. Offsets and sizes must lie inside
 * both (-EINVAL). tpc_launch_clear_copies() removes all.
 */
TPC_API int tpc_launch_add_download(struct tpc_launch *launch,
				    struct tpc_mem *to, uint64_t to_offset,
				    struct tpc_buf *from, uint64_t from_offset,
				    uint64_t size);
TPC_API int tpc_launch_add_upload(struct tpc_launch *launch, struct tpc_buf *to,
				  uint64_t to_offset, struct tpc_mem *from,
				  uint64_t from_offset, uint64_t size);
TPC_API void tpc_launch_clear_copies(struct tpc_launch *launch);

/*
 * tpc_launch_submit() - starts it.
 *
 * A device has one launch in flight, since its sync objects are used by all:
 * -EBUSY while another one runs. -EINVAL: no index space, or a tensor that
 * the kernel's metadata requires is missing. Otherwise as tpc_submit().
 *
 * tpc_launch_wait() - as tpc_wait(). After -ETIMEDOUT the launch is still in
 * flight, after any other result it is over.
 * tpc_launch_run() - both.
 * tpc_launch_num_parts() - parts of the last submission.
 */
TPC_API int tpc_launch_submit(struct tpc_launch *launch);
TPC_API int tpc_launch_wait(struct tpc_launch *launch, int64_t timeout_us);
TPC_API int tpc_launch_run(struct tpc_launch *launch, int64_t timeout_us);
TPC_API unsigned tpc_launch_num_parts(const struct tpc_launch *launch);

#ifdef __cplusplus
}
#endif

#endif
