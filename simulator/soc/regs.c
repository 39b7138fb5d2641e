/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The register space: which block an address belongs to, protection, and the
 * way to the block's own behaviour. Blocks and registers come from the tables
 * of libtpcasm; an address without a record is refused by name.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "soc_priv.h"

static const char *const block_names[SOC_NUM_BLOCKS] = {
	[SOC_QM] = "QM",
	[SOC_DMA_CORE] = "DMA_CORE",
	[SOC_TPC_CFG] = "TPC_CFG",
	[SOC_MME_CTRL] = "MME_CTRL",
	[SOC_SYNC_MNGR] = "SYNC_MNGR",
	[SOC_PCIE_CORE] = "PCIE_CORE",
};

static int block_kind(const struct tpc_reg_block *block)
{
	int i;

	for (i = 0; i < SOC_NUM_BLOCKS; i++)
		if (!strcmp(block_names[i], block->name))
			return i;
	return -1;
}

static struct soc_slot *make_slots(const struct tpc_reg_block *block)
{
	struct soc_slot *slots = calloc(block->size / 4, sizeof(*slots));
	unsigned r, i, j;

	if (!slots)
		return NULL;
	for (r = 0; r < block->num_regs; r++) {
		const struct tpc_reg *reg = &block->regs[r];

		for (i = 0; i < reg->count[0]; i++) {
			for (j = 0; j < reg->count[1]; j++) {
				uint32_t at = reg->offset + i * reg->stride[0] +
					      j * reg->stride[1];

				slots[at / 4].reg = reg;
				slots[at / 4].index[0] = (uint16_t)i;
				slots[at / 4].index[1] = (uint16_t)j;
			}
		}
	}
	return slots;
}

static int by_base(const void *a, const void *b)
{
	const struct soc_regs *x = a;
	const struct soc_regs *y = b;

	return (x->base > y->base) - (x->base < y->base);
}

static int add_blocks(struct soc *soc, const struct tpc_reg_instances *n)
{
	int kind = block_kind(n->block);
	unsigned i;

	if (kind < 0)
		return -EINVAL;
	if (!soc->slots[kind])
		soc->slots[kind] = make_slots(n->block);
	if (!soc->slots[kind])
		return -ENOMEM;
	for (i = 0; i < n->count; i++) {
		struct soc_regs *regs = &soc->blocks[soc->num_blocks];

		regs->value = calloc(n->block->size / 4, sizeof(uint32_t));
		if (!regs->value)
			return -ENOMEM;
		regs->instances = n;
		regs->slots = soc->slots[kind];
		regs->kind = (enum soc_block)kind;
		regs->index = i;
		regs->base = n->base + (uint64_t)n->stride * i;
		regs->size = n->block->size;
		soc->num_blocks++;
	}
	return 0;
}

int soc_regs_init(struct soc *soc)
{
	const struct tpc_cb *cb = soc->cb;
	unsigned total = 0;
	unsigned i;
	int rc;

	for (i = 0; i < cb->num_instances; i++)
		total += cb->instances[i].count;
	soc->blocks = calloc(total, sizeof(*soc->blocks));
	if (!soc->blocks)
		return -ENOMEM;
	for (i = 0; i < cb->num_instances; i++) {
		rc = add_blocks(soc, &cb->instances[i]);
		if (rc)
			return rc;
	}
	qsort(soc->blocks, soc->num_blocks, sizeof(*soc->blocks), by_base);
	soc_regs_reset(soc);
	return 0;
}

void soc_regs_free(struct soc *soc)
{
	unsigned i;

	for (i = 0; i < soc->num_blocks; i++)
		free(soc->blocks[i].value);
	free(soc->blocks);
	for (i = 0; i < SOC_NUM_BLOCKS; i++)
		free(soc->slots[i]);
}

void soc_regs_reset(struct soc *soc)
{
	unsigned i, k;

	for (i = 0; i < soc->num_blocks; i++) {
		struct soc_regs *regs = &soc->blocks[i];

		for (k = 0; k < regs->size / 4; k++) {
			const struct tpc_reg *reg = regs->slots[k].reg;

			regs->value[k] = reg ? reg->reset : 0;
		}
	}
}

struct soc_regs *soc_find_block(struct soc *soc, uint64_t addr)
{
	unsigned low = 0;
	unsigned high = soc->num_blocks;

	while (low < high) {
		unsigned mid = low + (high - low) / 2;
		struct soc_regs *regs = &soc->blocks[mid];

		if (addr < regs->base)
			high = mid;
		else if (addr - regs->base >= regs->size)
			low = mid + 1;
		else
			return regs;
	}
	return NULL;
}

struct soc_regs *soc_block_by_name(struct soc *soc, const char *name)
{
	uint64_t addr;

	if (tpc_block_find(soc->cb, name, &addr))
		return NULL;
	return soc_find_block(soc, addr);
}

static bool user_may_write(const struct soc_slot *slot)
{
	unsigned index = slot->index[0];

	return slot->reg->flags & TPC_REG_USER &&
	       index + slot->reg->first_index >= slot->reg->user_from;
}

static void drop_write(struct soc *soc, const struct soc_regs *regs,
		       uint32_t offset)
{
	soc->stats.dropped_writes++;
	soc->has_razwi = true;
	soc->razwi.time_ns = soc_now_ns();
	soc->razwi.addr = regs->base + offset;
}

static int no_register(struct soc *soc, uint64_t addr, const char *what)
{
	char name[128];

	tpc_reg_name(soc->cb, addr, name, sizeof(name));
	soc_why(soc, "%s 0x%llx: no register %s", what,
		(unsigned long long)addr, name);
	return -ENOENT;
}

int soc_block_write(struct soc *soc, struct soc_regs *regs, uint32_t offset,
		    uint32_t value, bool secure)
{
	const struct soc_slot *slot;
	char name[128];

	if (offset % 4 || offset >= regs->size || !regs->slots[offset / 4].reg)
		return no_register(soc, regs->base + offset, "write to");
	slot = &regs->slots[offset / 4];
	if (!secure && !user_may_write(slot)) {
		drop_write(soc, regs, offset);
		return 0;
	}
	if (slot->reg->flags & TPC_REG_READ_ONLY)
		return 0; /* assumed: ignored, as by most hardware */
	switch (regs->kind) {
	case SOC_QM:
		return soc_qm_write(regs, slot, offset, value);
	case SOC_DMA_CORE:
		return soc_dma_write(regs, offset, value);
	case SOC_TPC_CFG:
		return soc_tpc_write(regs, offset, value);
	case SOC_SYNC_MNGR:
		return soc_sync_write(regs, slot, offset, value);
	case SOC_PCIE_CORE:
		soc_set(regs, offset, value);
		if (offset == TPC_GAUDI_PCIE_CORE_MSI_REQ && soc->ops.interrupt)
			soc->ops.interrupt(soc->ctx);
		return 0;
	case SOC_MME_CTRL:
	default:
		tpc_reg_name(soc->cb, regs->base + offset, name, sizeof(name));
		soc_why(soc, "write to %s: the MME is not modelled", name);
		return -ENOENT;
	}
}

int soc_block_read(struct soc *soc, struct soc_regs *regs, uint32_t offset,
		   uint32_t *value, bool secure)
{
	const struct soc_slot *slot;

	if (offset % 4 || offset >= regs->size || !regs->slots[offset / 4].reg)
		return no_register(soc, regs->base + offset, "read of");
	slot = &regs->slots[offset / 4];
	if (!secure && !user_may_write(slot) &&
	    !(slot->reg->flags & TPC_REG_READ_ONLY)) {
		*value = SOC_PROTECTED_PATTERN;
		return 0;
	}
	switch (regs->kind) {
	case SOC_QM:
		*value = soc_qm_read(regs, slot, offset);
		break;
	case SOC_DMA_CORE:
		*value = soc_dma_read(regs, offset);
		break;
	case SOC_TPC_CFG:
		*value = soc_tpc_read(regs, offset);
		break;
	default:
		*value = soc_value(regs, offset);
		break;
	}
	return 0;
}

int soc_reg_write(struct soc *soc, uint64_t addr, uint32_t value, bool secure)
{
	struct soc_regs *regs = soc_find_block(soc, addr);

	if (!regs) {
		no_register(soc, addr, "write to");
		return -ENXIO;
	}
	return soc_block_write(soc, regs, (uint32_t)(addr - regs->base), value,
			       secure);
}

int soc_reg_read(struct soc *soc, uint64_t addr, uint32_t *value, bool secure)
{
	struct soc_regs *regs = soc_find_block(soc, addr);

	if (!regs) {
		no_register(soc, addr, "read of");
		return -ENXIO;
	}
	return soc_block_read(soc, regs, (uint32_t)(addr - regs->base), value,
			      secure);
}

bool soc_engine_busy(const struct soc_regs *engine)
{
	const struct soc_tpc *tpc;
	const struct soc_dma *dma;

	switch (engine->kind) {
	case SOC_DMA_CORE:
		dma = engine->owner;
		return dma->count || dma->stopped;
	case SOC_TPC_CFG:
		tpc = engine->owner;
		return tpc->running || tpc->count || tpc->stopped;
	default:
		return false;
	}
}
