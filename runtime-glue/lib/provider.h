/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What differs between chips, as a table of functions.
 *
 * Every entry is filled: a provider starts from the dummy table, whose entries
 * fail with -EOPNOTSUPP and a message that names what is missing, and
 * overrides what its chip has. Entries are in alphabetical order.
 */
#ifndef TPC_LIB_PROVIDER_H
#define TPC_LIB_PROVIDER_H

#include "cmdbuf.h"
#include "launch.h"
#include "priv.h"

struct hl_info_hw_ip_info;

struct tpc_ops {
	const char *chip;
	uint32_t device_id; /* PCI */
	/*
	 * Bytes the instruction prefetcher loads from multiples of. Whole
	 * units are kept for code, so that reading ahead stays inside them.
	 */
	uint32_t code_align;

	int (*arb_point)(struct tpc_cmdbuf *cb, unsigned priority, bool release,
			 unsigned ctl);
	int (*cp_dma)(struct tpc_cmdbuf *cb, uint64_t src, uint32_t size,
		      unsigned ctl);
	/* Fills the chip's part of dev->info; the uAPI can be used. */
	int (*facts)(struct tpc_device *dev,
		     const struct hl_info_hw_ip_info *ip);
	int (*fence)(struct tpc_cmdbuf *cb, unsigned id, unsigned target,
		     unsigned dec, unsigned ctl);
	int (*fence_addr)(const struct tpc_device *dev, unsigned queue,
			  unsigned id, bool lower, uint64_t *addr);
	/* Whether a device address is one of mapped host memory. */
	bool (*is_host_addr)(uint64_t addr);
	/* Programs of one TPC and of the DMA engines: see launch.h. */
	int (*launch_down)(const struct tpc_launch *launch,
			   struct tpc_cmdbuf *cb);
	int (*launch_prepare)(const struct tpc_launch *launch, uint64_t dst,
			      uint64_t src, uint32_t size,
			      struct tpc_cmdbuf *cb);
	int (*launch_tpc)(const struct tpc_launch *launch, unsigned slot,
			  struct tpc_cmdbuf *cb);
	int (*launch_up)(const struct tpc_launch *launch,
			 struct tpc_cmdbuf *cb);
	int (*lin_dma)(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t src,
		       uint32_t size, unsigned ctl);
	int (*load_and_exe)(struct tpc_cmdbuf *cb, uint64_t src, unsigned what,
			    unsigned ctl);
	int (*memset)(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t pattern,
		      uint32_t size, unsigned ctl);
	int (*monitor)(struct tpc_cmdbuf *cb, unsigned monitor, unsigned sob,
		       unsigned value, uint64_t addr, uint32_t data);
	int (*msg_long)(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
			unsigned ctl);
	int (*msg_prot)(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
			unsigned ctl);
	int (*msg_short)(struct tpc_cmdbuf *cb, unsigned base, uint32_t offset,
			 uint32_t value, unsigned ctl);
	int (*nop)(struct tpc_cmdbuf *cb, unsigned ctl);
	int (*queue)(const struct tpc_device *dev, enum tpc_engine engine,
		     unsigned index, unsigned stream);
	/* Whether the driver supplies the memory of a queue's commands. */
	bool (*queue_external)(unsigned queue);
	int (*repeat)(struct tpc_cmdbuf *cb, bool end, bool outer,
		      uint32_t count, unsigned ctl);
	int (*sob)(struct tpc_cmdbuf *cb, unsigned sob, unsigned mode,
		   unsigned value, unsigned ctl);
	int (*stop)(struct tpc_cmdbuf *cb, unsigned ctl);
	int (*wait)(struct tpc_cmdbuf *cb, unsigned id, unsigned inc,
		    uint32_t cycles, unsigned ctl);
	int (*wreg32)(struct tpc_cmdbuf *cb, uint32_t reg, uint32_t value,
		      unsigned ctl);
	int (*wreg_bulk)(struct tpc_cmdbuf *cb, uint32_t reg,
			 const uint32_t *values, size_t count, unsigned ctl);
};

/* Providers leave out what their chip does not have. */
extern const struct tpc_ops tpc_ops_gaudi;

/* The dummy table with what @provider (NULL: none) overrides. */
void tpc_ops_fill(struct tpc_ops *ops, const struct tpc_ops *provider);

/* The provider of a chip by name or by PCI device id, NULL if there is none. */
const struct tpc_ops *tpc_provider_by_name(const char *chip);
const struct tpc_ops *tpc_provider_by_id(uint32_t device_id);

#endif
