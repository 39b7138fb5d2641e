/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The driver's queues: command buffers into PQ entries, doorbells, and the
 * completion entries that the packets behind each external one write.
 */
#include <errno.h>
#include <string.h>

#include "driver.h"

static void put32(char *to, uint32_t value)
{
	unsigned i;

	for (i = 0; i < 4; i++)
		to[i] = (char)(value >> 8 * i);
}

static uint32_t get32(const char *from)
{
	uint32_t value = 0;
	unsigned i;

	for (i = 0; i < 4; i++)
		value |= (uint32_t)(uint8_t)from[i] << 8 * i;
	return value;
}

uint32_t driver_queue_free_slots(const struct queue *queue)
{
	uint32_t mask = 2u * queue->desc->length - 1;

	return queue->desc->length - ((queue->pi - queue->ci) & mask);
}

/*
 * The copy of a command buffer that the device reads, with room for the
 * completion packets.
 */
int driver_queue_make_external(struct tpc_sim *sim, struct job *job,
			       const void *packets, uint32_t size)
{
	job->patched =
		driver_hostmem_get(sim, size + TPC_GAUDI_COMPLETION_LINE +
						2 * TPC_GAUDI_MSG_PROT_SIZE);
	if (!job->patched)
		return -ENOMEM;
	memcpy(job->patched->ptr, packets, size);
	job->size = size;
	return 0;
}

/* Both packets have to lie in one line: pads with NOPs up to it. */
static void pad(struct job *job)
{
	const struct tpc_gaudi_nop nop = {0};
	const uint32_t line = TPC_GAUDI_COMPLETION_LINE;

	while (job->size % line > line - 2 * TPC_GAUDI_MSG_PROT_SIZE)
		job->size += (uint32_t)tpc_gaudi_nop_pack(
			&nop, job->patched->ptr + job->size);
}

static void append_completion(struct job *job)
{
	struct queue *queue = job->queue;
	uint32_t index = queue->pi % TPC_GAUDI_CQ_LENGTH;
	struct tpc_gaudi_msg_prot p = {
		.addr = driver_hostmem_address(queue->cq) +
			index * sizeof(uint32_t),
		.value = index | TPC_GAUDI_CQ_INDEX_VALID | TPC_GAUDI_CQ_READY,
		.eng_barrier = job->has_dma,
		.msg_barrier = 1,
	};

	pad(job);
	job->size += (uint32_t)tpc_gaudi_msg_prot_pack(&p, job->patched->ptr +
								   job->size);
	p.addr = TPC_GAUDI_PCIE_CORE_BASE(0) + TPC_GAUDI_PCIE_CORE_MSI_REQ;
	p.value = 1;
	p.eng_barrier = 0;
	job->size += (uint32_t)tpc_gaudi_msg_prot_pack(&p, job->patched->ptr +
								   job->size);
}

void driver_queue_submit(struct tpc_sim *sim, struct job *job)
{
	struct queue *queue = job->queue;
	uint32_t index = queue->pi % queue->desc->length;
	char *entry = queue->pq->ptr + index * TPC_GAUDI_PQ_ENTRY_SIZE;
	uint64_t ptr = job->address;
	uint32_t ctl = 0;

	if (queue->desc->kind == TPC_QUEUE_EXTERNAL) {
		append_completion(job);
		ptr = driver_hostmem_address(job->patched);
		ctl = TPC_FIELD_PREP(TPC_GAUDI_PQ_ENTRY_CTL_SHADOW_INDEX,
				     index);
		queue->shadow[index] = job;
	}
	put32(entry + TPC_GAUDI_PQ_ENTRY_PTR_LO, (uint32_t)ptr);
	put32(entry + TPC_GAUDI_PQ_ENTRY_PTR_HI, (uint32_t)(ptr >> 32));
	put32(entry + TPC_GAUDI_PQ_ENTRY_LEN, job->size);
	put32(entry + TPC_GAUDI_PQ_ENTRY_CTL, ctl);
	queue->pi = (queue->pi + 1) & (2u * queue->desc->length - 1);
	soc_reg_write(sim->soc, queue->qman + TPC_GAUDI_QM_PQ_PI(queue->stream),
		      queue->pi, true);
}

static void scan(struct tpc_sim *sim, struct queue *queue)
{
	struct job *job;
	uint32_t entry;
	char *at;

	for (;;) {
		at = queue->cq->ptr + queue->cq_ci * sizeof(uint32_t);
		entry = get32(at);
		if (!(entry & TPC_GAUDI_CQ_READY))
			return;
		put32(at, 0);
		queue->cq_ci = (queue->cq_ci + 1) % TPC_GAUDI_CQ_LENGTH;
		entry %= queue->desc->length;
		job = queue->shadow[entry];
		queue->shadow[entry] = NULL;
		queue->ci = (queue->ci + 1) & (2u * queue->desc->length - 1);
		if (!job)
			continue;
		driver_cs_job_done(job->cs);
		driver_job_free(sim, job);
	}
}

void driver_queue_scan_completions(struct tpc_sim *sim)
{
	unsigned i;

	for (i = 0; i < sim->num_queues; i++)
		if (sim->queues[i].cq)
			scan(sim, &sim->queues[i]);
}

void driver_queue_reset(struct tpc_sim *sim)
{
	unsigned i, k;

	for (i = 0; i < sim->num_queues; i++) {
		struct queue *queue = &sim->queues[i];

		queue->pi = 0;
		queue->ci = 0;
		queue->cq_ci = 0;
		queue->cur_sob = 0;
		queue->sob_count = 0;
		if (!queue->cq)
			continue;
		memset(queue->cq->ptr, 0, queue->cq->size);
		for (k = 0; k < queue->desc->length; k++) {
			if (queue->shadow[k])
				driver_job_free(sim, queue->shadow[k]);
			queue->shadow[k] = NULL;
		}
	}
}
