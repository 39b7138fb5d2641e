/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Command buffers: any bytes through the packet tables, the driver's check of
 * external command buffers, and the queue managers.
 *
 * The first byte chooses the queue manager and the stream, bit 7 whether the
 * bytes go to the lower CP. A chip is made once and reset between inputs. Work
 * is bounded: transfers by the chip's limit, loops by a number of looks after
 * which the chip is reset whatever it does.
 */
#include <stdlib.h>
#include <string.h>

#include "driver.h"

#define CODE	0x40000000ull
#define LOOKS	50
#define LONGEST 4096
#define RENEW	500 /* inputs, so that written device memory is given back */

#define QM(reg) TPC_GAUDI_QM_##reg

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct soc *soc;
static unsigned inputs;

static void start(void)
{
	const struct tpc_sim_params params = {
		.threads = 1, .max_bundles = 1000, .max_transfer = 1 << 16};

	if (soc_create(&params, NULL, NULL, &soc))
		abort();
}

static void wr(uint64_t addr, uint32_t value)
{
	if (soc_reg_write(soc, addr, value, true))
		abort();
}

/* As the driver sets up a queue manager for users. */
static void enable(uint64_t qman, bool lower)
{
	const uint64_t sync = TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_E_N);
	unsigned i;

	for (i = 0; i < 5; i++) {
		bool engine = !lower || i == 4;

		wr(qman + QM(CP_LDMA_TSIZE_OFFSET(i)),
		   engine ? TPC_GAUDI_DMA_CORE_DST_TSIZE_0
			  : 0x8000 + QM(CQ_TSIZE(4)));
		wr(qman + QM(CP_LDMA_SRC_BASE_LO_OFFSET(i)),
		   engine ? TPC_GAUDI_DMA_CORE_SRC_BASE_LO
			  : 0x8000 + QM(CQ_PTR_LO(4)));
		wr(qman + QM(CP_LDMA_DST_BASE_LO_OFFSET(i)),
		   TPC_GAUDI_DMA_CORE_DST_BASE_LO);
		wr(qman + QM(CP_MSG_BASE_ADDR_LO(0, i)),
		   (uint32_t)(sync + TPC_GAUDI_SYNC_MNGR_MON_PAY_ADDRL(0)));
		wr(qman + QM(CP_MSG_BASE_ADDR_HI(0, i)),
		   (uint32_t)(sync >> 32));
		wr(qman + QM(CP_MSG_BASE_ADDR_LO(1, i)),
		   (uint32_t)(sync + TPC_GAUDI_SYNC_MNGR_SOB_OBJ(0)));
		wr(qman + QM(CP_MSG_BASE_ADDR_HI(1, i)),
		   (uint32_t)(sync >> 32));
	}
	wr(qman + QM(GLBL_CFG0),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_PQF_EN, 0xf) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_CQF_EN, 0x1f) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG0_CP_EN, 0x1f));
}

static uint64_t choose(uint8_t selector)
{
	switch (selector & 3) {
	case 0:
		return TPC_GAUDI_DMA_QM_BASE(0);
	case 1:
		return TPC_GAUDI_DMA_QM_BASE(5);
	case 2:
		return TPC_GAUDI_TPC_QM_BASE(6);
	default:
		return TPC_GAUDI_MME_QM_BASE(0);
	}
}

/* The command buffer into the port of one stream's CQ. */
static void submit(uint64_t qman, unsigned stream, uint32_t size)
{
	wr(qman + QM(CQ_PTR_LO(stream)), (uint32_t)CODE);
	wr(qman + QM(CQ_PTR_HI(stream)), (uint32_t)(CODE >> 32));
	wr(qman + QM(CQ_TSIZE(stream)), size);
	wr(qman + QM(CQ_CTL(stream)), 0);
}

static void run(const uint8_t *data, size_t size)
{
	uint64_t qman = choose(data[0]);
	unsigned stream = data[0] >> 2 & 3;
	unsigned looks = 0;

	if (data[0] & 0x80)
		stream = TPC_GAUDI_LOWER_STREAM;
	soc_lock(soc);
	soc_mem_write(soc, CODE, data + 1, size - 1, true);
	enable(qman, (data[0] & 3) != 0);
	/* Two streams with the same packets get in each other's way. */
	submit(qman, stream, (uint32_t)(size - 1));
	submit(qman, (stream + 1) % 4, (uint32_t)(size - 1));
	while (!soc_idle(soc) && looks++ < LOOKS)
		soc_wait(soc, soc_now_ns() + 100000);
	soc_reset(soc);
	soc_unlock(soc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool has_dma;

	if (size < 9 || size > LONGEST)
		return 0;
	if (!soc || ++inputs % RENEW == 0) {
		soc_destroy(soc);
		start();
	}
	driver_validate_cb(soc_cb(soc), data + 1, (uint32_t)(size - 1),
			   &has_dma);
	run(data, size);
	return 0;
}
