/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The scheduler of the queue managers and the pool of threads that run kernels
 * and transfers.
 *
 * Everything that happens in the chip outside of the pool is done by the
 * scheduler thread, one small step after the other and under the lock. A
 * stream that cannot go on leaves the run queue and comes back when something
 * it may wait for has changed.
 */
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "soc_priv.h"

/* Packets of one stream in a row. */
#define BUDGET 32

/* How often the scheduler lets others have the lock between two steps. */
#define YIELDS 100

/* Steps after which those in soc_wait() may have a look, and for how long. */
#define STEPS 64
#define NAP   4

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
	int err;

	atomic_fetch_add(&soc->asleep, 1);
	err = cond_wait_until(&soc->changed, &soc->lock, until_ns);
	atomic_fetch_sub(&soc->asleep, 1);
	return err;
}

void soc_set_deadline(struct soc *soc, uint64_t at_ns)
{
	soc->deadline = at_ns;
	pthread_cond_signal(&soc->wake);
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

/*
 * The mutex is not fair: who waits for it would not get it by itself. Whether
 * somebody in soc_wait() has been woken or is out of time is not known: a long
 * command buffer must not keep them.
 */
static void give_way(struct soc *soc, unsigned steps)
{
	bool nap = atomic_load(&soc->asleep) && steps % STEPS == 0;
	unsigned i;

	if (!nap && !atomic_load(&soc->waiting))
		return;
	soc_unlock(soc);
	for (i = 0;
	     i < YIELDS && (atomic_load(&soc->waiting) || (nap && i < NAP));
	     i++)
		sched_yield();
	pthread_mutex_lock(&soc->lock);
}

static void *scheduler(void *arg)
{
	struct soc *soc = arg;
	unsigned steps = 0;

	pthread_setname_np(pthread_self(), "tpc-scheduler");
	pthread_mutex_lock(&soc->lock);
	while (!soc->quit) {
		if (soc->deadline && soc_now_ns() >= soc->deadline) {
			soc->deadline = 0;
			soc->ops.deadline(soc->ctx);
		}
		if (step(soc)) {
			give_way(soc, ++steps);
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
	pthread_setname_np(pthread_self(), "tpc-pool");
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

static int start_all(struct soc *soc, unsigned n)
{
	unsigned i;
	int rc;

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

int soc_start_threads(struct soc *soc)
{
	unsigned n = soc->params.threads;
	sigset_t all, before;
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
	/* The program's signals are for the program's threads. */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	rc = start_all(soc, n);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return rc;
}

/* Start and end -----------------------------------------------------------*/

void soc_init_locks(struct soc *soc)
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

void soc_stop_threads(struct soc *soc)
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
