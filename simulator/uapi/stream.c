/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The SIGNAL and WAIT commands: one stream of an external queue counts up a
 * sync object of the driver, another one waits for it on the device.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "driver.h"

#define SM(reg) TPC_GAUDI_SYNC_MNGR_##reg

#define BASE_MONITORS 2 /* message bases as init.c programs them */
#define BASE_OBJECTS  3
#define WAIT_FENCE    2 /* fence counter the driver keeps for this (KD) */

#define MAX_PACKETS 128

static size_t msg_short(uint8_t *buf, unsigned base, uint32_t offset,
			uint32_t value)
{
	const struct tpc_gaudi_msg_short p = {
		.value = value,
		.msg_addr_offset = (uint16_t)offset,
		.base = (uint8_t)base,
		.eng_barrier = 1,
		.reg_barrier = 1,
		.msg_barrier = 1,
	};

	return tpc_gaudi_msg_short_pack(&p, buf);
}

static int read_chunk(struct tpc_sim_file *file, const struct hl_cs_in *in,
		      struct hl_cs_chunk *chunk, struct queue **queue)
{
	int rc = driver_user_read(chunk, in->chunks_execute, sizeof(*chunk));

	if (rc)
		return rc;
	return driver_cs_check_queue(file->sim, chunk->queue_index, false,
				     queue);
}

static int submit(struct tpc_sim_file *file, struct queue *queue,
		  const uint8_t *packets, size_t size, uint32_t flags,
		  uint32_t timeout, struct cs **cs)
{
	struct job *job = calloc(1, sizeof(*job));
	int rc;

	if (!job)
		return -ENOMEM;
	job->queue = queue;
	rc = driver_queue_make_external(file->sim, job, packets,
					(uint32_t)size);
	if (rc) {
		driver_job_free(file->sim, job);
		return rc;
	}
	return driver_cs_submit(file->ctx, NULL, &job, 1,
				flags & (HL_CS_FLAGS_TIMESTAMP |
					 HL_CS_FLAGS_CUSTOM_TIMEOUT |
					 HL_CS_FLAGS_SKIP_RESET_ON_TIMEOUT),
				timeout, cs);
}

static uint64_t sob_addr(unsigned sob)
{
	return TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_W_S) +
	       SM(SOB_OBJ(sob));
}

/* When an object is full the stream goes on with its other one. */
static int next_object(struct tpc_sim *sim, struct queue *queue)
{
	unsigned other = !queue->cur_sob;

	if (queue->sob_count < TPC_GAUDI_SOB_MAX)
		return 0;
	if (queue->sob_users[other])
		return -EBUSY;
	soc_reg_write(sim->soc, sob_addr(queue->sob[other]), 0, true);
	queue->cur_sob = other;
	queue->sob_count = 0;
	return 0;
}

int driver_signal(struct tpc_sim_file *file, union hl_cs_args *args,
		  uint32_t flags)
{
	const struct hl_cs_in in = args->in;
	uint8_t packets[MAX_PACKETS];
	struct hl_cs_chunk chunk;
	struct queue *queue;
	struct fence *fence;
	unsigned before;
	struct cs *cs;
	size_t size;
	int rc;

	rc = read_chunk(file, &in, &chunk, &queue);
	if (!rc)
		rc = next_object(file->sim, queue);
	if (rc)
		return rc;
	size = msg_short(packets, BASE_OBJECTS,
			 SM(SOB_OBJ(queue->sob[queue->cur_sob])) -
				 SM(SOB_OBJ(0)),
			 1 | SM(SOB_OBJ_INC_MASK));
	rc = submit(file, queue, packets, size, flags, in.timeout, &cs);
	if (rc)
		return rc;
	before = queue->sob_count++;
	cs->sob_queue = queue;
	cs->sob_slot = queue->cur_sob;
	queue->sob_users[queue->cur_sob]++;
	fence = driver_cs_fence(file->ctx, cs->seq);
	fence->is_signal = true;
	fence->sob = queue->sob[queue->cur_sob];
	fence->sob_value = queue->sob_count;
	memset(args, 0, sizeof(*args));
	args->out.seq = cs->seq;
	args->out.sob_base_addr_offset =
		(uint32_t)(sob_addr(fence->sob) - TPC_GAUDI_CFG_BASE);
	args->out.sob_count_before_submission = (uint16_t)before;
	return 0;
}

static size_t wait_packets(uint8_t *buf, const struct queue *queue,
			   const struct fence *signal)
{
	const unsigned monitor = TPC_GAUDI_STREAM_MON + queue->id;
	const uint64_t pay = queue->qman + TPC_GAUDI_QM_CP_FENCE_RDATA(
						   WAIT_FENCE, queue->stream);
	const uint32_t base = SM(MON_PAY_ADDRL(0));
	const uint32_t member = 1u << signal->sob % TPC_GAUDI_SOBS_PER_GROUP;
	const struct tpc_gaudi_fence fence = {
		.id = WAIT_FENCE,
		.target_val = 1,
		.dec_val = 1,
		.eng_barrier = 1,
		.reg_barrier = 1,
		.msg_barrier = 1,
	};
	uint32_t arm;
	size_t n = 0;

	arm = TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SID,
			     signal->sob / TPC_GAUDI_SOBS_PER_GROUP) |
	      TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, ~member) |
	      TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOD,
			     signal->sob_value);
	n += msg_short(buf + n, BASE_MONITORS,
		       SM(MON_PAY_ADDRL(monitor)) - base, (uint32_t)pay);
	n += msg_short(buf + n, BASE_MONITORS,
		       SM(MON_PAY_ADDRH(monitor)) - base,
		       (uint32_t)(pay >> 32));
	n += msg_short(buf + n, BASE_MONITORS, SM(MON_PAY_DATA(monitor)) - base,
		       1);
	n += msg_short(buf + n, BASE_MONITORS, SM(MON_ARM(monitor)) - base,
		       arm);
	return n + tpc_gaudi_fence_pack(&fence, buf + n);
}

/* 0 and @signal if it is still to come; 1 if it has come already. */
static int find_signal(struct tpc_sim_file *file,
		       const struct hl_cs_chunk *chunk, struct fence **signal)
{
	struct ctx *ctx = file->ctx;
	uint64_t seq;
	int rc;

	if (chunk->num_signal_seq_arr != 1)
		return -EINVAL;
	rc = driver_user_read(&seq, chunk->signal_seq_arr, sizeof(seq));
	if (rc)
		return rc;
	if (!seq || seq >= ctx->next_seq)
		return -EINVAL;
	*signal = driver_cs_fence(ctx, seq);
	if ((*signal)->seq != seq)
		return 1;
	if (!(*signal)->is_signal)
		return -EINVAL;
	return (*signal)->state == CS_DONE;
}

int driver_stream_wait(struct tpc_sim_file *file, union hl_cs_args *args,
		       uint32_t flags)
{
	const struct hl_cs_in in = args->in;
	uint8_t packets[MAX_PACKETS];
	struct hl_cs_chunk chunk;
	struct fence *signal = NULL;
	struct queue *queue, *from;
	struct cs *cs;
	int rc;

	if (flags & HL_CS_FLAGS_ENCAP_SIGNALS)
		return -EOPNOTSUPP;
	rc = read_chunk(file, &in, &chunk, &queue);
	if (!rc)
		rc = find_signal(file, &chunk, &signal);
	if (rc < 0)
		return rc;
	if (rc) {
		memset(args, 0, sizeof(*args));
		args->out.seq = ~0ull;
		return 0;
	}
	from = &file->sim->queues[(signal->sob - TPC_GAUDI_STREAM_SOB) / 2];
	rc = submit(file, queue, packets, wait_packets(packets, queue, signal),
		    flags, in.timeout, &cs);
	if (rc)
		return rc;
	/* The object may not be cleared while somebody waits for it. */
	cs->sob_queue = from;
	cs->sob_slot = signal->sob != from->sob[0];
	from->sob_users[cs->sob_slot]++;
	memset(args, 0, sizeof(*args));
	args->out.seq = cs->seq;
	return 0;
}
