/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Requests in one line, and command buffers. */
#ifndef UAPI_REQUESTS_H
#define UAPI_REQUESTS_H

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <misc/habanalabs.h>

#include "seam.h"
#include "tpc/cb.h"

#define E_N_SOB(i)                                           \
	(TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N) + \
	 TPC_GAUDI_SYNC_MNGR_SOB_OBJ(i))
#define FENCE_RDATA(queue, fence, stream) \
	(TPC_GAUDI_DMA_QM_BASE(queue) +   \
	 TPC_GAUDI_QM_CP_FENCE_RDATA(fence, stream))

#define DOWN 0 /* queue numbers */
#define UP   4
#define DRAM TPC_GAUDI_DRAM_USER_BASE
#define SRAM TPC_GAUDI_SRAM_USER_BASE

#define PAGE   4096
#define SECOND 1000000ull /* in the units of WAIT_CS */

/* For what will end: a loaded machine may take long. */
#define PATIENCE (60 * SECOND)

#define SHORT_TDR 1000 /* ms; what comes before it has that long */

/* A device, an open file of it, and nothing else. */
struct fixture {
	struct machine *machine;
	struct file *file;
};

int setup(void **state);
int setup_short_tdr(void **state);     /* SHORT_TDR */
int setup_keep_on_fault(void **state); /* and SHORT_TDR */
int teardown(void **state);

/* A command buffer of the kernel, mapped. */
struct kcb {
	uint64_t handle;
	uint8_t *bytes;
	size_t room;   /* of the mapping */
	uint32_t size; /* packets so far */
};

int info(struct file *file, uint32_t op, void *out, uint32_t size,
	 uint32_t arg);
int cb_op(struct file *file, uint32_t op, uint64_t handle, uint32_t size,
	  uint32_t flags, union hl_cb_args *args);
void kcb_new(struct file *file, struct kcb *cb, uint32_t size);
void kcb_free(struct file *file, struct kcb *cb);

int mem_op(struct file *file, uint32_t op, union hl_mem_args *args);
int host_map(struct file *file, void *host, uint64_t size, uint64_t hint,
	     uint32_t flags, uint64_t *va);
int host_unmap(struct file *file, uint64_t va);
int mem_export(struct file *file, uint64_t addr, uint64_t size, uint32_t flags);

struct hl_cs_chunk chunk(const struct kcb *cb, uint32_t queue);
struct hl_cs_chunk user_chunk(uint64_t addr, uint32_t size, uint32_t queue);
int cs(struct file *file, const struct hl_cs_chunk *chunks, uint32_t count,
       uint32_t flags, uint64_t *seq);
int cs_args(struct file *file, union hl_cs_args *args);
int wait_cs(struct file *file, uint64_t seq, uint64_t timeout_us,
	    struct hl_wait_cs_out *out);
/* Submits to one queue and waits until it is done. */
void run(struct file *file, const struct kcb *cb, uint32_t queue);
/* 32-bit word of device memory, through a copy to the host. */
uint32_t device_word(struct file *file, uint64_t addr);
/* Whether a sync object of E_N has a value, as a monitor sees it. */
bool sob_is(struct file *file, unsigned sob, unsigned value);
/* Bytes between the program and device memory, by DMA. */
void download(struct file *file, const void *from, uint64_t to, uint32_t size);

#define ADD(cb, packet, ...)                                  \
	do {                                                  \
		struct tpc_gaudi_##packet p_ = {__VA_ARGS__}; \
		size_t n_ = tpc_gaudi_##packet##_pack(        \
			&p_, (cb)->bytes + (cb)->size);       \
		assert_int_not_equal(n_, 0);                  \
		(cb)->size += (uint32_t)n_;                   \
	} while (0)

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
#define TEST_TDR(name) \
	cmocka_unit_test_setup_teardown(name, setup_short_tdr, teardown)
#define TEST_KEEP(name) \
	cmocka_unit_test_setup_teardown(name, setup_keep_on_fault, teardown)

#define SIMULATED_ONLY(reason)                                  \
	do {                                                    \
		if (machine_is_real()) {                        \
			print_message("skipped: %s\n", reason); \
			skip();                                 \
		}                                               \
	} while (0)

#endif
