/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The WAIT_CS request. */
#include <time.h>
#include <unistd.h>

#include "requests.h"

static uint64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec / 1000;
}

/* A submission that waits for release(). */
static uint64_t blocked(struct file *file, uint32_t flags)
{
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;

	kcb_new(file, &cb, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1, .dec_val = 1);
	c = chunk(&cb, DOWN);
	assert_int_equal(cs(file, &c, 1, flags, &seq), 0);
	kcb_free(file, &cb);
	return seq;
}

static void release(struct file *file)
{
	struct kcb cb;

	kcb_new(file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = FENCE_RDATA(0, 0, 0), .value = 1);
	run(file, &cb, UP);
	kcb_free(file, &cb);
}

static uint64_t done(struct file *file, uint32_t flags)
{
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;

	kcb_new(file, &cb, PAGE);
	ADD(&cb, nop);
	c = chunk(&cb, UP + 1);
	assert_int_equal(cs(file, &c, 1, flags, &seq), 0);
	assert_int_equal(wait_cs(file, seq, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
	kcb_free(file, &cb);
	return seq;
}

static void poll_of_unfinished_work_is_busy(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	uint64_t seq = blocked(f->file, 0);

	assert_int_equal(wait_cs(f->file, seq, 0, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
	release(f->file);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

static void timeout_is_kept(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	uint64_t seq = blocked(f->file, 0);
	uint64_t start = now_us();

	assert_int_equal(wait_cs(f->file, seq, SECOND / 5, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
	assert_in_range(now_us() - start, SECOND / 5, PATIENCE);
	release(f->file);
}

static void endless_timeout_ends_with_the_work(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	uint64_t seq = done(f->file, 0);

	assert_int_equal(wait_cs(f->file, seq, ~0ull, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

static void numbers_not_handed_out_get_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	uint64_t seq = done(f->file, 0);

	assert_int_equal(wait_cs(f->file, seq + 1, 0, &out), -EINVAL);
	assert_int_equal(wait_cs(f->file, 0, 0, &out), -EINVAL);
	assert_int_equal(wait_cs(f->file, ~0ull, SECOND, &out), -EINVAL);
}

static void timestamps_are_given_when_asked_for(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	int64_t first;
	uint64_t seq = 0;

	seq = done(f->file, 0);
	assert_int_equal(wait_cs(f->file, seq, 0, &out), 0);
	assert_int_equal(out.flags, 0);
	seq = done(f->file, HL_CS_FLAGS_TIMESTAMP);
	assert_int_equal(wait_cs(f->file, seq, 0, &out), 0);
	assert_int_equal(out.flags, HL_WAIT_CS_STATUS_FLAG_TIMESTAMP_VLD);
	first = out.timestamp_nsec;
	usleep(20000);
	seq = done(f->file, HL_CS_FLAGS_TIMESTAMP);
	assert_int_equal(wait_cs(f->file, seq, 0, &out), 0);
	assert_in_range(out.timestamp_nsec - first, 20000000, 1000 * PATIENCE);
}

/* Numbers whose slot was used again are gone; their time stays for a while. */
static void old_numbers_are_gone(void **state)
{
	struct fixture *f = *state;
	uint64_t stamped, plain, seq;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	struct kcb cb;
	unsigned i;

	plain = done(f->file, 0);
	stamped = done(f->file, HL_CS_FLAGS_TIMESTAMP);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, nop);
	c = chunk(&cb, UP);
	for (i = 0; i < TPC_GAUDI_MAX_PENDING_CS; i++)
		while (cs(f->file, &c, 1, 0, &seq) == -EAGAIN)
			;
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), 0);
	assert_int_equal(wait_cs(f->file, plain, 0, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
	assert_int_equal(out.flags, HL_WAIT_CS_STATUS_FLAG_GONE);
	assert_int_equal(wait_cs(f->file, stamped, 0, &out), 0);
	assert_int_equal(out.flags,
			 HL_WAIT_CS_STATUS_FLAG_GONE |
				 HL_WAIT_CS_STATUS_FLAG_TIMESTAMP_VLD);
}

static int wait_multi(struct file *file, const uint64_t *seq, uint8_t count,
		      uint64_t timeout_us, struct hl_wait_cs_out *out)
{
	union hl_wait_cs_args args = {0};
	int rc;

	args.in.seq = (uintptr_t)seq;
	args.in.seq_arr_len = count;
	args.in.timeout_us = timeout_us;
	args.in.flags = HL_WAIT_CS_FLAGS_MULTI_CS;
	rc = file_ioctl(file, HL_IOCTL_WAIT_CS, &args);
	*out = args.out;
	return rc;
}

static void list_tells_which_are_done(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	uint64_t seq[3];

	seq[0] = blocked(f->file, 0);
	seq[1] = done(f->file, HL_CS_FLAGS_TIMESTAMP);
	seq[2] = done(f->file, 0);
	assert_int_equal(wait_multi(f->file, seq, 3, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
	assert_int_equal(out.cs_completion_map, 0x6);
	assert_true(out.flags & HL_WAIT_CS_STATUS_FLAG_TIMESTAMP_VLD);
	assert_int_equal(wait_multi(f->file, seq, 1, 0, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
	assert_int_equal(wait_multi(f->file, seq, 1, 50000, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
	release(f->file);
	assert_int_equal(wait_multi(f->file, seq, 1, PATIENCE, &out), 0);
	assert_int_equal(out.cs_completion_map, 0x1);
}

static void list_is_checked(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	uint64_t seq[33];
	unsigned i;

	for (i = 0; i < 33; i++)
		seq[i] = 1;
	seq[0] = done(f->file, 0);
	assert_int_equal(wait_multi(f->file, seq, 33, 0, &out), -EINVAL);
	assert_int_equal(wait_multi(f->file, seq, 0, 0, &out), -EINVAL);
	assert_int_equal(wait_multi(f->file, (void *)0x10, 2, 0, &out),
			 -EFAULT);
	seq[1] = seq[0] + 1;
	assert_int_equal(wait_multi(f->file, seq, 2, 0, &out), -EINVAL);
	assert_int_equal(wait_multi(f->file, seq, 1, 0, &out), 0);
}

static void interrupts_get_EPERM(void **state)
{
	static const uint32_t flags[] = {
		HL_WAIT_CS_FLAGS_INTERRUPT,
		HL_WAIT_CS_FLAGS_INTERRUPT_KERNEL_CQ,
		HL_WAIT_CS_FLAGS_INTERRUPT |
			HL_WAIT_CS_FLAGS_REGISTER_INTERRUPT};
	struct fixture *f = *state;
	union hl_wait_cs_args args;
	unsigned i;

	for (i = 0; i < 3; i++) {
		memset(&args, 0, sizeof(args));
		args.in.flags = flags[i];
		assert_int_equal(file_ioctl(f->file, HL_IOCTL_WAIT_CS, &args),
				 -EPERM);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(poll_of_unfinished_work_is_busy),
		TEST(timeout_is_kept),
		TEST(endless_timeout_ends_with_the_work),
		TEST(numbers_not_handed_out_get_EINVAL),
		TEST(timestamps_are_given_when_asked_for),
		TEST(old_numbers_are_gone),
		TEST(list_tells_which_are_done),
		TEST(list_is_checked),
		TEST(interrupts_get_EPERM),
	};

	return cmocka_run_group_tests_name("uapi_wait", tests, NULL, NULL);
}
