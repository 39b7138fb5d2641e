/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Command submissions: checks, queueing, completion. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "driver.h"

#define TYPE_FLAGS                                                             \
	(HL_CS_FLAGS_SIGNAL | HL_CS_FLAGS_WAIT | HL_CS_FLAGS_COLLECTIVE_WAIT | \
	 HL_CS_FLAGS_RESERVE_SIGNALS_ONLY |                                    \
	 HL_CS_FLAGS_UNRESERVE_SIGNALS_ONLY | HL_CS_FLAGS_ENGINE_CORE_COMMAND)

#define STREAM_FLAGS \
	(HL_CS_FLAGS_SIGNAL | HL_CS_FLAGS_WAIT | HL_CS_FLAGS_COLLECTIVE_WAIT)

#define MIN_CB_SIZE 8 /* one packet */

struct ctx *driver_ctx_create(struct tpc_sim *sim)
{
	struct ctx *ctx = calloc(1, sizeof(*ctx));

	if (!ctx)
		return NULL;
	ctx->sim = sim;
	ctx->next_seq = 1;
	ctx->fences = calloc(TPC_GAUDI_MAX_PENDING_CS, sizeof(*ctx->fences));
	if (ctx->fences && !driver_vm_init(ctx))
		return ctx;
	free(ctx->fences);
	free(ctx);
	return NULL;
}

void driver_ctx_destroy(struct ctx *ctx)
{
	driver_vm_free(ctx);
	ctx->sim->dram_used -= ctx->dram_used;
	free(ctx->fences);
	free(ctx);
}

struct fence *driver_cs_fence(struct ctx *ctx, uint64_t seq)
{
	return &ctx->fences[seq % TPC_GAUDI_MAX_PENDING_CS];
}

void driver_job_free(struct tpc_sim *sim, struct job *job)
{
	driver_hostmem_put(sim, job->patched);
	free(job);
}

/* Completion --------------------------------------------------------------*/

static void settle(struct cs *cs, int error)
{
	struct ctx *ctx = cs->ctx;
	struct fence *fence = driver_cs_fence(ctx, cs->seq);

	if (fence->seq != cs->seq || fence->state == CS_DONE)
		return;
	fence->state = CS_DONE;
	fence->error = error;
	if (cs->timestamp && !error) {
		fence->has_timestamp = true;
		fence->timestamp = (int64_t)soc_now_ns();
	}
	if (cs->timestamp)
		ctx->outcomes[ctx->next_outcome++ % OUTCOMES] = *fence;
	soc_changed(ctx->sim->soc);
}

static void advance_internal(struct cs *cs)
{
	struct tpc_sim *sim = cs->ctx->sim;
	unsigned i;

	for (i = 0; i < sim->num_queues; i++) {
		struct queue *queue = &sim->queues[i];

		if (cs->internal[i])
			queue->ci = (queue->ci + cs->internal[i]) &
				    (2u * queue->desc->length - 1);
	}
}

static void unlink_cs(struct tpc_sim *sim, struct cs *cs)
{
	struct cs **link = &sim->running;

	while (*link != cs)
		link = &(*link)->next;
	*link = cs->next;
	if (!*link)
		sim->running_tail = link;
	sim->num_running--;
}

void driver_cs_finish(struct cs *cs, int error)
{
	struct tpc_sim *sim = cs->ctx->sim;

	settle(cs, error);
	advance_internal(cs);
	if (cs->sob_queue)
		cs->sob_queue->sob_users[cs->sob_slot]--;
	unlink_cs(sim, cs);
	free(cs);
	driver_update_deadline(sim);
}

void driver_cs_job_done(struct cs *cs)
{
	if (!--cs->external && !cs->open)
		driver_cs_finish(cs, 0);
}

void driver_cs_abort_all(struct tpc_sim *sim, int error)
{
	while (sim->running)
		driver_cs_finish(sim->running, error);
}

/* Submission --------------------------------------------------------------*/

static void drop(__u64 *total, __u64 *own)
{
	(*total)++;
	(*own)++;
}

#define DROP(ctx, what)                                     \
	drop(&(ctx)->sim->counters.total_##what##_drop_cnt, \
	     &(ctx)->counters.ctx_##what##_drop_cnt)

int driver_cs_check_queue(struct tpc_sim *sim, uint32_t index, bool user_cb,
			  struct queue **queue)
{
	struct queue *q;

	if (index >= sim->num_queues || !sim->queues[index].desc)
		return -EINVAL;
	q = &sim->queues[index];
	switch ((enum tpc_queue_kind)q->desc->kind) {
	case TPC_QUEUE_EXTERNAL:
		if (user_cb)
			return -EINVAL;
		break;
	case TPC_QUEUE_INTERNAL:
		if (!user_cb)
			return -EINVAL;
		break;
	case TPC_QUEUE_DRIVER:
	case TPC_QUEUE_DISABLED:
		return -EINVAL;
	}
	*queue = q;
	return 0;
}

static bool inside(uint64_t addr, uint32_t size, uint64_t base, uint64_t len)
{
	return addr >= base && addr - base <= len &&
	       size <= len - (addr - base);
}

/* Where the command buffer of an internal queue may be; it is not empty (KD).
 */
static int check_address(uint64_t addr, uint32_t size)
{
	if (!size)
		return -EFAULT;
	if (inside(addr, size, TPC_GAUDI_SRAM_USER_BASE,
		   TPC_GAUDI_SRAM_USER_SIZE) ||
	    inside(addr, size, TPC_GAUDI_DRAM_USER_BASE,
		   TPC_GAUDI_DRAM_USER_SIZE) ||
	    inside(addr, size, TPC_GAUDI_HOST_VA_BASE, TPC_GAUDI_HOST_VA_SIZE))
		return 0;
	return -EFAULT;
}

static int fill_external(struct tpc_sim_file *file, struct job *job,
			 const struct hl_cs_chunk *chunk)
{
	struct ctx *ctx = file->ctx;
	struct buf *buf = driver_buf_find(file, chunk->cb_handle, BUF_CB);
	int rc;

	if (!buf || chunk->cb_size < MIN_CB_SIZE || chunk->cb_size > buf->size)
		return -EINVAL;
	rc = driver_queue_make_external(ctx->sim, job, buf->mem->ptr,
					chunk->cb_size);
	if (rc) {
		DROP(ctx, out_of_mem);
		return rc;
	}
	rc = driver_validate_cb(ctx->sim->cb, (uint8_t *)job->patched->ptr,
				job->size, &job->has_dma);
	if (rc)
		DROP(ctx, parsing);
	return rc;
}

static int make_job(struct tpc_sim_file *file, const struct hl_cs_chunk *chunk,
		    struct job **out)
{
	bool user_cb = chunk->cs_chunk_flags & HL_CS_CHUNK_FLAGS_USER_ALLOC_CB;
	struct queue *queue;
	struct job *job;
	int rc;

	rc = driver_cs_check_queue(file->sim, chunk->queue_index, user_cb,
				   &queue);
	if (rc)
		return rc;
	job = calloc(1, sizeof(*job));
	if (!job)
		return -ENOMEM;
	job->queue = queue;
	if (user_cb) {
		job->address = chunk->cb_handle;
		job->size = chunk->cb_size;
		rc = check_address(job->address, job->size);
	} else {
		rc = fill_external(file, job, chunk);
	}
	if (rc) {
		driver_job_free(file->sim, job);
		return rc;
	}
	*out = job;
	return 0;
}

static int check_room(struct ctx *ctx, struct job **jobs, unsigned num_jobs)
{
	struct tpc_sim *sim = ctx->sim;
	uint16_t *count = calloc(sim->num_queues, sizeof(*count));
	int rc = 0;
	unsigned i;

	if (!count)
		return -ENOMEM;
	for (i = 0; i < num_jobs; i++)
		count[jobs[i]->queue->id]++;
	for (i = 0; i < sim->num_queues && !rc; i++) {
		const struct queue *q = &sim->queues[i];

		if (!count[i])
			continue;
		if (q->desc->kind == TPC_QUEUE_INTERNAL &&
		    count[i] > q->desc->length)
			rc = -ENOMEM;
		else if (count[i] > driver_queue_free_slots(q))
			rc = -EAGAIN;
	}
	free(count);
	if (rc == -EAGAIN)
		DROP(ctx, queue_full);
	return rc;
}

static uint64_t deadline_of(const struct tpc_sim *sim, uint32_t flags,
			    uint32_t timeout)
{
	uint64_t ms = sim->params.tdr_ms ? sim->params.tdr_ms
					 : 1000u * TPC_GAUDI_TDR_SECONDS;

	if (flags & HL_CS_FLAGS_CUSTOM_TIMEOUT)
		ms = 1000ull * timeout;
	return soc_now_ns() + ms * 1000000u;
}

static struct cs *new_cs(struct ctx *ctx, uint32_t flags, uint32_t timeout,
			 int *error)
{
	struct tpc_sim *sim = ctx->sim;
	struct fence *fence = driver_cs_fence(ctx, ctx->next_seq);
	struct cs *cs;

	if (fence->state == CS_RUNNING) {
		DROP(ctx, max_cs_in_flight);
		*error = -EAGAIN;
		return NULL;
	}
	cs = calloc(1, sizeof(*cs) + sim->num_queues * sizeof(cs->internal[0]));
	if (!cs) {
		DROP(ctx, out_of_mem);
		*error = -ENOMEM;
		return NULL;
	}
	cs->ctx = ctx;
	cs->seq = ctx->next_seq++;
	cs->timestamp = flags & HL_CS_FLAGS_TIMESTAMP;
	cs->no_reset = flags & HL_CS_FLAGS_SKIP_RESET_ON_TIMEOUT;
	cs->deadline = deadline_of(sim, flags, timeout);
	*fence = (struct fence){.seq = cs->seq, .state = CS_RUNNING};
	*sim->running_tail = cs;
	sim->running_tail = &cs->next;
	sim->num_running++;
	return cs;
}

static void free_jobs(struct tpc_sim *sim, struct job **jobs, unsigned num)
{
	unsigned i;

	for (i = 0; i < num; i++)
		driver_job_free(sim, jobs[i]);
}

int driver_cs_submit(struct ctx *ctx, struct cs *staged, struct job **jobs,
		     unsigned num_jobs, uint32_t flags, uint32_t timeout,
		     struct cs **out)
{
	struct tpc_sim *sim = ctx->sim;
	struct cs *cs = staged;
	unsigned i;
	int rc;

	rc = check_room(ctx, jobs, num_jobs);
	if (!rc && !cs)
		cs = new_cs(ctx, flags, timeout, &rc);
	if (rc) {
		free_jobs(sim, jobs, num_jobs);
		return rc;
	}
	/* Counted before the first can be done. */
	cs->open = flags & HL_CS_FLAGS_STAGED_SUBMISSION &&
		   !(flags & HL_CS_FLAGS_STAGED_SUBMISSION_LAST);
	for (i = 0; i < num_jobs; i++)
		if (jobs[i]->queue->desc->kind == TPC_QUEUE_EXTERNAL)
			cs->external++;
	for (i = 0; i < num_jobs; i++) {
		jobs[i]->cs = cs;
		driver_queue_submit(sim, jobs[i]);
		if (jobs[i]->queue->desc->kind == TPC_QUEUE_EXTERNAL)
			continue;
		cs->internal[jobs[i]->queue->id]++;
		driver_job_free(sim, jobs[i]);
	}
	driver_update_deadline(sim);
	*out = cs;
	return 0;
}

/* Default submissions -----------------------------------------------------*/

static struct cs *find_staged(struct ctx *ctx, uint64_t seq)
{
	struct cs *cs;

	for (cs = ctx->sim->running; cs; cs = cs->next)
		if (cs->ctx == ctx && cs->seq == seq && cs->open)
			return cs;
	return NULL;
}

static int make_jobs(struct tpc_sim_file *file,
		     const struct hl_cs_chunk *chunks, unsigned num,
		     bool completes, struct job **jobs)
{
	bool external = false;
	unsigned i;
	int rc;

	for (i = 0; i < num; i++) {
		rc = make_job(file, &chunks[i], &jobs[i]);
		if (rc) {
			free_jobs(file->sim, jobs, i);
			return rc;
		}
		external |= jobs[i]->queue->desc->kind == TPC_QUEUE_EXTERNAL;
	}
	if (completes && !external) {
		free_jobs(file->sim, jobs, num);
		return -EINVAL;
	}
	return 0;
}

static int copy_chunks(struct ctx *ctx, uint64_t from, uint32_t num,
		       struct hl_cs_chunk **out)
{
	struct hl_cs_chunk *chunks;
	int rc;

	if (!num || num > HL_MAX_JOBS_PER_CS)
		return -EINVAL;
	chunks = calloc(num, sizeof(*chunks));
	if (!chunks) {
		DROP(ctx, out_of_mem);
		return -ENOMEM;
	}
	rc = driver_user_read(chunks, from, num * sizeof(*chunks));
	if (rc) {
		free(chunks);
		return rc;
	}
	*out = chunks;
	return 0;
}

static int submit_default(struct tpc_sim_file *file, const struct hl_cs_in *in,
			  uint64_t array, uint32_t num, uint32_t flags,
			  uint64_t *seq)
{
	const bool part = flags & HL_CS_FLAGS_STAGED_SUBMISSION &&
			  !(flags & HL_CS_FLAGS_STAGED_SUBMISSION_FIRST);
	const bool last = !(flags & HL_CS_FLAGS_STAGED_SUBMISSION) ||
			  flags & HL_CS_FLAGS_STAGED_SUBMISSION_LAST;
	struct ctx *ctx = file->ctx;
	struct hl_cs_chunk *chunks = NULL;
	struct cs *staged = NULL;
	struct job **jobs;
	struct cs *cs;
	int rc;

	rc = copy_chunks(ctx, array, num, &chunks);
	if (rc)
		goto drop;
	if (part) {
		staged = find_staged(ctx, in->seq);
		rc = staged ? 0 : -EINVAL;
	}
	jobs = calloc(num, sizeof(*jobs));
	if (!rc)
		rc = jobs ? make_jobs(file, chunks, num, last, jobs) : -ENOMEM;
	if (!rc) {
		rc = driver_cs_submit(ctx, staged, jobs, num, flags,
				      in->timeout, &cs);
		if (!rc)
			*seq = cs->seq;
		free(jobs);
		free(chunks);
		return rc;
	}
	free(jobs);
drop:
	free(chunks);
	if (rc == -EINVAL || rc == -EFAULT)
		DROP(ctx, validation);
	return rc;
}

/* The restore phase: run and waited for before the rest is looked at. */
static int restore(struct tpc_sim_file *file, const struct hl_cs_in *in)
{
	struct fence *fence;
	uint64_t seq;
	int rc;

	if (!in->num_chunks_restore)
		return 0;
	rc = submit_default(file, in, in->chunks_restore,
			    in->num_chunks_restore, 0, &seq);
	if (rc)
		return rc == -EAGAIN ? rc : -ENOEXEC;
	fence = driver_cs_fence(file->ctx, seq);
	while (fence->seq == seq && fence->state == CS_RUNNING)
		soc_wait(file->sim->soc, 0);
	if (fence->seq != seq || fence->error)
		return -ENOEXEC;
	return file->dead ? -EPERM : 0;
}

static int check_flags(const struct hl_cs_in *in)
{
	uint32_t flags = in->cs_flags;
	uint32_t type = flags & TYPE_FLAGS;

	if (type & (type - 1))
		return -EINVAL;
	if (flags & STREAM_FLAGS) {
		if (in->num_chunks_execute != 1 || in->num_chunks_restore)
			return -EINVAL;
		return 0;
	}
	if (!type && !in->num_chunks_execute)
		return -EINVAL;
	return 0;
}

static int submit(struct tpc_sim_file *file, const struct hl_cs_in *in,
		  union hl_cs_args *args)
{
	uint32_t flags = in->cs_flags;
	uint64_t seq = 0;
	int rc;

	rc = check_flags(in);
	if (rc) {
		DROP(file->ctx, validation);
		return rc;
	}
	if (flags & HL_CS_FLAGS_FORCE_RESTORE) {
		rc = restore(file, in);
		if (rc)
			return rc;
	}
	if (flags & HL_CS_FLAGS_SIGNAL)
		return driver_signal(file, args, flags);
	if (flags & HL_CS_FLAGS_WAIT)
		return driver_stream_wait(file, args, flags);
	/*
	 * Collective waits need NIC ports, which are masked; there are no
	 * engine cores. Encapsulated signals have no model.
	 */
	if (flags &
	    (HL_CS_FLAGS_COLLECTIVE_WAIT | HL_CS_FLAGS_ENGINE_CORE_COMMAND))
		return -EINVAL;
	if (flags &
	    (HL_CS_FLAGS_ENCAP_SIGNALS | HL_CS_FLAGS_RESERVE_SIGNALS_ONLY |
	     HL_CS_FLAGS_UNRESERVE_SIGNALS_ONLY))
		return -EOPNOTSUPP;
	rc = submit_default(file, in, in->chunks_execute,
			    in->num_chunks_execute, flags, &seq);
	if (rc)
		return rc;
	memset(args, 0, sizeof(*args));
	args->out.seq = seq;
	args->out.status = HL_CS_STATUS_SUCCESS;
	return 0;
}

int driver_cs(struct tpc_sim_file *file, union hl_cs_args *args)
{
	const struct hl_cs_in in = args->in;
	int rc;

	rc = file->sim->status == HL_DEVICE_STATUS_OPERATIONAL
		     ? submit(file, &in, args)
		     : -EBUSY;
	/* On EAGAIN the block stays as it was, for the next try. */
	if (!rc || rc == -EAGAIN)
		return rc;
	memset(args, 0, sizeof(*args));
	args->out.seq = ~0ull;
	args->out.status = (uint32_t)rc;
	return rc;
}
