/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A chip with its queue managers programmed, and packets into them. */
#ifndef SOC_HARNESS_H
#define SOC_HARNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fake_core.h"
#include "soc.h"

#define QM(reg)	 TPC_GAUDI_QM_##reg
#define DMA(reg) TPC_GAUDI_DMA_CORE_##reg
#define SM(reg)	 TPC_GAUDI_SYNC_MNGR_##reg
#define CFG(reg) TPC_GAUDI_TPC_CFG_##reg

#define E_N TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N)

/* Device memory for tests to use as they like. */
#define MEM 0x40000000ull

struct harness {
	struct soc *soc;
	uint64_t next; /* where the next command buffer goes */
	unsigned faults;
	unsigned interrupts;
	struct soc_fault last;
	char text[400];
};

/* A command buffer that is being written. */
struct cb {
	uint8_t bytes[4096];
	size_t size;
};

int setup(void **state);
int teardown(void **state);

/* Programs a queue manager's streams as the driver does for users. */
void enable(struct harness *h, uint64_t qman, bool lower);
/* Puts a command buffer into device memory; its address. */
uint64_t store(struct harness *h, const struct cb *cb);
void submit(struct harness *h, uint64_t qman, unsigned stream,
	    const struct cb *cb);
/* Waits until nothing moves any more. */
void settle(struct harness *h);
/* Submits to stream 0 of DMA0 and waits. */
void run(struct harness *h, const struct cb *cb);

uint32_t rd(struct harness *h, uint64_t addr);
void wr(struct harness *h, uint64_t addr, uint32_t value);
uint32_t peek(struct harness *h, uint64_t addr);
void poke(struct harness *h, uint64_t addr, uint32_t value);

#define ADD(cb, packet, ...)                                  \
	do {                                                  \
		struct tpc_gaudi_##packet p_ = {__VA_ARGS__}; \
		size_t n_ = tpc_gaudi_##packet##_pack(        \
			&p_, (cb)->bytes + (cb)->size);       \
		assert_int_not_equal(n_, 0);                  \
		(cb)->size += n_;                             \
	} while (0)

#define SOB(i) (E_N + SM(SOB_OBJ(i)))

/* Arms a monitor of E_N by registers: when @mask's members reach @value. */
void arm(struct harness *h, unsigned monitor, unsigned group, uint8_t members,
	 bool equal, unsigned value, uint64_t addr, uint32_t data);

#endif
