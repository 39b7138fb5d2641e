/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What the core knows of Gaudi's registers, by their generated names.
 */
#include "core_impl.h"
#include "tpc/cb.h"

#define CFG(reg)   TPC_GAUDI_TPC_CFG_##reg
#define CAUSE(bit) TPC_GAUDI_INTR_TPC_##bit
#define CONFIG(word, field) \
	TPC_FIELD_GET(TPC_GAUDI_TPC_DESC_TENSOR_TENSOR_CONFIG_##field, word)

static void gaudi_tensor(const struct tpc_core_tensor *raw, struct tensor *t)
{
	unsigned bits;

	t->raw = *raw;
	t->type = tpc_memory_type(CONFIG(raw->config, DATA_TYPE));
	bits = t->type == TPC_TYPE_NONE ? 0 : tpc_type_bits(t->type);
	t->width = bits / 8;
	t->dims = CONFIG(raw->config, VALID_DIM_MASK);
	t->rmw_set = CONFIG(raw->config, RMW_SET);
	t->rmw_op = CONFIG(raw->config, RMW_OP);
}

static const char *gaudi_mmio_store(struct tpc_core *core, uint32_t offset,
				    uint32_t value)
{
	switch (offset) {
	case CFG(ROUND_CSR):
		core->round_csr =
			TPC_FIELD_GET(TPC_GAUDI_TPC_CFG_ROUND_CSR_MODE, value);
		return "ROUND_CSR";
	case CFG(LFSR_POLYNOM):
		core->lfsr_poly = value;
		return "LFSR_POLYNOM";
	default:
		break;
	}
	if (offset >= CFG(KERNEL_DESC) &&
	    offset < CFG(KERNEL_DESC) + TPC_GAUDI_TPC_DESC_SYNC_OBJECT_MESSAGE)
		return "KERNEL_DESC";
	return NULL;
}

const struct core_chip core_chip_gaudi = {
	.cpu = TPC_CPU_GAUDI,
	.cb = "gaudi",
	.cause =
		{
			[FAULT_SLM_ADDRESS] = CAUSE(ADDRESS_EXCEED_SLM),
			[FAULT_DIV_BY_0] = CAUSE(DIV_BY_0),
			[FAULT_ILLEGAL] = CAUSE(ILLEGAL_INSTRUCTION),
			[FAULT_PC_WRAP] = CAUSE(PC_WRAP_AROUND),
			[FAULT_HBW_READ] = CAUSE(HBW_RRESP_ERR),
			[FAULT_HBW_WRITE] = CAUSE(HBW_BRESP_ERR),
			[FAULT_LBW_READ] = CAUSE(LBW_RRESP_ERR),
			[FAULT_LBW_WRITE] = CAUSE(LBW_BRESP_ERR),
		},
	.tensor = gaudi_tensor,
	.mmio_store = gaudi_mmio_store,
	.semaphore = CFG(SEMAPHORE),
	.lfsr_polynom = CFG(LFSR_POLYNOM),
};
