/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Creation, reset and state of a chip. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "soc_priv.h"

const struct tpc_cb *soc_cb(const struct soc *soc)
{
	return soc->cb;
}

void soc_why(struct soc *soc, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(soc->why, sizeof(soc->why), format, args);
	va_end(args);
}

void soc_raise(struct soc *soc, struct soc_fault *fault, const char *format,
	       ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(soc->stats.last_fault, sizeof(soc->stats.last_fault), format,
		  args);
	va_end(args);
	soc->stats.faults++;
	fault->text = soc->stats.last_fault;
	if (soc->ops.fault)
		soc->ops.fault(soc->ctx, fault);
	soc_changed(soc);
}

static unsigned count_kind(const struct soc *soc, enum soc_block kind)
{
	unsigned n = 0;
	unsigned i;

	for (i = 0; i < soc->num_blocks; i++)
		n += soc->blocks[i].kind == kind;
	return n;
}

static int alloc_engines(struct soc *soc)
{
	unsigned num_qmans = count_kind(soc, SOC_QM);
	unsigned num_dmas = count_kind(soc, SOC_DMA_CORE);
	unsigned num_tpcs = count_kind(soc, SOC_TPC_CFG);
	unsigned num_syncs = count_kind(soc, SOC_SYNC_MNGR);

	soc->qmans = calloc(num_qmans, sizeof(*soc->qmans));
	soc->dmas = calloc(num_dmas, sizeof(*soc->dmas));
	soc->tpcs = calloc(num_tpcs, sizeof(*soc->tpcs));
	soc->syncs = calloc(num_syncs, sizeof(*soc->syncs));
	soc->msg_room = 64;
	soc->msgs = calloc(soc->msg_room, sizeof(*soc->msgs));
	soc->timer_room = 16;
	soc->timers = calloc(soc->timer_room, sizeof(*soc->timers));
	if (!soc->qmans || !soc->dmas || !soc->tpcs || !soc->syncs ||
	    !soc->msgs || !soc->timers || num_tpcs > TPC_SIM_MAX_TPCS)
		return -ENOMEM;
	return 0;
}

static int init_sync(struct soc *soc, struct soc_regs *regs)
{
	struct soc_sync *sync = &soc->syncs[soc->num_syncs++];
	unsigned i;

	sync->soc = soc;
	sync->regs = regs;
	regs->owner = sync;
	for (i = 0; i < regs->instances->block->num_regs; i++)
		if (regs->instances->block->regs[i].offset ==
		    TPC_GAUDI_SYNC_MNGR_MON_ARM(0))
			sync->num_monitors =
				regs->instances->block->regs[i].count[0];
	sync->armed = calloc((sync->num_monitors + 63) / 64, 8);
	return sync->armed ? 0 : -ENOMEM;
}

static int init_block(struct soc *soc, struct soc_regs *regs)
{
	struct soc_dma *dma;
	struct soc_tpc *tpc;

	switch (regs->kind) {
	case SOC_DMA_CORE:
		dma = &soc->dmas[soc->num_dmas++];
		dma->soc = soc;
		dma->regs = regs;
		dma->index = regs->index;
		regs->owner = dma;
		soc_dma_init(dma);
		return 0;
	case SOC_TPC_CFG:
		tpc = &soc->tpcs[soc->num_tpcs++];
		tpc->soc = soc;
		tpc->regs = regs;
		tpc->index = regs->index;
		regs->owner = tpc;
		return soc_tpc_init(tpc);
	case SOC_SYNC_MNGR:
		return init_sync(soc, regs);
	default:
		return 0;
	}
}

/* Engines 0 ... of the numbering user space knows. */
static unsigned engine_id(const struct soc_regs *engine)
{
	switch (engine->kind) {
	case SOC_DMA_CORE:
		return GAUDI_ENGINE_ID_DMA_0 + engine->index;
	case SOC_TPC_CFG:
		return GAUDI_ENGINE_ID_TPC_0 + engine->index;
	default:
		return GAUDI_ENGINE_ID_MME_0 + engine->index;
	}
}

static void init_qman(struct soc *soc, const struct tpc_cb_queue *queue)
{
	struct soc_regs *regs = soc_block_by_name(soc, queue->qman);
	struct soc_qman *qman = &soc->qmans[soc->num_qmans++];

	qman->soc = soc;
	qman->regs = regs;
	qman->engine = soc_block_by_name(soc, queue->engine);
	qman->engine_id = engine_id(qman->engine);
	snprintf(qman->name, sizeof(qman->name), "%s", queue->qman);
	regs->owner = qman;
	if (qman->engine->kind == SOC_DMA_CORE)
		((struct soc_dma *)qman->engine->owner)->qman = qman;
	if (qman->engine->kind == SOC_TPC_CFG)
		((struct soc_tpc *)qman->engine->owner)->qman = qman;
	soc_qman_reset(qman);
}

static int init_engines(struct soc *soc)
{
	unsigned i;
	int rc = alloc_engines(soc);

	for (i = 0; i < soc->num_blocks && !rc; i++)
		rc = init_block(soc, &soc->blocks[i]);
	for (i = 0; i < soc->cb->num_queues && !rc; i++)
		if (soc->cb->queues[i].qman)
			init_qman(soc, &soc->cb->queues[i]);
	return rc;
}

int soc_create(const struct tpc_sim_params *params,
	       const struct soc_host_ops *ops, void *ctx, struct soc **out)
{
	const char *chip = params->chip ? params->chip : "gaudi";
	const struct tpc_cb *cb = tpc_cb_get(chip);
	int cpu = tpc_cpu_by_name(chip);
	struct soc *soc;
	int rc;

	/* There are records of packets for chips without a model. */
	if (!cb || cpu < 0 || !tpc_core_is_modelled((enum tpc_cpu)cpu))
		return -EINVAL;
	soc = calloc(1, sizeof(*soc));
	if (!soc)
		return -ENOMEM;
	soc->cb = cb;
	soc->cpu = (enum tpc_cpu)cpu;
	soc->params = *params;
	if (ops)
		soc->ops = *ops;
	soc->ctx = ctx;
	soc_init_locks(soc);
	rc = soc_memory_init(soc);
	if (!rc)
		rc = soc_regs_init(soc);
	if (!rc)
		rc = init_engines(soc);
	soc->stats.num_tpcs = soc->num_tpcs;
	if (!rc)
		rc = soc_start_threads(soc);
	if (rc) {
		soc_destroy(soc);
		return rc;
	}
	*out = soc;
	return 0;
}

void soc_destroy(struct soc *soc)
{
	unsigned i;

	if (!soc)
		return;
	soc_stop_threads(soc);
	for (i = 0; i < soc->num_tpcs; i++)
		soc_tpc_free(&soc->tpcs[i]);
	for (i = 0; i < soc->num_syncs; i++)
		free(soc->syncs[i].armed);
	free(soc->qmans);
	free(soc->dmas);
	free(soc->tpcs);
	free(soc->syncs);
	free(soc->msgs);
	free(soc->timers);
	soc_regs_free(soc);
	soc_memory_free(soc);
	pthread_cond_destroy(&soc->wake);
	pthread_cond_destroy(&soc->work);
	pthread_cond_destroy(&soc->changed);
	pthread_mutex_destroy(&soc->lock);
	free(soc);
}

void soc_reset(struct soc *soc)
{
	unsigned i;

	soc_pause(soc);
	soc->kernels.head = NULL;
	soc->kernels.tail = &soc->kernels.head;
	soc->transfers.head = NULL;
	soc->transfers.tail = &soc->transfers.head;
	soc->msg_count = 0;
	soc->num_timers = 0;
	soc_regs_reset(soc);
	for (i = 0; i < soc->num_dmas; i++)
		soc_dma_reset(&soc->dmas[i]);
	for (i = 0; i < soc->num_tpcs; i++)
		soc_tpc_reset(&soc->tpcs[i]);
	for (i = 0; i < soc->num_syncs; i++)
		soc_sync_reset(&soc->syncs[i]);
	for (i = 0; i < soc->num_qmans; i++)
		soc_qman_reset(&soc->qmans[i]);
	soc_resume(soc);
}

uint64_t soc_busy_mask(struct soc *soc)
{
	uint64_t mask = 0;
	unsigned i, k;

	for (i = 0; i < soc->num_qmans; i++) {
		const struct soc_qman *q = &soc->qmans[i];
		bool busy = soc_engine_busy(q->engine);

		for (k = 0; k < SOC_STREAMS; k++)
			busy |= soc_stream_busy(&q->stream[k]);
		if (busy)
			mask |= 1ull << q->engine_id;
	}
	return mask;
}

bool soc_idle(struct soc *soc)
{
	return !soc->run_head && !soc->msg_count && !soc->num_timers &&
	       !soc->running && !soc->kernels.head && !soc->transfers.head;
}

void soc_stats(struct soc *soc, struct tpc_sim_stats *out)
{
	*out = soc->stats;
}

bool soc_razwi(struct soc *soc, struct soc_razwi *out)
{
	if (soc->has_razwi)
		*out = soc->razwi;
	return soc->has_razwi;
}
