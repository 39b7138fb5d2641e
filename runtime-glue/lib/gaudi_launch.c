/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The programs of a launch on Gaudi, as the public user space builds them (SYN
 * synapse_backend/runner; register facts KD tpc0_cfg_regs.h).
 */
#include <errno.h>
#include <string.h>

#include "gaudi.h"
#include "tpc/cb.h"

#define FENCE 0 /* counter used by all waits */

/* KERNEL_CONFIG as SYN sets it; the tokens concern performance only. */
#define READ_TOKEN  8
#define WRITE_TOKEN 6

/* The descriptor as words; indexed by its registers' byte offsets. */
#define DESC_WORDS (TPC_GAUDI_TPC_DESC_SIZE / 4)
#define DESC(reg)  desc[TPC_GAUDI_TPC_DESC_##reg / 4]
#define FIELD(reg, field, value) \
	TPC_FIELD_PREP(TPC_GAUDI_TPC_DESC_##reg##_##field, value)

static const uint8_t type_codes[TPC_NUM_DTYPES] = {
	[TPC_DTYPE_I8] = TPC_GAUDI_DATA_TYPE_INT8,
	[TPC_DTYPE_I16] = TPC_GAUDI_DATA_TYPE_INT16,
	[TPC_DTYPE_I32] = TPC_GAUDI_DATA_TYPE_INT32,
	[TPC_DTYPE_U8] = TPC_GAUDI_DATA_TYPE_UINT8,
	[TPC_DTYPE_U16] = TPC_GAUDI_DATA_TYPE_UINT16,
	[TPC_DTYPE_U32] = TPC_GAUDI_DATA_TYPE_UINT32,
	[TPC_DTYPE_BF16] = TPC_GAUDI_DATA_TYPE_BF16,
	[TPC_DTYPE_F32] = TPC_GAUDI_DATA_TYPE_FP32,
};

/* All five dimensions take part in addressing; unused ones are 1 x 0. */
static void describe_tensor(uint32_t *desc, unsigned n,
			    const struct tpc_tensor *tensor)
{
	unsigned d;

	DESC(TENSOR_BASE_ADDR_LOW(n)) = (uint32_t)tensor->addr;
	DESC(TENSOR_BASE_ADDR_HIGH(n)) = (uint32_t)(tensor->addr >> 32);
	DESC(TENSOR_PADDING_VALUE(n)) = tensor->pad;
	DESC(TENSOR_TENSOR_CONFIG(n)) =
		FIELD(TENSOR_TENSOR_CONFIG, DATA_TYPE,
		      type_codes[tensor->type]) |
		FIELD(TENSOR_TENSOR_CONFIG, VALID_DIM_MASK,
		      (1u << TPC_GAUDI_TENSOR_DIMS) - 1) |
		FIELD(TENSOR_TENSOR_CONFIG, LAST_DIM, tensor->rank - 1);
	for (d = 0; d < TPC_GAUDI_TENSOR_DIMS; d++) {
		bool used = d < tensor->rank;

		DESC(TENSOR_DIM_SIZE(n, d)) = used ? tensor->size[d] : 1;
		DESC(TENSOR_DIM_STRIDE(n, d)) = used ? tensor->stride[d] : 0;
	}
}

/* @last: the TPC's last part, which counts up the output object. */
static void describe_launch(uint32_t *desc, const struct tpc_launch *launch,
			    const struct tpc_box *part, bool last)
{
	const struct tpc_kernel_info *info = tpc_kernel_info(launch->kernel);
	unsigned d;

	DESC(SYNC_OBJECT_MESSAGE) =
		FIELD(SYNC_OBJECT_MESSAGE, SO_OPERATION,
		      TPC_GAUDI_SO_OPERATION_ADD) |
		FIELD(SYNC_OBJECT_MESSAGE, SO_WRITE_VALUE, last);
	DESC(SYNC_OBJECT_ADDR) =
		(uint32_t)tpc_gaudi_sob_addr(launch->output_sob);
	DESC(KERNEL_BASE_ADDRESS_LOW) = (uint32_t)info->text_addr;
	DESC(KERNEL_BASE_ADDRESS_HIGH) = (uint32_t)(info->text_addr >> 32);
	for (d = 0; d < TPC_DIMS; d++) {
		DESC(TID_BASE_DIM(d)) = (uint32_t)part->base[d];
		DESC(TID_SIZE_DIM(d)) = (uint32_t)part->size[d];
	}
	DESC(KERNEL_CONFIG) =
		FIELD(KERNEL_CONFIG, SMALL_VLM, info->special_functions) |
		FIELD(KERNEL_CONFIG, ASO_EVICT_L0, 1) |
		FIELD(KERNEL_CONFIG, NUM_VALID_SRFS, TPC_GAUDI_SRF_ARGS) |
		FIELD(KERNEL_CONFIG, RD_RATE_LIMIT_RST_TOKEN, READ_TOKEN) |
		FIELD(KERNEL_CONFIG, WR_RATE_LIMIT_RST_TOKEN, WRITE_TOKEN);
	for (d = 0; d < TPC_GAUDI_SRF_ARGS; d++)
		DESC(SRF(d)) = launch->scalar[d];
}

static void put_lut(struct tpc_cmdbuf *cb, const struct tpc_launch *launch)
{
	static const uint32_t regs[TPC_NUM_LUTS] = {
		TPC_GAUDI_TPC_CFG_LUT_FUNC256_BASE_ADDR_LO,
		TPC_GAUDI_TPC_CFG_LUT_FUNC128_BASE_ADDR_LO,
		TPC_GAUDI_TPC_CFG_LUT_FUNC64_BASE_ADDR_LO,
		TPC_GAUDI_TPC_CFG_LUT_FUNC32_BASE_ADDR_LO,
	};
	unsigned i;

	for (i = 0; i < TPC_NUM_LUTS; i++) {
		uint64_t addr = launch->lut[i]
					? launch->lut[i]
					: tpc_kernel_lut(launch->kernel, i);
		uint32_t words[2] = {(uint32_t)addr, (uint32_t)(addr >> 32)};

		if (!addr)
			continue;
		/* One register a packet, as SYN does. */
		tpc_cmdbuf_wreg32(cb, regs[i], words[0], 0);
		tpc_cmdbuf_wreg32(cb, regs[i] + 4, words[1], 0);
	}
}

static void put_part(struct tpc_cmdbuf *cb, const struct tpc_launch *launch,
		     const struct tpc_box *part, bool last)
{
	const uint32_t caches =
		TPC_GAUDI_TPC_CFG_TPC_CMD_ICACHE_INVALIDATE_MASK |
		TPC_GAUDI_TPC_CFG_TPC_CMD_DCACHE_INVALIDATE_MASK |
		TPC_GAUDI_TPC_CFG_TPC_CMD_LCACHE_INVALIDATE_MASK |
		TPC_GAUDI_TPC_CFG_TPC_CMD_TCACHE_INVALIDATE_MASK;
	uint32_t desc[DESC_WORDS] = {0};
	unsigned n;

	/* A descriptor left at size 0 has no element in bounds. */
	for (n = 0; n < TPC_MAX_TENSORS; n++)
		if ((launch->tensors | launch->hidden) >> n & 1)
			describe_tensor(desc, n, &launch->tensor[n]);
	describe_launch(desc, launch, part, last);
	tpc_cmdbuf_wreg_bulk(cb, TPC_GAUDI_TPC_CFG_QM_DESC, desc, DESC_WORDS,
			     0);
	put_lut(cb, launch);
	tpc_cmdbuf_wreg32(cb, TPC_GAUDI_TPC_CFG_TPC_CMD, caches, TPC_PKT_EB);
	tpc_cmdbuf_wreg32(cb, TPC_GAUDI_TPC_CFG_TPC_EXECUTE,
			  TPC_GAUDI_TPC_CFG_TPC_EXECUTE_V_MASK, 0);
}

/* Waits in a queue's command processor until a sync object has @value. */
static int put_wait(struct tpc_cmdbuf *cb, const struct tpc_launch *launch,
		    unsigned queue, bool lower, unsigned sob, unsigned value)
{
	uint64_t addr;
	int err = tpc_gaudi_fence_addr(launch->dev, queue, FENCE, lower, &addr);

	if (err)
		return tpc_cmdbuf_fail(cb, err, "queue %u has no fence", queue);
	/* A monitor a queue, as SYN: the highest is far below 512. */
	tpc_cmdbuf_monitor(cb, launch->dev->info.first_monitor + queue, sob,
			   value, addr, 1);
	return tpc_cmdbuf_fence(cb, FENCE, 1, 1, TPC_PKT_RB | TPC_PKT_MB);
}

int tpc_gaudi_launch_tpc(const struct tpc_launch *launch, unsigned slot,
			 struct tpc_cmdbuf *cb)
{
	int queue = tpc_gaudi_queue(launch->dev, TPC_ENGINE_TPC,
				    launch->tpc[slot], 0);
	unsigned part;

	if (queue < 0)
		return tpc_cmdbuf_fail(cb, queue, "there is no TPC %u",
				       launch->tpc[slot]);
	put_wait(cb, launch, (unsigned)queue, true, launch->input_sob, 1);
	for (part = slot; part < launch->num_parts; part += launch->num_tpcs)
		put_part(cb, launch, &launch->parts[part],
			 part + launch->num_tpcs >= launch->num_parts);
	return tpc_cmdbuf_error(cb);
}

int tpc_gaudi_launch_prepare(const struct tpc_launch *launch, uint64_t dst,
			     uint64_t src, uint32_t size, struct tpc_cmdbuf *cb)
{
	tpc_cmdbuf_lin_dma(cb, dst, src, size, 0);
	tpc_cmdbuf_sob(cb, launch->input_sob, TPC_SOB_SET, 0,
		       TPC_PKT_EB | TPC_PKT_RB);
	return tpc_cmdbuf_sob(cb, launch->output_sob, TPC_SOB_SET, 0,
			      TPC_PKT_RB | TPC_PKT_MB);
}

/* The down engine's completion message: sets the input object to 1. */
static void put_completion(struct tpc_cmdbuf *cb,
			   const struct tpc_launch *launch)
{
	uint64_t sob = tpc_gaudi_sob_addr(launch->input_sob);

	tpc_cmdbuf_wreg32(cb, TPC_GAUDI_DMA_CORE_WR_COMP_ADDR_LO, (uint32_t)sob,
			  0);
	tpc_cmdbuf_wreg32(cb, TPC_GAUDI_DMA_CORE_WR_COMP_ADDR_HI,
			  (uint32_t)(sob >> 32), 0);
	tpc_cmdbuf_wreg32(cb, TPC_GAUDI_DMA_CORE_WR_COMP_WDATA, 1,
			  TPC_PKT_EB | TPC_PKT_MB);
}

#define PIECE 0x40000000u /* sizes of LIN_DMA have 32 bits */

/* @signal: the last packet sends the completion message. */
static void put_copies(struct tpc_cmdbuf *cb, const struct tpc_copies *copies,
		       bool signal)
{
	size_t i;

	for (i = 0; i < copies->count && !tpc_cmdbuf_error(cb); i++) {
		const struct tpc_copy_step *step = &copies->step[i];
		uint64_t done, size;

		for (done = 0; done < step->size; done += size) {
			bool last;

			size = step->size - done;
			if (size > PIECE)
				size = PIECE;
			last = i + 1 == copies->count &&
			       done + size == step->size;
			tpc_cmdbuf_lin_dma(cb, step->dst + done,
					   step->src + done, (uint32_t)size,
					   signal && last ? TPC_PKT_COMPLETION
							  : 0);
		}
	}
}

int tpc_gaudi_launch_down(const struct tpc_launch *launch,
			  struct tpc_cmdbuf *cb)
{
	if (!launch->down.count)
		return tpc_cmdbuf_sob(cb, launch->input_sob, TPC_SOB_SET, 1,
				      TPC_PKT_RB | TPC_PKT_MB);
	put_completion(cb, launch);
	put_copies(cb, &launch->down, true);
	return tpc_cmdbuf_error(cb);
}

int tpc_gaudi_launch_up(const struct tpc_launch *launch, struct tpc_cmdbuf *cb)
{
	int queue = tpc_gaudi_queue(launch->dev, TPC_ENGINE_DMA, 1, 0);

	put_wait(cb, launch, (unsigned)queue, false, launch->output_sob,
		 launch->num_tpcs);
	put_copies(cb, &launch->up, false);
	tpc_cmdbuf_sob(cb, launch->input_sob, TPC_SOB_SET, 0,
		       TPC_PKT_EB | TPC_PKT_RB);
	return tpc_cmdbuf_sob(cb, launch->output_sob, TPC_SOB_SET, 0,
			      TPC_PKT_RB | TPC_PKT_MB);
}
