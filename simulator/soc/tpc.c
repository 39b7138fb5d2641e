/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * A TPC in the chip: its configuration space, the queue of launches, and the
 * core that runs them.
 *
 * assumed: TPC_EXECUTE copies the staged descriptor into a short queue, so the
 * next one may be written while a kernel runs; the kernel's copy is filled
 * when the launch begins.
 */
#include <errno.h>
#include <string.h>

#include "soc_priv.h"

#define CFG(reg)  TPC_GAUDI_TPC_CFG_##reg
#define DESC(reg) (CFG(KERNEL_DESC) + TPC_GAUDI_TPC_DESC_##reg)

#define IDLE_STATUS                                                       \
	(CFG(STATUS_SCALAR_PIPE_EMPTY_MASK) |                             \
	 CFG(STATUS_VECTOR_PIPE_EMPTY_MASK) | CFG(STATUS_IQ_EMPTY_MASK) | \
	 CFG(STATUS_SB_EMPTY_MASK) | CFG(STATUS_QM_IDLE_MASK) |           \
	 CFG(STATUS_QM_RDY_MASK))

static void *bus_map(void *ctx, uint64_t addr, size_t *len, bool write)
{
	struct soc_tpc *tpc = ctx;
	void *host;

	soc_lock(tpc->soc);
	host = soc_map(tpc->soc, addr, len, false);
	soc_unlock(tpc->soc);
	return host;
}

static int bus_lbw_read(void *ctx, uint64_t addr, uint32_t *value)
{
	struct soc_tpc *tpc = ctx;
	int rc;

	soc_lock(tpc->soc);
	if (soc_find_block(tpc->soc, addr))
		rc = soc_reg_read(tpc->soc, addr, value, false);
	else
		rc = soc_mem_read(tpc->soc, addr, value, sizeof(*value), false);
	soc_unlock(tpc->soc);
	return rc;
}

static int bus_lbw_write(void *ctx, uint64_t addr, uint32_t value)
{
	struct soc_tpc *tpc = ctx;
	int rc;

	soc_lock(tpc->soc);
	rc = soc_message(tpc->soc, addr, value, false);
	soc_unlock(tpc->soc);
	return rc == -EAGAIN ? -EBUSY : rc;
}

static void get_tensor(const struct soc_regs *regs, unsigned n,
		       struct tpc_core_tensor *t)
{
	unsigned d;

	t->base = soc_value64(regs, DESC(TENSOR_BASE_ADDR_LOW(n)),
			      DESC(TENSOR_BASE_ADDR_HIGH(n)));
	t->pad = soc_value(regs, DESC(TENSOR_PADDING_VALUE(n)));
	t->config = soc_value(regs, DESC(TENSOR_TENSOR_CONFIG(n)));
	for (d = 0; d < TPC_GAUDI_TENSOR_DIMS; d++) {
		t->dim[d].size = soc_value(regs, DESC(TENSOR_DIM_SIZE(n, d)));
		t->dim[d].stride =
			soc_value(regs, DESC(TENSOR_DIM_STRIDE(n, d)));
	}
}

/* assumed: no protection between a kernel and the block of its own TPC */
static int bus_cfg_read(void *ctx, uint32_t offset, uint32_t *value)
{
	struct soc_tpc *tpc = ctx;
	int rc;

	soc_lock(tpc->soc);
	rc = soc_block_read(tpc->soc, tpc->regs, offset, value, true);
	soc_unlock(tpc->soc);
	return rc;
}

static int bus_cfg_write(void *ctx, uint32_t offset, uint32_t value)
{
	uint32_t at = offset - DESC(TENSOR_BASE_ADDR_LOW(0));
	uint32_t size =
		DESC(TENSOR_BASE_ADDR_LOW(1)) - DESC(TENSOR_BASE_ADDR_LOW(0));
	struct soc_tpc *tpc = ctx;
	struct tpc_core_tensor tensor;
	bool changed;
	int rc;

	soc_lock(tpc->soc);
	rc = soc_block_write(tpc->soc, tpc->regs, offset, value, true);
	changed = !rc && at < size * TPC_GAUDI_TENSORS;
	if (changed)
		get_tensor(tpc->regs, at / size, &tensor);
	soc_unlock(tpc->soc);
	if (changed)
		tpc_core_set_tensor(tpc->core, at / size, &tensor);
	return rc == -EAGAIN ? -EBUSY : rc;
}

void soc_tpc_free(struct soc_tpc *tpc)
{
	if (tpc->core)
		tpc_core_free(tpc->core);
}

void soc_tpc_reset(struct soc_tpc *tpc)
{
	tpc->count = 0;
	tpc->running = false;
	tpc->stopped = false;
}

static void get_desc(const struct soc_regs *regs, struct tpc_core_desc *d)
{
	uint32_t config = soc_value(regs, DESC(KERNEL_CONFIG));
	unsigned i;

	memset(d, 0, sizeof(*d));
	d->code = soc_value64(regs, DESC(KERNEL_BASE_ADDRESS_LOW),
			      DESC(KERNEL_BASE_ADDRESS_HIGH));
	for (i = 0; i < TPC_GAUDI_TENSORS; i++)
		get_tensor(regs, i, &d->tensor[i]);
	for (i = 0; i < TPC_GAUDI_TENSOR_DIMS; i++) {
		d->tid_base[i] =
			(int32_t)soc_value(regs, DESC(TID_BASE_DIM(i)));
		d->tid_size[i] =
			(int32_t)soc_value(regs, DESC(TID_SIZE_DIM(i)));
	}
	d->num_srf = TPC_FIELD_GET(
		TPC_GAUDI_TPC_DESC_KERNEL_CONFIG_NUM_VALID_SRFS, config);
	if (d->num_srf > TPC_GAUDI_SRF_ARGS)
		d->num_srf = TPC_GAUDI_SRF_ARGS;
	for (i = 0; i < TPC_GAUDI_SRF_ARGS; i++)
		d->srf[i] = soc_value(regs, DESC(SRF(i)));
	d->small_vlm = TPC_FIELD_GET(TPC_GAUDI_TPC_DESC_KERNEL_CONFIG_SMALL_VLM,
				     config);
	d->lut_base[0] = soc_value64(regs, CFG(LUT_FUNC256_BASE_ADDR_LO),
				     CFG(LUT_FUNC256_BASE_ADDR_HI));
	d->lut_base[1] = soc_value64(regs, CFG(LUT_FUNC128_BASE_ADDR_LO),
				     CFG(LUT_FUNC128_BASE_ADDR_HI));
	d->lut_base[2] = soc_value64(regs, CFG(LUT_FUNC64_BASE_ADDR_LO),
				     CFG(LUT_FUNC64_BASE_ADDR_HI));
	d->lut_base[3] = soc_value64(regs, CFG(LUT_FUNC32_BASE_ADDR_LO),
				     CFG(LUT_FUNC32_BASE_ADDR_HI));
	/* Masked causes do not reach anybody; the kernel goes on. */
	d->trap_causes = ~soc_value(regs, CFG(TPC_INTR_MASK)) &
			 CFG(TPC_INTR_CAUSE_CAUSE_MASK);
	d->round_csr =
		soc_value(regs, CFG(ROUND_CSR)) & CFG(ROUND_CSR_MODE_MASK);
}

static void count(struct tpc_sim_tpc_stats *stats,
		  const struct tpc_core_result *result)
{
	unsigned i;

	_Static_assert(TPC_SIM_SLOTS == TPC_NUM_SLOTS,
		       "sim_device.h counts operations by slot");
	stats->kernels++;
	stats->bundles += result->bundles;
	stats->cycles += result->cycles;
	stats->early_reads += result->early_reads;
	for (i = 0; i < TPC_SIM_SLOTS; i++)
		stats->slot_ops[i] += result->slot_ops[i];
}

static void stop(struct soc_tpc *tpc, const struct tpc_core_desc *desc,
		 const struct tpc_core_result *result)
{
	struct soc *soc = tpc->soc;
	struct soc_fault fault = {
		.kind = SOC_FAULT_TPC_LIMIT,
		.engine = GAUDI_ENGINE_ID_TPC_0 + tpc->index,
		.cause = result->cause,
	};
	const char *name = "stopped by the simulator";

	tpc->stopped = true;
	if (result->stop == TPC_CORE_FAULT && result->cause < 32) {
		fault.kind = SOC_FAULT_TPC;
		soc_set(tpc->regs, CFG(TPC_INTR_CAUSE),
			soc_value(tpc->regs, CFG(TPC_INTR_CAUSE)) |
				1u << result->cause);
		name = tpc_cb_cause_name(soc->cb, "TPC", result->cause);
		name = name ? name : "unknown cause";
	}
	soc_raise(soc, &fault, "TPC%u: %s, kernel at 0x%llx + 0x%llx: %s",
		  tpc->index, name, (unsigned long long)desc->code,
		  (unsigned long long)result->pc, result->message);
}

static void signal_end(struct soc_tpc *tpc)
{
	struct soc_msg msg = {
		.addr = soc_value64(tpc->regs, DESC(SYNC_OBJECT_ADDR),
				    CFG(SM_BASE_ADDRESS_HIGH)),
		.value = soc_value(tpc->regs, DESC(SYNC_OBJECT_MESSAGE)),
		.engine = GAUDI_ENGINE_ID_TPC_0 + tpc->index,
	};

	soc_post(tpc->soc, &msg);
}

/* Begins the oldest launch; the lock is held. */
static void start(struct soc_tpc *tpc)
{
	if (tpc->running || tpc->stopped || !tpc->count)
		return;
	memcpy(&tpc->regs->value[CFG(KERNEL_DESC) / 4], tpc->fifo[0],
	       sizeof(tpc->fifo[0]));
	tpc->count--;
	memmove(tpc->fifo, tpc->fifo + 1, tpc->count * sizeof(tpc->fifo[0]));
	tpc->running = true;
	soc_submit(tpc->soc, &tpc->soc->kernels, &tpc->job);
}

static void run_job(struct soc *soc, struct soc_job *job)
{
	struct soc_tpc *tpc =
		(struct soc_tpc *)((char *)job - offsetof(struct soc_tpc, job));
	const struct tpc_core_options options = {
		.max_bundles = soc->params.max_bundles,
		.count_early = soc->params.count_early,
		.strict = soc->params.strict,
		.trace = soc->params.trace,
		.id = tpc->index,
	};
	struct tpc_core_result result = {0};
	struct tpc_core_desc desc;
	int rc;

	soc_lock(soc);
	get_desc(tpc->regs, &desc);
	soc_unlock(soc);
	rc = tpc_core_run(tpc->core, &desc, &options, &result);
	if (rc) {
		result.stop = TPC_CORE_UNSUPPORTED;
		strcpy(result.message,
		       rc == -ENOMEM ? "out of memory" : "launch refused");
	}
	soc_lock(soc);
	tpc->running = false;
	count(&soc->stats.tpc[tpc->index], &result);
	if (result.stop != TPC_CORE_HALTED) {
		stop(tpc, &desc, &result);
	} else {
		signal_end(tpc);
		start(tpc);
	}
	soc_kick_qman(tpc->qman);
	soc_unlock(soc);
}

int soc_tpc_init(struct soc_tpc *tpc)
{
	tpc->bus = (struct tpc_core_bus){
		.ctx = tpc,
		.map = bus_map,
		.lbw_read = bus_lbw_read,
		.lbw_write = bus_lbw_write,
		.cfg_read = bus_cfg_read,
		.cfg_write = bus_cfg_write,
	};
	tpc->job.run = run_job;
	tpc->core = tpc_core_new(tpc->soc->cpu, &tpc->bus);
	return tpc->core ? 0 : -ENOMEM;
}

static int execute(struct soc_tpc *tpc)
{
	if (tpc->count == SOC_LAUNCHES) {
		soc_why(tpc->soc, "TPC%u has no room for a launch", tpc->index);
		return -EAGAIN;
	}
	memcpy(tpc->fifo[tpc->count++], &tpc->regs->value[CFG(QM_DESC) / 4],
	       sizeof(tpc->fifo[0]));
	start(tpc);
	return 0;
}

int soc_tpc_write(struct soc_regs *regs, uint32_t offset, uint32_t value)
{
	struct soc_tpc *tpc = regs->owner;

	if (offset == CFG(TPC_EXECUTE))
		return value & CFG(TPC_EXECUTE_V_MASK) ? execute(tpc) : 0;
	if (offset == CFG(TPC_STALL) && value & CFG(TPC_STALL_V_MASK)) {
		soc_why(tpc->soc, "TPC_STALL is not modelled");
		return -EOPNOTSUPP;
	}
	if (offset == CFG(TPC_CMD)) {
		/* There are no caches to invalidate or to fill. */
		if (!(value & CFG(TPC_CMD_QMAN_STOP_MASK)))
			return 0;
		soc_why(tpc->soc, "TPC_CMD.QMAN_STOP is not modelled");
		return -EOPNOTSUPP;
	}
	soc_set(regs, offset, value);
	return 0;
}

uint32_t soc_tpc_read(struct soc_regs *regs, uint32_t offset)
{
	const struct soc_tpc *tpc = regs->owner;
	uint32_t status = IDLE_STATUS;

	if (offset != CFG(STATUS))
		return soc_value(regs, offset);
	if (tpc->running || tpc->stopped)
		status &= CFG(STATUS_QM_IDLE_MASK) | CFG(STATUS_QM_RDY_MASK);
	if (tpc->count)
		status &= ~CFG(STATUS_QM_IDLE_MASK);
	if (tpc->count == SOC_LAUNCHES)
		status &= ~CFG(STATUS_QM_RDY_MASK);
	return status;
}
