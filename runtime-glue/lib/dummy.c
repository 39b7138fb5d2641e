/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The table every provider starts from: each entry says what is missing. */
#include <errno.h>

#include "provider.h"

static int no_packet(struct tpc_cmdbuf *cb, const char *name)
{
	return tpc_cmdbuf_fail(cb, -EOPNOTSUPP, "%s: no packet %s",
			       cb->ops->chip, name);
}

static int no_arb_point(struct tpc_cmdbuf *cb, unsigned priority, bool release,
			unsigned ctl)
{
	return no_packet(cb, "ARB_POINT");
}

static int no_cp_dma(struct tpc_cmdbuf *cb, uint64_t src, uint32_t size,
		     unsigned ctl)
{
	return no_packet(cb, "CP_DMA");
}

static int no_facts(struct tpc_device *dev, const struct hl_info_hw_ip_info *ip)
{
	return tpc_fail(dev, -EOPNOTSUPP, "%s: no provider", dev->name);
}

static int no_fence(struct tpc_cmdbuf *cb, unsigned id, unsigned target,
		    unsigned dec, unsigned ctl)
{
	return no_packet(cb, "FENCE");
}

static int no_fence_addr(const struct tpc_device *dev, unsigned queue,
			 unsigned id, bool lower, uint64_t *addr)
{
	return -EOPNOTSUPP;
}

static bool no_host_addr(uint64_t addr)
{
	return false;
}

static int no_launch(const struct tpc_launch *launch, struct tpc_cmdbuf *cb)
{
	return tpc_cmdbuf_fail(cb, -EOPNOTSUPP, "%s: no kernel launch",
			       cb->ops->chip);
}

static int no_launch_prepare(const struct tpc_launch *launch, uint64_t dst,
			     uint64_t src, uint32_t size, struct tpc_cmdbuf *cb)
{
	return no_launch(launch, cb);
}

static int no_launch_tpc(const struct tpc_launch *launch, unsigned slot,
			 struct tpc_cmdbuf *cb)
{
	return no_launch(launch, cb);
}

static int no_lin_dma(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t src,
		      uint32_t size, unsigned ctl)
{
	return no_packet(cb, "LIN_DMA");
}

static int no_load_and_exe(struct tpc_cmdbuf *cb, uint64_t src, unsigned what,
			   unsigned ctl)
{
	return no_packet(cb, "LOAD_AND_EXE");
}

static int no_memset(struct tpc_cmdbuf *cb, uint64_t dst, uint64_t pattern,
		     uint32_t size, unsigned ctl)
{
	return no_packet(cb, "LIN_DMA");
}

static int no_monitor(struct tpc_cmdbuf *cb, unsigned monitor, unsigned sob,
		      unsigned value, uint64_t addr, uint32_t data)
{
	return tpc_cmdbuf_fail(cb, -EOPNOTSUPP, "%s: no monitors",
			       cb->ops->chip);
}

static int no_msg_long(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
		       unsigned ctl)
{
	return no_packet(cb, "MSG_LONG");
}

static int no_msg_prot(struct tpc_cmdbuf *cb, uint64_t addr, uint32_t value,
		       unsigned ctl)
{
	return no_packet(cb, "MSG_PROT");
}

static int no_msg_short(struct tpc_cmdbuf *cb, unsigned base, uint32_t offset,
			uint32_t value, unsigned ctl)
{
	return no_packet(cb, "MSG_SHORT");
}

static int no_nop(struct tpc_cmdbuf *cb, unsigned ctl)
{
	return no_packet(cb, "NOP");
}

static int no_queue(const struct tpc_device *dev, enum tpc_engine engine,
		    unsigned index, unsigned stream)
{
	return -EOPNOTSUPP;
}

static bool no_queue_external(unsigned queue)
{
	return false;
}

static int no_repeat(struct tpc_cmdbuf *cb, bool end, bool outer,
		     uint32_t count, unsigned ctl)
{
	return no_packet(cb, "REPEAT");
}

static int no_sob(struct tpc_cmdbuf *cb, unsigned sob, unsigned mode,
		  unsigned value, unsigned ctl)
{
	return tpc_cmdbuf_fail(cb, -EOPNOTSUPP, "%s: no sync objects",
			       cb->ops->chip);
}

static int no_stop(struct tpc_cmdbuf *cb, unsigned ctl)
{
	return no_packet(cb, "STOP");
}

static int no_wait(struct tpc_cmdbuf *cb, unsigned id, unsigned inc,
		   uint32_t cycles, unsigned ctl)
{
	return no_packet(cb, "WAIT");
}

static int no_wreg32(struct tpc_cmdbuf *cb, uint32_t reg, uint32_t value,
		     unsigned ctl)
{
	return no_packet(cb, "WREG_32");
}

static int no_wreg_bulk(struct tpc_cmdbuf *cb, uint32_t reg,
			const uint32_t *values, size_t count, unsigned ctl)
{
	return no_packet(cb, "WREG_BULK");
}

static const struct tpc_ops dummy_ops = {
	.chip = "unknown chip",
	.code_align = 1,
	.arb_point = no_arb_point,
	.cp_dma = no_cp_dma,
	.facts = no_facts,
	.fence = no_fence,
	.fence_addr = no_fence_addr,
	.is_host_addr = no_host_addr,
	.launch_down = no_launch,
	.launch_prepare = no_launch_prepare,
	.launch_tpc = no_launch_tpc,
	.launch_up = no_launch,
	.lin_dma = no_lin_dma,
	.load_and_exe = no_load_and_exe,
	.memset = no_memset,
	.monitor = no_monitor,
	.msg_long = no_msg_long,
	.msg_prot = no_msg_prot,
	.msg_short = no_msg_short,
	.nop = no_nop,
	.queue = no_queue,
	.queue_external = no_queue_external,
	.repeat = no_repeat,
	.sob = no_sob,
	.stop = no_stop,
	.wait = no_wait,
	.wreg32 = no_wreg32,
	.wreg_bulk = no_wreg_bulk,
};

/* Keeps the compiler's check of each entry's type. */
#define SET_OP(name)                                \
	do {                                        \
		if (provider->name)                 \
			ops->name = provider->name; \
	} while (0)

void tpc_ops_fill(struct tpc_ops *ops, const struct tpc_ops *provider)
{
	*ops = dummy_ops;
	if (!provider)
		return;
	ops->chip = provider->chip;
	ops->device_id = provider->device_id;
	SET_OP(code_align);
	SET_OP(arb_point);
	SET_OP(cp_dma);
	SET_OP(facts);
	SET_OP(fence);
	SET_OP(fence_addr);
	SET_OP(is_host_addr);
	SET_OP(launch_down);
	SET_OP(launch_prepare);
	SET_OP(launch_tpc);
	SET_OP(launch_up);
	SET_OP(lin_dma);
	SET_OP(load_and_exe);
	SET_OP(memset);
	SET_OP(monitor);
	SET_OP(msg_long);
	SET_OP(msg_prot);
	SET_OP(msg_short);
	SET_OP(nop);
	SET_OP(queue);
	SET_OP(queue_external);
	SET_OP(repeat);
	SET_OP(sob);
	SET_OP(stop);
	SET_OP(wait);
	SET_OP(wreg32);
	SET_OP(wreg_bulk);
}
