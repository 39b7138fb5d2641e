/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Creation of a chip, the scheduler of its queue managers and the pool of
 * threads that run kernels and transfers.
 *
 * Everything that happens in the chip outside of the pool is done by the
 * scheduler thread, one small step after the other and under the lock. A
 * stream that cannot go on leaves the run queue and comes back when something
 * it may wait for has changed.
 */
#include <errno.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "soc_priv.h"

/* Packets of one stream in a row. */
#define BUDGET 32

/* How often the scheduler lets others have the lock between two steps. */
#define YIELDS 100

const struct tpc_cb *soc_cb(const struct soc *soc)
{
	return soc->cb;
}

uint64_t soc_now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

void soc_lock(struct soc *soc)
{
	atomic_fetch_add(&soc->waiting, 1);
	pthread_mutex_lock(&soc->lock);
	atomic_fetch_sub(&soc->waiting, 1);
}

void soc_unlock(struct soc *soc)
{
	pthread_mutex_unlock(&soc->lock);
}

void soc_changed(struct soc *soc)
{
	pthread_cond_broadcast(&soc->changed);
}

static int cond_wait_until(pthread_cond_t *cond, pthread_mutex_t *lock,
			   uint64_t ns)
{
	struct timespec t = {.tv_sec = (time_t)(ns / 1000000000u),
			     .tv_nsec = (long)(ns % 1000000000u)};

	if (!ns)
		return -pthread_cond_wait(cond, lock);
	return -pthread_cond_timedwait(cond, lock, &t);
}

int soc_wait(struct soc *soc, uint64_t until_ns)
{
	return cond_wait_until(&soc->changed, &soc->lock, until_ns);
}

void soc_set_deadline(struct soc *soc, uint64_t at_ns)
{
	soc->deadline = at_ns;
	pthread_cond_signal(&soc->wake);
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

void soc_kick(struct soc *soc, struct soc_stream *stream)
{
	if (stream->queued)
		return;
	stream->queued = true;
	stream->next = NULL;
	if (soc->run_tail)
		soc->run_tail->next = stream;
	else
		soc->run_head = stream;
	soc->run_tail = stream;
	pthread_cond_signal(&soc->wake);
}

void soc_kick_qman(struct soc_qman *qman)
{
	unsigned i;

	for (i = 0; i < SOC_STREAMS; i++)
		soc_kick(qman->soc, &qman->stream[i]);
}

void soc_post(struct soc *soc, const struct soc_msg *msg)
{
	if (soc->msg_count == soc->msg_room) {
		size_t room = soc->msg_room * 2;
		struct soc_msg *ring = malloc(room * sizeof(*ring));
		size_t i;

		if (!ring) {
			struct soc_fault fault = {.kind = SOC_FAULT_SYNC};

			soc_raise(soc, &fault,
				  "out of memory: a message is lost");
			return;
		}
		for (i = 0; i < soc->msg_count; i++)
			ring[i] =
				soc->msgs[(soc->msg_head + i) % soc->msg_room];
		free(soc->msgs);
		soc->msgs = ring;
		soc->msg_head = 0;
		soc->msg_room = room;
	}
	soc->msgs[(soc->msg_head + soc->msg_count++) % soc->msg_room] = *msg;
	pthread_cond_signal(&soc->wake);
}

void soc_timer(struct soc *soc, struct soc_stream *stream, uint32_t cycles,
	       unsigned fence, uint32_t inc)
{
	struct soc_timer *t;

	if (soc->num_timers == soc->timer_room) {
		size_t room = soc->timer_room * 2;
		struct soc_timer *grown =
			realloc(soc->timers, room * sizeof(*grown));

		if (!grown) {
			soc_fence_add(stream, fence, inc);
			return;
		}
		soc->timers = grown;
		soc->timer_room = room;
	}
	t = &soc->timers[soc->num_timers++];
	t->due = soc->now + cycles;
	t->stream = stream;
	t->fence = fence;
	t->inc = inc;
}

void soc_submit(struct soc *soc, struct soc_jobs *jobs, struct soc_job *job)
{
	job->next = NULL;
	*jobs->tail = job;
	jobs->tail = &job->next;
	pthread_cond_broadcast(&soc->work);
}

static struct soc_job *take(struct soc_jobs *jobs)
{
	struct soc_job *job = jobs->head;

	if (!job)
		return NULL;
	jobs->head = job->next;
	if (!jobs->head)
		jobs->tail = &jobs->head;
	return job;
}

void soc_pause(struct soc *soc)
{
	soc->paused++;
	while (soc->running)
		soc_wait(soc, 0);
}

void soc_resume(struct soc *soc)
{
	soc->paused--;
	pthread_cond_broadcast(&soc->work);
}

/* Scheduler ---------------------------------------------------------------*/

static void deliver(struct soc *soc)
{
	struct soc_msg msg = soc->msgs[soc->msg_head];
	char text[320];

	soc->msg_head = (soc->msg_head + 1) % soc->msg_room;
	soc->msg_count--;
	if (!soc_message(soc, msg.addr, msg.value, false))
		return;
	if (msg.from) {
		snprintf(text, sizeof(text), "response error: %s", soc->why);
		soc_sync_error(msg.from,
			       TPC_GAUDI_SYNC_MNGR_SM_SEI_CAUSE_RSP_ERR_MASK,
			       msg.engine, text);
	} else {
		struct soc_fault fault = {.kind = SOC_FAULT_SYNC,
					  .engine = msg.engine};

		snprintf(text, sizeof(text), "%s", soc->why);
		soc_raise(soc, &fault,
			  "completion message to 0x%llx failed: %s",
			  (unsigned long long)msg.addr, text);
	}
}

static bool run_messages(struct soc *soc)
{
	/* Those that these cause wait for the next round. */
	size_t count = soc->msg_count;
	size_t i;

	for (i = 0; i < count; i++)
		deliver(soc);
	return count;
}

static void fire_timers(struct soc *soc)
{
	size_t i = 0;

	while (i < soc->num_timers) {
		struct soc_timer t = soc->timers[i];

		if (t.due > soc->now) {
			i++;
			continue;
		}
		soc->timers[i] = soc->timers[--soc->num_timers];
		soc_fence_add(t.stream, t.fence, t.inc);
	}
}

/* Nothing else to do: virtual time jumps to the next timer. */
static bool run_timers(struct soc *soc)
{
	uint64_t due = UINT64_MAX;
	size_t i;

	if (!soc->num_timers)
		return false;
	for (i = 0; i < soc->num_timers; i++)
		if (soc->timers[i].due < due)
			due = soc->timers[i].due;
	soc->now = due;
	fire_timers(soc);
	return true;
}

static bool run_stream(struct soc *soc)
{
	struct soc_stream *s = soc->run_head;
	unsigned i;

	if (!s)
		return false;
	soc->run_head = s->next;
	if (!soc->run_head)
		soc->run_tail = NULL;
	s->queued = false;
	for (i = 0; i < BUDGET; i++) {
		soc->now++;
		if (!soc_stream_step(s)) {
			soc_arb_blocked(s);
			break;
		}
		/* Messages arrive between packets, in order. */
		if (soc->msg_count)
			break;
	}
	if (i < BUDGET && !soc->msg_count)
		return true;
	/* Came this far without being blocked, or has to look again. */
	soc_kick(soc, s);
	return true;
}

static bool step(struct soc *soc)
{
	if (run_messages(soc))
		return true;
	if (soc->num_timers)
		fire_timers(soc);
	return run_stream(soc) || run_timers(soc);
}

/* The mutex is not fair: who waits for it would not get it by itself. */
static void give_way(struct soc *soc)
{
	unsigned i;

	if (!atomic_load(&soc->waiting))
		return;
	soc_unlock(soc);
	for (i = 0; i < YIELDS && atomic_load(&soc->waiting); i++)
		sched_yield();
	pthread_mutex_lock(&soc->lock);
}

static void *scheduler(void *arg)
{
	struct soc *soc = arg;

	pthread_mutex_lock(&soc->lock);
	while (!soc->quit) {
		if (soc->deadline && soc_now_ns() >= soc->deadline) {
			soc->deadline = 0;
			soc->ops.deadline(soc->ctx);
		}
		if (step(soc)) {
			give_way(soc);
			continue;
		}
		soc_changed(soc);
		cond_wait_until(&soc->wake, &soc->lock, soc->deadline);
	}
	pthread_mutex_unlock(&soc->lock);
	return NULL;
}

/* Pool --------------------------------------------------------------------*/

struct worker {
	struct soc *soc;
	bool kernels; /* takes kernels; all take transfers */
};

static struct soc_job *next_job(struct soc *soc, bool kernels)
{
	struct soc_job *job;

	if (soc->paused)
		return NULL;
	job = kernels ? take(&soc->kernels) : NULL;
	return job ? job : take(&soc->transfers);
}

static void *pool_thread(void *arg)
{
	struct worker worker = *(struct worker *)arg;
	struct soc *soc = worker.soc;
	struct soc_job *job;

	free(arg);
	soc_lock(soc);
	while (!soc->quit) {
		job = next_job(soc, worker.kernels);
		if (!job) {
			pthread_cond_wait(&soc->work, &soc->lock);
			continue;
		}
		soc->running++;
		soc_unlock(soc);
		job->run(soc, job);
		soc_lock(soc);
		soc->running--;
		soc_changed(soc);
	}
	soc_unlock(soc);
	return NULL;
}

static int add_worker(struct soc *soc, bool kernels)
{
	struct worker *worker = malloc(sizeof(*worker));
	int rc;

	if (!worker)
		return -ENOMEM;
	worker->soc = soc;
	worker->kernels = kernels;
	rc = pthread_create(&soc->pool[soc->num_pool], NULL, pool_thread,
			    worker);
	if (rc) {
		free(worker);
		return -rc;
	}
	soc->num_pool++;
	return 0;
}

static int start_threads(struct soc *soc)
{
	unsigned n = soc->params.threads;
	unsigned i;
	int rc;

	if (!n)
		n = (unsigned)sysconf(_SC_NPROCESSORS_ONLN);
	if (!n)
		n = 1;
	if (n > soc->num_tpcs)
		n = soc->num_tpcs;
	soc->pool = calloc(n + 1, sizeof(*soc->pool));
	if (!soc->pool)
		return -ENOMEM;
	/* One for transfers alone, so that kernels cannot hold them up. */
	rc = add_worker(soc, false);
	for (i = 0; i < n && !rc; i++)
		rc = add_worker(soc, true);
	if (rc)
		return rc;
	rc = -pthread_create(&soc->scheduler, NULL, scheduler, soc);
	soc->started = !rc;
	return rc;
}

/* Creation ----------------------------------------------------------------*/

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

static void init_locks(struct soc *soc)
{
	pthread_condattr_t attr;

	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_mutex_init(&soc->lock, NULL);
	pthread_cond_init(&soc->wake, &attr);
	pthread_cond_init(&soc->work, &attr);
	pthread_cond_init(&soc->changed, &attr);
	pthread_condattr_destroy(&attr);
	soc->kernels.tail = &soc->kernels.head;
	soc->transfers.tail = &soc->transfers.head;
}

int soc_create(const struct tpc_sim_params *params,
	       const struct soc_host_ops *ops, void *ctx, struct soc **out)
{
	const struct tpc_cb *cb =
		tpc_cb_get(params->chip ? params->chip : "gaudi");
	struct soc *soc;
	int rc;

	if (!cb)
		return -EINVAL;
	soc = calloc(1, sizeof(*soc));
	if (!soc)
		return -ENOMEM;
	soc->cb = cb;
	soc->params = *params;
	if (ops)
		soc->ops = *ops;
	soc->ctx = ctx;
	init_locks(soc);
	rc = soc_memory_init(soc);
	if (!rc)
		rc = soc_regs_init(soc);
	if (!rc)
		rc = init_engines(soc);
	soc->stats.num_tpcs = soc->num_tpcs;
	if (!rc)
		rc = start_threads(soc);
	if (rc) {
		soc_destroy(soc);
		return rc;
	}
	*out = soc;
	return 0;
}

static void stop_threads(struct soc *soc)
{
	unsigned i;

	soc_lock(soc);
	soc->quit = true;
	pthread_cond_broadcast(&soc->wake);
	pthread_cond_broadcast(&soc->work);
	soc_unlock(soc);
	if (soc->started)
		pthread_join(soc->scheduler, NULL);
	for (i = 0; i < soc->num_pool; i++)
		pthread_join(soc->pool[i], NULL);
	free(soc->pool);
}

void soc_destroy(struct soc *soc)
{
	unsigned i;

	if (!soc)
		return;
	stop_threads(soc);
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
