/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Threads that map, copy, unmap, export, wait and ask at the same time. Under
 * the thread sanitizer this is the test for data races of the device.
 */
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

#include "requests.h"

#define COPIERS 4
#define ROUNDS	40
#define BYTES	(96 * 1024) /* through the pool of threads */

struct worker {
	struct file *file;
	unsigned index;
	atomic_bool *done;
	int failures;
};

/* assert_*() may not be used outside of the main thread. */
#define NOTE(w, condition) ((w)->failures += !(condition))

static int copy(struct file *file, struct kcb *cb, uint64_t from, uint64_t to,
		uint32_t queue)
{
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	uint64_t seq;
	int rc;

	const struct tpc_gaudi_lin_dma p = {
		.src_addr = from,
		.dst_addr = to,
		.tsize = BYTES,
		.lin = 1,
	};

	cb->size = (uint32_t)tpc_gaudi_lin_dma_pack(&p, cb->bytes);
	c = chunk(cb, queue);
	rc = cs(file, &c, 1, 0, &seq);
	if (!rc)
		rc = wait_cs(file, seq, PATIENCE, &out);
	return rc ? rc : (int)out.status;
}

static void *copier(void *arg)
{
	struct worker *w = arg;
	uint64_t dram = DRAM + w->index * 0x100000ull;
	uint8_t *in = aligned_alloc(PAGE, BYTES);
	uint8_t *out = aligned_alloc(PAGE, BYTES);
	union hl_cb_args args;
	uint64_t from, to;
	struct kcb cb = {0};
	void *p = NULL;
	unsigned i;

	NOTE(w, !cb_op(w->file, HL_CB_OP_CREATE, 0, PAGE, 0, &args));
	cb.handle = args.out.cb_handle;
	NOTE(w, !file_mmap(w->file, PAGE, cb.handle, &p));
	cb.bytes = p;
	for (i = 0; i < ROUNDS && !w->failures; i++) {
		memset(in, (int)(w->index * 50 + i), BYTES);
		memset(out, 0xff, BYTES);
		NOTE(w, !host_map(w->file, in, BYTES, 0, 0, &from));
		NOTE(w, !host_map(w->file, out, BYTES, 0, 0, &to));
		NOTE(w, !copy(w->file, &cb, from, dram, w->index % 4));
		NOTE(w, !copy(w->file, &cb, dram, to, UP + w->index % 4));
		NOTE(w, !host_unmap(w->file, from));
		NOTE(w, !host_unmap(w->file, to));
		NOTE(w, !memcmp(in, out, BYTES));
	}
	file_munmap(w->file, p, PAGE);
	free(in);
	free(out);
	return NULL;
}

/* Exports a place of its own again and again while the others copy. */
static void *exporter(void *arg)
{
	struct worker *w = arg;
	const uint64_t dram = DRAM + 0x10000000;
	unsigned i;

	for (i = 0; !atomic_load(w->done) && i < 200; i++) {
		int fd = mem_export(w->file, dram + i % 8 * 4 * PAGE, 4 * PAGE,
				    O_RDWR | O_CLOEXEC);

		NOTE(w, fd >= 0);
		if (fd >= 0)
			close(fd);
	}
	return NULL;
}

static void *asker(void *arg)
{
	struct worker *w = arg;
	struct hl_info_hw_idle idle;
	struct hl_info_dram_usage usage;
	struct tpc_sim_stats stats;

	while (!atomic_load(w->done)) {
		NOTE(w,
		     !info(w->file, HL_INFO_HW_IDLE, &idle, sizeof(idle), 0));
		NOTE(w, !info(w->file, HL_INFO_DRAM_USAGE, &usage,
			      sizeof(usage), 0));
		file_stats(w->file, &stats);
		usleep(500);
	}
	return NULL;
}

static void everything_at_once(void **state)
{
	void *(*const role[])(void *) = {exporter, asker,  copier,
					 copier,   copier, copier};
	struct worker w[2 + COPIERS];
	pthread_t thread[2 + COPIERS];
	struct fixture *f = *state;
	atomic_bool done = false;
	unsigned i;

	for (i = 0; i < 2 + COPIERS; i++) {
		w[i] = (struct worker){
			.file = f->file, .index = i, .done = &done};
		assert_int_equal(
			pthread_create(&thread[i], NULL, role[i], &w[i]), 0);
	}
	for (i = 2; i < 2 + COPIERS; i++)
		pthread_join(thread[i], NULL);
	atomic_store(&done, true);
	pthread_join(thread[0], NULL);
	pthread_join(thread[1], NULL);
	for (i = 0; i < 2 + COPIERS; i++)
		assert_int_equal(w[i].failures, 0);
}

/* Reset upon reset: nothing may be lost or freed twice. */
static void faults_and_reopening(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq;
	unsigned i;
	int rc;

	SIMULATED_ONLY("takes down the real device");
	for (i = 0; i < 25; i++) {
		kcb_new(f->file, &cb, PAGE);
		ADD(&cb, msg_long, .addr = 0x9000000000000 + i, .value = 1);
		c = chunk(&cb, i % 8);
		assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
		/* Sometimes the close comes before the reset. */
		if (i % 2) {
			rc = wait_cs(f->file, seq, PATIENCE, &out);
			assert_int_equal(rc, -EIO);
		}
		file_close(f->file);
		assert_int_equal(file_open(f->machine, false, &f->file), 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(everything_at_once),
		TEST(faults_and_reopening),
	};

	return cmocka_run_group_tests_name("uapi_stress", tests, NULL, NULL);
}
