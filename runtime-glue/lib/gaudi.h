/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the files of the Gaudi provider share. */
#ifndef TPC_LIB_GAUDI_H
#define TPC_LIB_GAUDI_H

#include "provider.h"

int tpc_gaudi_arb_point(struct tpc_cmdbuf *cb, unsigned priority, bool release,
			unsigned ctl);
int tpc_gaudi_cp_dma(struct tpc_cmdbuf *cb, uint64_t src, uint32_t size,
		     unsigned ctl);
int tpc_gaudi_fence(struct tpc_cmdbuf *cb, unsigned id, unsigned target,
		    unsigned dec, unsigned ctl);
int tpc_gaudi_lin_dma(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t src,
		      uint32_t size, unsigned ctl);
int tpc_gaudi_load_and_exe(struct tpc_cmdbuf *cb, uint64_t src, unsigned what,
			   unsigned ctl);
int tpc_gaudi_memset(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t pattern,
		     uint32_t size, unsigned ctl);
int tpc_gaudi_monitor(struct tpc_cmdbuf *cb, unsigned monitor, unsigned sob,
		      unsigned value, uint64_t addr, uint32_t data);
int tpc_gaudi_msg_long(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
		       unsigned ctl);
int tpc_gaudi_msg_prot(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
		       unsigned ctl);
int tpc_gaudi_msg_short(struct tpc_cmdbuf *cb, unsigned base, uint32_t offset,
			uint32_t value, unsigned ctl);
int tpc_gaudi_nop(struct tpc_cmdbuf *cb, unsigned ctl);
int tpc_gaudi_repeat(struct tpc_cmdbuf *cb, bool end, bool outer,
		     uint32_t count, unsigned ctl);
int tpc_gaudi_sob(struct tpc_cmdbuf *cb, unsigned sob, unsigned mode,
		  unsigned value, unsigned ctl);
int tpc_gaudi_stop(struct tpc_cmdbuf *cb, unsigned ctl);
int tpc_gaudi_wait(struct tpc_cmdbuf *cb, unsigned id, unsigned inc,
		   uint32_t cycles, unsigned ctl);
int tpc_gaudi_wreg32(struct tpc_cmdbuf *cb, uint32_t reg, uint32_t value,
		     unsigned ctl);
int tpc_gaudi_wreg_bulk(struct tpc_cmdbuf *cb, uint32_t reg,
			const uint32_t *values, size_t count, unsigned ctl);

/* Device address of a sync object in the block that users have. */
uint64_t tpc_gaudi_sob_addr(unsigned sob);

int tpc_gaudi_queue(const struct tpc_device *dev, enum tpc_engine engine,
		    unsigned index, unsigned stream);
int tpc_gaudi_fence_addr(const struct tpc_device *dev, unsigned queue,
			 unsigned id, bool lower, uint64_t *addr);

int tpc_gaudi_launch_prepare(const struct tpc_launch *launch, uint64_t dst,
			     uint64_t src, uint32_t size,
			     struct tpc_cmdbuf *cb);
int tpc_gaudi_launch_down(const struct tpc_launch *launch,
			  struct tpc_cmdbuf *cb);
int tpc_gaudi_launch_tpc(const struct tpc_launch *launch, unsigned slot,
			 struct tpc_cmdbuf *cb);
int tpc_gaudi_launch_up(const struct tpc_launch *launch, struct tpc_cmdbuf *cb);

#endif
