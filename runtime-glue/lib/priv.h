/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the files of libtpc share. Nothing here is visible outside it. */
#ifndef TPC_LIB_PRIV_H
#define TPC_LIB_PRIV_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "os.h"
#include "ranges.h"
#include "tpc/tpc.h"

struct tpc_ops;	    /* provider.h */
struct hl_cs_chunk; /* uAPI */

#define TPC_DEFAULT_RETRY_US 10000000
#define TPC_CACHE_LINE	     128 /* G3SW, SYN */

struct tpc_device {
	struct tpc_os os;
	struct tpc_ops *ops; /* filled: no entry is NULL */
	struct tpc_device_info info;
	char *name;
	uint64_t retry_us;
	bool control;
	void (*watch)(void *ctx, const struct tpc_job *jobs, unsigned count);
	void *watch_ctx;

	/* The lock covers everything below. It is never held over an ioctl. */
	pthread_mutex_t lock;
	char message[512];
	struct tpc_ranges dram;
	struct tpc_ranges sram;
	unsigned objects; /* memory, buffers, kernels, launches */
	const struct tpc_launch *running;
};

/* ---- device.c --------------------------------------------------------- */

/* Keeps a sentence for tpc_device_message(); returns @err. */
int tpc_fail(struct tpc_device *dev, int err, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/*
 * tpc_device_open() on a given body of the seam; @why has room.
 * @data: for the body, in struct tpc_os.
 */
int tpc_device_open_on(const struct tpc_os_ops *os, void *data,
		       const char *name, const struct tpc_open_options *options,
		       struct tpc_device **out, char *why, size_t why_size);

/* "EINVAL" for EINVAL or -EINVAL. */
const char *tpc_errno_name(int err);

void tpc_device_hold(struct tpc_device *dev);
void tpc_device_drop(struct tpc_device *dev);

/* ---- ioctl.c: the one place that issues requests ---------------------- */

/*
 * tpc_ioctl() - one request of the driver, in 6.1's numbering.
 * @what: its name for messages, "MEMORY MAP"; NULL for requests that clean up,
 *	  which must not replace the message about what went wrong before.
 *
 * Repeated on EINTR, and on EAGAIN for the device's retry time. The driver
 * copies its output also when it fails, so each repetition starts from the
 * original argument. On failure *arg is as it was. WAIT_CS gives -EINTR back,
 * because only its caller knows how much of the time is left.
 */
int tpc_ioctl(struct tpc_device *dev, unsigned long request, void *arg,
	      const char *what);

/* The same request in the numbering of kernels from 6.7 on. */
unsigned long tpc_drm_request(unsigned long request);

/* ---- uapi.c: the requests, outputs written only on success ------------ */

int tpc_uapi_info(struct tpc_device *dev, uint32_t op, uint32_t arg,
		  void *answer, uint32_t size);
int tpc_uapi_cb_create(struct tpc_device *dev, uint32_t size, uint64_t *handle);
int tpc_uapi_cb_destroy(struct tpc_device *dev, uint64_t handle);
int tpc_uapi_submit(struct tpc_device *dev, struct hl_cs_chunk *chunks,
		    unsigned count, uint64_t *seq);
/* *done: completed; false: still running after @timeout_us. */
int tpc_uapi_wait(struct tpc_device *dev, uint64_t seq, uint64_t timeout_us,
		  bool *done);
/* Accounting only on devices with flat DRAM (K61). */
int tpc_uapi_mem_alloc(struct tpc_device *dev, uint64_t size);
int tpc_uapi_mem_free(struct tpc_device *dev, uint64_t size);
int tpc_uapi_map(struct tpc_device *dev, void *ptr, uint64_t size,
		 uint64_t *addr);
int tpc_uapi_unmap(struct tpc_device *dev, uint64_t addr);
int tpc_uapi_export(struct tpc_device *dev, uint64_t addr, uint64_t size,
		    int fd_flags, int *fd);

/* ---- submit.c --------------------------------------------------------- */

/* tpc_wait(); *over tells whether the submission has come to an end. */
int tpc_wait_over(struct tpc_device *dev, uint64_t seq, int64_t timeout_us,
		  bool *over);

/* ---- mem.c ------------------------------------------------------------ */

struct tpc_device *tpc_mem_device(const struct tpc_mem *mem);
struct tpc_device *tpc_buf_device(const struct tpc_buf *buf);

/* ---- tensor.c --------------------------------------------------------- */

/* Why a tensor cannot be described to a TPC, NULL if it can. */
const char *tpc_tensor_fault(const struct tpc_tensor *tensor);

/* ---- kernel.c --------------------------------------------------------- */

struct tpc_device *tpc_kernel_device(const struct tpc_kernel *kernel);

/* Bit i: tensor i must be set, as far as the metadata tells. */
unsigned tpc_kernel_tensors(const struct tpc_kernel *kernel);

/*
 * Device address of the look-up tables of a class (lut.h) that were loaded with
 * the kernel, 0 if there are none.
 */
uint64_t tpc_kernel_lut(const struct tpc_kernel *kernel, unsigned class);

uint64_t tpc_now_us(void); /* monotonic */

#endif
