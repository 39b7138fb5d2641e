/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the driver programs: queue managers, engines, sync managers. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "driver.h"

#define QM(reg)	 TPC_GAUDI_QM_##reg
#define DMA(reg) TPC_GAUDI_DMA_CORE_##reg
#define SM(reg)	 TPC_GAUDI_SYNC_MNGR_##reg

static void wr(struct tpc_sim *sim, uint64_t addr, uint32_t value)
{
	soc_reg_write(sim->soc, addr, value, true);
}

static void wr64(struct tpc_sim *sim, uint64_t lo, uint64_t hi, uint64_t value)
{
	wr(sim, lo, (uint32_t)value);
	wr(sim, hi, (uint32_t)(value >> 32));
}

static int alloc_queue(struct tpc_sim *sim, struct queue *queue)
{
	const struct tpc_cb_queue *desc = queue->desc;

	if (desc->kind == TPC_QUEUE_DISABLED || desc->kind == TPC_QUEUE_DRIVER)
		return 0;
	if (tpc_block_find(sim->cb, desc->qman, &queue->qman))
		return -EINVAL;
	queue->pq = driver_hostmem_alloc(sim, (size_t)desc->length *
						      TPC_GAUDI_PQ_ENTRY_SIZE);
	if (!queue->pq)
		return -ENOMEM;
	if (desc->kind != TPC_QUEUE_EXTERNAL)
		return 0;
	/* The signal command has two sync objects a stream. */
	queue->sob[0] = TPC_GAUDI_STREAM_SOB + 2 * queue->id;
	queue->sob[1] = queue->sob[0] + 1;
	queue->cq = driver_hostmem_alloc(sim, TPC_GAUDI_CQ_LENGTH *
						      sizeof(uint32_t));
	queue->shadow = calloc(desc->length, sizeof(*queue->shadow));
	return queue->cq && queue->shadow ? 0 : -ENOMEM;
}

int driver_alloc_queues(struct tpc_sim *sim)
{
	unsigned i;
	int rc = 0;

	sim->num_queues = TPC_GAUDI_NUM_QUEUES;
	sim->queues = calloc(sim->num_queues, sizeof(*sim->queues));
	if (!sim->queues)
		return -ENOMEM;
	for (i = 0; i < sim->num_queues && !rc; i++) {
		struct queue *queue = &sim->queues[i];

		queue->id = i;
		queue->desc = tpc_cb_queue(sim->cb, i, &queue->stream);
		if (queue->desc)
			rc = alloc_queue(sim, queue);
	}
	return rc;
}

void driver_free_queues(struct tpc_sim *sim)
{
	unsigned i;

	for (i = 0; i < sim->num_queues; i++) {
		driver_hostmem_free(sim, sim->queues[i].pq);
		driver_hostmem_free(sim, sim->queues[i].cq);
		free(sim->queues[i].shadow);
	}
	free(sim->queues);
}

/* Where the LIN_DMA and CP_DMA packets of a stream write (KD). */
static void init_ldma(struct tpc_sim *sim, uint64_t qman, unsigned stream,
		      bool to_engine, uint32_t local)
{
	uint32_t size = DMA(DST_TSIZE_0);
	uint32_t src = DMA(SRC_BASE_LO);

	if (!to_engine) {
		size = local + QM(CQ_TSIZE(TPC_GAUDI_LOWER_STREAM));
		src = local + QM(CQ_PTR_LO(TPC_GAUDI_LOWER_STREAM));
	}
	wr(sim, qman + QM(CP_LDMA_TSIZE_OFFSET(stream)), size);
	wr(sim, qman + QM(CP_LDMA_SRC_BASE_LO_OFFSET(stream)), src);
	wr(sim, qman + QM(CP_LDMA_DST_BASE_LO_OFFSET(stream)),
	   DMA(DST_BASE_LO));
}

static void init_bases(struct tpc_sim *sim, uint64_t qman, unsigned stream,
		       bool secure_bases)
{
	unsigned i;

	for (i = 0; i < sim->cb->num_bases; i++) {
		const struct tpc_cb_base *base = &sim->cb->bases[i];
		uint64_t addr;

		if ((base->secure && !secure_bases) ||
		    tpc_reg_find(sim->cb, base->reg, &addr))
			continue;
		wr64(sim, qman + QM(CP_MSG_BASE_ADDR_LO(base->index, stream)),
		     qman + QM(CP_MSG_BASE_ADDR_HI(base->index, stream)), addr);
	}
}

static void init_qman(struct tpc_sim *sim, const struct tpc_cb_queue *desc)
{
	bool external = desc->kind == TPC_QUEUE_EXTERNAL;
	const unsigned upper = (1u << TPC_GAUDI_UPPER_STREAMS) - 1;
	const unsigned all = external ? upper : upper << 1 | 1;
	uint32_t local = 0;
	uint32_t prot;
	uint64_t qman;
	unsigned i;

	if (tpc_block_find(sim->cb, desc->qman, &qman))
		return;
	soc_reg_read(sim->soc, qman + QM(LOCAL_RANGE_BASE), &local, true);
	for (i = 0; i <= TPC_GAUDI_LOWER_STREAM; i++) {
		init_bases(sim, qman, i, desc->secure_bases);
		init_ldma(sim, qman, i, external || i == TPC_GAUDI_LOWER_STREAM,
			  local);
		wr(sim, qman + QM(GLBL_NON_SECURE_PROPS(i)), 1);
	}
	for (i = 0; i < TPC_GAUDI_UPPER_STREAMS; i++) {
		struct queue *queue = &sim->queues[desc->first + i];

		wr64(sim, qman + QM(PQ_BASE_LO(i)), qman + QM(PQ_BASE_HI(i)),
		     driver_hostmem_address(queue->pq));
		wr(sim, qman + QM(PQ_SIZE(i)),
		   (uint32_t)__builtin_ctz(desc->length));
	}
	prot = TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_PROT_PQF, upper) |
	       QM(GLBL_PROT_ERR_MASK);
	if (external)
		prot |= TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_PROT_CQF, upper) |
			TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_PROT_CP, upper);
	wr(sim, qman + QM(GLBL_PROT), prot);
	wr(sim, qman + QM(GLBL_CFG0),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_PQF_EN, upper) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_CQF_EN, all) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_CP_EN, all));
}

static void init_tpc(struct tpc_sim *sim, unsigned i)
{
	uint64_t cfg = TPC_GAUDI_TPC_CFG_BASE(i);
	uint64_t sob = TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N) +
		       SM(SOB_OBJ(0));

	wr(sim, cfg + TPC_GAUDI_TPC_CFG_TPC_INTR_MASK,
	   TPC_GAUDI_TPC_INTR_MASK_DEFAULT);
	wr(sim, cfg + TPC_GAUDI_TPC_CFG_ARUSER_LO, 1);
	wr(sim, cfg + TPC_GAUDI_TPC_CFG_AWUSER_LO, 1);
	wr(sim, cfg + TPC_GAUDI_TPC_CFG_SM_BASE_ADDRESS_HIGH,
	   (uint32_t)(sob >> 32));
	wr(sim, cfg + TPC_GAUDI_TPC_CFG_QM_SYNC_OBJECT_ADDR, (uint32_t)sob);
}

void driver_init_chip(struct tpc_sim *sim)
{
	unsigned i;

	for (i = 0; i < sim->cb->num_queues; i++)
		if (sim->cb->queues[i].qman)
			init_qman(sim, &sim->cb->queues[i]);
	for (i = 0; i < TPC_GAUDI_DMA_CORE_COUNT; i++) {
		uint64_t core = TPC_GAUDI_DMA_CORE_BASE(i);

		wr(sim, core + DMA(NON_SECURE_PROPS), 1);
		wr(sim, core + DMA(CFG_0), DMA(CFG_0_EN_MASK));
	}
	for (i = 0; i < TPC_GAUDI_TPC_CFG_COUNT; i++)
		init_tpc(sim, i);
}

static void clear_sync_manager(struct tpc_sim *sim, unsigned block)
{
	uint64_t base = TPC_GAUDI_SYNC_MNGR_BASE(block);
	bool own = block == TPC_GAUDI_SYNC_MNGR_W_S;
	struct tpc_reg_ref ref;
	unsigned i;

	/* Monitors first, so that clearing an object fires none. */
	tpc_reg_at(sim->cb, base + SM(MON_STATUS(0)), &ref);
	for (i = own ? TPC_GAUDI_FIRST_USER_MON : 0; i < ref.reg->count[0]; i++)
		wr(sim, base + SM(MON_STATUS(i)), 0);
	tpc_reg_at(sim->cb, base + SM(SOB_OBJ(0)), &ref);
	for (i = own ? TPC_GAUDI_FIRST_USER_SOB : 0; i < ref.reg->count[0]; i++)
		wr(sim, base + SM(SOB_OBJ(i)), 0);
}

/* Each context starts with the same sync objects, DMA and arbiter settings. */
void driver_init_context(struct tpc_sim *sim)
{
	uint64_t sob = TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N);
	uint64_t qman;
	unsigned i;

	for (i = 0; i < TPC_GAUDI_SYNC_MNGR_COUNT; i++)
		clear_sync_manager(sim, i);
	for (i = 0; i < TPC_GAUDI_DMA_CORE_COUNT; i++) {
		uint64_t core = TPC_GAUDI_DMA_CORE_BASE(i);

		wr64(sim, core + DMA(WR_COMP_ADDR_LO),
		     core + DMA(WR_COMP_ADDR_HI), sob + SM(SOB_OBJ(i)));
		wr(sim, core + DMA(WR_COMP_WDATA), TPC_GAUDI_DMA_COMP_DATA);
	}
	for (i = 0; i < sim->cb->num_queues; i++) {
		const struct tpc_cb_queue *desc = &sim->cb->queues[i];

		if (desc->qman && !tpc_block_find(sim->cb, desc->qman, &qman))
			wr(sim, qman + QM(ARB_CFG_0), 0);
	}
}
