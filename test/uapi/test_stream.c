/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The SIGNAL and WAIT commands between streams. */
#include "requests.h"

static int signal_on(struct file *file, uint32_t queue, union hl_cs_args *args)
{
	struct hl_cs_chunk c = {.queue_index = queue};

	memset(args, 0, sizeof(*args));
	args->in.chunks_execute = (uintptr_t)&c;
	args->in.num_chunks_execute = 1;
	args->in.cs_flags = HL_CS_FLAGS_SIGNAL;
	return cs_args(file, args);
}

static int wait_on(struct file *file, uint32_t queue, const uint64_t *signal,
		   uint32_t count, uint64_t *seq)
{
	struct hl_cs_chunk c = {
		.queue_index = queue,
		.signal_seq_arr = (uintptr_t)signal,
		.num_signal_seq_arr = count,
	};

	return cs(file, &c, 1, HL_CS_FLAGS_WAIT, seq);
}

static uint64_t block(struct file *file, uint32_t queue, struct kcb *cb)
{
	struct hl_cs_chunk c;
	uint64_t seq = 0;

	kcb_new(file, cb, PAGE);
	ADD(cb, fence, .id = 0, .target_val = 1, .dec_val = 1);
	c = chunk(cb, queue);
	assert_int_equal(cs(file, &c, 1, 0, &seq), 0);
	return seq;
}

static void signal_tells_its_object_and_count(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	union hl_cs_args args;
	uint32_t offset;
	unsigned i;

	for (i = 0; i < 3; i++) {
		assert_int_equal(signal_on(f->file, DOWN + 1, &args), 0);
		assert_int_equal(args.out.sob_count_before_submission, i);
		offset = args.out.sob_base_addr_offset;
		assert_int_equal(offset, 0x492000 + 4 * 130);
	}
	assert_int_equal(wait_cs(f->file, args.out.seq, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

/* The waiting stream goes on when the signal of the other one has come. */
static void wait_waits_for_the_signal(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	union hl_cs_args args;
	struct kcb blocker, go;
	uint64_t signal, waiter;

	block(f->file, DOWN, &blocker);
	assert_int_equal(signal_on(f->file, DOWN, &args), 0);
	signal = args.out.seq;
	assert_int_equal(wait_on(f->file, UP, &signal, 1, &waiter), 0);
	assert_int_equal(wait_cs(f->file, waiter, SECOND / 10, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
	kcb_new(f->file, &go, PAGE);
	ADD(&go, msg_long, .addr = FENCE_RDATA(0, 0, 0), .value = 1);
	run(f->file, &go, UP + 1);
	assert_int_equal(wait_cs(f->file, waiter, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

static void signal_that_has_come_needs_no_wait(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	union hl_cs_args args;
	uint64_t signal, waiter = 0;

	assert_int_equal(signal_on(f->file, DOWN, &args), 0);
	signal = args.out.seq;
	assert_int_equal(wait_cs(f->file, signal, PATIENCE, &out), 0);
	assert_int_equal(wait_on(f->file, UP, &signal, 1, &waiter), 0);
	assert_true(waiter == ~0ull);
}

static void wait_takes_one_signal(void **state)
{
	struct fixture *f = *state;
	uint64_t signals[2] = {1, 1};
	struct kcb cb;

	signals[0] = block(f->file, DOWN, &cb);
	assert_int_equal(wait_on(f->file, UP, signals, 2, NULL), -EINVAL);
	assert_int_equal(wait_on(f->file, UP, signals, 0, NULL), -EINVAL);
	/* Not a signal. */
	assert_int_equal(wait_on(f->file, UP, signals, 1, NULL), -EINVAL);
	signals[0] = 1000;
	assert_int_equal(wait_on(f->file, UP, signals, 1, NULL), -EINVAL);
	assert_int_equal(wait_on(f->file, UP, (void *)0x10, 1, NULL), -EFAULT);
}

static void commands_need_an_external_queue(void **state)
{
	struct fixture *f = *state;
	union hl_cs_args args;

	assert_int_equal(signal_on(f->file, TPC_GAUDI_QUEUE_TPC_0, &args),
			 -EINVAL);
	assert_int_equal(signal_on(f->file, TPC_GAUDI_QUEUE_CPU_PQ, &args),
			 -EINVAL);
	assert_int_equal(signal_on(f->file, 200, &args), -EINVAL);
}

static void commands_take_one_chunk(void **state)
{
	struct hl_cs_chunk c[2] = {{.queue_index = 0}, {.queue_index = 0}};
	struct fixture *f = *state;
	union hl_cs_args args = {0};

	assert_int_equal(cs(f->file, c, 2, HL_CS_FLAGS_SIGNAL, NULL), -EINVAL);
	assert_int_equal(cs(f->file, c, 0, HL_CS_FLAGS_SIGNAL, NULL), -EINVAL);
	args.in.chunks_execute = (uintptr_t)c;
	args.in.num_chunks_execute = 1;
	args.in.chunks_restore = (uintptr_t)c;
	args.in.num_chunks_restore = 1;
	args.in.cs_flags = HL_CS_FLAGS_SIGNAL;
	assert_int_equal(cs_args(f->file, &args), -EINVAL);
}

/* An object that is full is followed by the stream's other one. */
static void objects_change_when_they_are_full(void **state)
{
	struct fixture *f = *state;
	uint32_t first = 0, offset = 0;
	struct hl_wait_cs_out out;
	union hl_cs_args args;
	unsigned i;
	int rc;

	for (i = 0; i < TPC_GAUDI_SOB_MAX + 10; i++) {
		do {
			rc = signal_on(f->file, DOWN + 3, &args);
		} while (rc == -EAGAIN);
		assert_int_equal(rc, 0);
		offset = args.out.sob_base_addr_offset;
		if (!i)
			first = offset;
	}
	assert_int_equal(offset, first + 4);
	assert_int_equal(args.out.sob_count_before_submission, 9);
	assert_int_equal(wait_cs(f->file, args.out.seq, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(signal_tells_its_object_and_count),
		TEST(wait_waits_for_the_signal),
		TEST(signal_that_has_come_needs_no_wait),
		TEST(wait_takes_one_signal),
		TEST(commands_need_an_external_queue),
		TEST(commands_take_one_chunk),
		TEST(objects_change_when_they_are_full),
	};

	return cmocka_run_group_tests_name("uapi_stream", tests, NULL, NULL);
}
