/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A chip with its queue managers programmed, and packets into them. */
#include <stdlib.h>

#include "harness.h"

#define PQ_LOG 5

static void on_interrupt(void *ctx)
{
	struct harness *h = ctx;

	h->interrupts++;
}

static void on_fault(void *ctx, const struct soc_fault *fault)
{
	struct harness *h = ctx;

	h->faults++;
	h->last = *fault;
	strncpy(h->text, fault->text, sizeof(h->text) - 1);
}

static void on_deadline(void *ctx)
{
}

int setup(void **state)
{
	static const struct soc_host_ops ops = {on_interrupt, on_fault,
						on_deadline};
	const struct tpc_sim_params params = {
		.threads = 2, .max_bundles = 1000, .max_transfer = 1 << 28};
	struct harness *h = calloc(1, sizeof(*h));

	if (!h || soc_create(&params, &ops, h, &h->soc))
		return -1;
	h->next = MEM + 0x1000000;
	enable(h, TPC_GAUDI_DMA_QM_BASE(0), false);
	*state = h;
	return 0;
}

int teardown(void **state)
{
	struct harness *h = *state;

	soc_destroy(h->soc);
	free(h);
	return 0;
}

uint32_t rd(struct harness *h, uint64_t addr)
{
	uint32_t value = 0;

	soc_lock(h->soc);
	assert_int_equal(soc_reg_read(h->soc, addr, &value, true), 0);
	soc_unlock(h->soc);
	return value;
}

void wr(struct harness *h, uint64_t addr, uint32_t value)
{
	soc_lock(h->soc);
	assert_int_equal(soc_reg_write(h->soc, addr, value, true), 0);
	soc_unlock(h->soc);
}

uint32_t peek(struct harness *h, uint64_t addr)
{
	uint32_t value = 0;

	soc_lock(h->soc);
	assert_int_equal(soc_mem_read(h->soc, addr, &value, 4, true), 0);
	soc_unlock(h->soc);
	return value;
}

void poke(struct harness *h, uint64_t addr, uint32_t value)
{
	soc_lock(h->soc);
	assert_int_equal(soc_mem_write(h->soc, addr, &value, 4, true), 0);
	soc_unlock(h->soc);
}

static void wr64(struct harness *h, uint64_t lo, uint64_t hi, uint64_t value)
{
	wr(h, lo, (uint32_t)value);
	wr(h, hi, (uint32_t)(value >> 32));
}

void enable(struct harness *h, uint64_t qman, bool lower)
{
	unsigned i;

	for (i = 0; i < 5; i++) {
		bool engine = !lower || i == 4;

		wr(h, qman + QM(CP_LDMA_TSIZE_OFFSET(i)),
		   engine ? DMA(DST_TSIZE_0) : 0x8000 + QM(CQ_TSIZE(4)));
		wr(h, qman + QM(CP_LDMA_SRC_BASE_LO_OFFSET(i)),
		   engine ? DMA(SRC_BASE_LO) : 0x8000 + QM(CQ_PTR_LO(4)));
		wr(h, qman + QM(CP_LDMA_DST_BASE_LO_OFFSET(i)),
		   DMA(DST_BASE_LO));
		wr64(h, qman + QM(CP_MSG_BASE_ADDR_LO(0, i)),
		     qman + QM(CP_MSG_BASE_ADDR_HI(0, i)),
		     E_N + SM(MON_PAY_ADDRL(0)));
		wr64(h, qman + QM(CP_MSG_BASE_ADDR_LO(1, i)),
		     qman + QM(CP_MSG_BASE_ADDR_HI(1, i)), SOB(0));
	}
	for (i = 0; i < 4; i++) {
		wr64(h, qman + QM(PQ_BASE_LO(i)), qman + QM(PQ_BASE_HI(i)),
		     h->next);
		wr(h, qman + QM(PQ_SIZE(i)), PQ_LOG);
		h->next += TPC_GAUDI_PQ_ENTRY_SIZE << PQ_LOG;
	}
	wr(h, qman + QM(GLBL_CFG0),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_PQF_EN, 0xf) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_CQF_EN, 0x1f) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_CP_EN, 0x1f));
}

uint64_t store(struct harness *h, const struct cb *cb)
{
	uint64_t at = h->next;

	soc_lock(h->soc);
	assert_int_equal(soc_mem_write(h->soc, at, cb->bytes, cb->size, true),
			 0);
	soc_unlock(h->soc);
	h->next += (cb->size + 127) / 128 * 128;
	return at;
}

void submit(struct harness *h, uint64_t qman, unsigned stream,
	    const struct cb *cb)
{
	uint64_t at = store(h, cb);
	uint32_t pi = rd(h, qman + QM(PQ_PI(stream)));
	uint64_t entry = rd(h, qman + QM(PQ_BASE_LO(stream))) |
			 (uint64_t)rd(h, qman + QM(PQ_BASE_HI(stream))) << 32;

	entry += pi % (1 << PQ_LOG) * TPC_GAUDI_PQ_ENTRY_SIZE;
	poke(h, entry + TPC_GAUDI_PQ_ENTRY_PTR_LO, (uint32_t)at);
	poke(h, entry + TPC_GAUDI_PQ_ENTRY_PTR_HI, (uint32_t)(at >> 32));
	poke(h, entry + TPC_GAUDI_PQ_ENTRY_LEN, (uint32_t)cb->size);
	wr(h, qman + QM(PQ_PI(stream)), (pi + 1) % (2 << PQ_LOG));
}

void settle(struct harness *h)
{
	soc_lock(h->soc);
	while (!soc_idle(h->soc))
		soc_wait(h->soc, soc_now_ns() + 100000000);
	soc_unlock(h->soc);
}

void run(struct harness *h, const struct cb *cb)
{
	submit(h, TPC_GAUDI_DMA_QM_BASE(0), 0, cb);
	settle(h);
}

void arm(struct harness *h, unsigned monitor, unsigned group, uint8_t members,
	 bool equal, unsigned value, uint64_t addr, uint32_t data)
{
	uint8_t mask = (uint8_t)~members;

	wr64(h, E_N + SM(MON_PAY_ADDRL(monitor)),
	     E_N + SM(MON_PAY_ADDRH(monitor)), addr);
	wr(h, E_N + SM(MON_PAY_DATA(monitor)), data);
	wr(h, E_N + SM(MON_ARM(monitor)),
	   TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SID, group) |
		   TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, mask) |
		   TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOP, equal) |
		   TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOD, value));
}
