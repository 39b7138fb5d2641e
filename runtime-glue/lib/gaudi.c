/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The provider for the first Gaudi: facts, queues, and its table. */
#include <errno.h>
#include <misc/habanalabs.h>
#include <string.h>

#include "gaudi.h"
#include "tpc/cb.h"

static const struct tpc_cb *tables(void)
{
	return tpc_cb_get("gaudi");
}

/*
 * First free sync object and monitor. SYN asks for the quadrant W_S and uses
 * the answer as indices in E_N, which is what hardware has been seen to work
 * with; all of E_N but the first eight objects is free for users anyway (KD).
 */
static int sync_facts(struct tpc_device *dev)
{
	struct hl_info_sync_manager sm;
	int err = tpc_uapi_info(dev, HL_INFO_SYNC_MANAGER, HL_GAUDI_WS_DCORE,
				&sm, sizeof(sm));

	if (err)
		return err;
	dev->info.first_sob = sm.first_available_sync_object;
	dev->info.first_monitor = sm.first_available_monitor;
	return 0;
}

static int gaudi_facts(struct tpc_device *dev,
		       const struct hl_info_hw_ip_info *ip)
{
	struct tpc_device_info *info = &dev->info;
	unsigned i;

	/* Fields behind card_name moved in later kernels; this one did not. */
	info->tpc_mask = ip->tpc_enabled_mask;
	for (i = 0; i < TPC_GAUDI_TPC_CFG_COUNT; i++)
		info->num_tpcs += info->tpc_mask >> i & 1;
	info->dram_page = TPC_GAUDI_DRAM_PAGE_SIZE;
	return sync_facts(dev);
}

int tpc_gaudi_queue(const struct tpc_device *dev, enum tpc_engine engine,
		    unsigned index, unsigned stream)
{
	const struct tpc_cb_queue *queue;
	char name[16];

	if (engine != TPC_ENGINE_DMA && engine != TPC_ENGINE_TPC)
		return -EINVAL;
	snprintf(name, sizeof(name), "%s_%u",
		 engine == TPC_ENGINE_DMA ? "DMA" : "TPC", index);
	queue = tpc_cb_queue_by_name(tables(), name, strlen(name));
	return queue && stream < queue->streams ? (int)(queue->first + stream)
						: -EINVAL;
}

static bool gaudi_queue_external(unsigned queue)
{
	const struct tpc_cb_queue *q = tpc_cb_queue(tables(), queue, NULL);

	return q && q->kind == TPC_QUEUE_EXTERNAL;
}

int tpc_gaudi_fence_addr(const struct tpc_device *dev, unsigned queue,
			 unsigned id, bool lower, uint64_t *addr)
{
	const struct tpc_cb_queue *q;
	unsigned stream;
	uint64_t base;

	q = tpc_cb_queue(tables(), queue, &stream);
	if (!q || !q->qman || id > 3 ||
	    tpc_block_find(tables(), q->qman, &base))
		return -EINVAL;
	if (lower)
		stream = TPC_GAUDI_LOWER_STREAM;
	*addr = base + TPC_GAUDI_QM_CP_FENCE_RDATA(id, stream);
	return 0;
}

static bool gaudi_is_host_addr(uint64_t addr)
{
	return addr >= TPC_GAUDI_HOST_VA_BASE;
}

const struct tpc_ops tpc_ops_gaudi = {
	.chip = "gaudi",
	.device_id = TPC_GAUDI_PCI_DEVICE_ID,
	.code_align = TPC_GAUDI_KERNEL_ALIGN,
	.arb_point = tpc_gaudi_arb_point,
	.cp_dma = tpc_gaudi_cp_dma,
	.facts = gaudi_facts,
	.fence = tpc_gaudi_fence,
	.fence_addr = tpc_gaudi_fence_addr,
	.is_host_addr = gaudi_is_host_addr,
	.launch_down = tpc_gaudi_launch_down,
	.launch_prepare = tpc_gaudi_launch_prepare,
	.launch_tpc = tpc_gaudi_launch_tpc,
	.launch_up = tpc_gaudi_launch_up,
	.lin_dma = tpc_gaudi_lin_dma,
	.load_and_exe = tpc_gaudi_load_and_exe,
	.memset = tpc_gaudi_memset,
	.monitor = tpc_gaudi_monitor,
	.msg_long = tpc_gaudi_msg_long,
	.msg_prot = tpc_gaudi_msg_prot,
	.msg_short = tpc_gaudi_msg_short,
	.nop = tpc_gaudi_nop,
	.queue = tpc_gaudi_queue,
	.queue_external = gaudi_queue_external,
	.repeat = tpc_gaudi_repeat,
	.sob = tpc_gaudi_sob,
	.stop = tpc_gaudi_stop,
	.wait = tpc_gaudi_wait,
	.wreg32 = tpc_gaudi_wreg32,
	.wreg_bulk = tpc_gaudi_wreg_bulk,
};
