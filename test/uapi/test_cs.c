/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Command submission: work that runs, and arguments that are refused. */
#include <pthread.h>

#include "requests.h"

/* A chunk with one packet that does nothing. */
static struct hl_cs_chunk nop_chunk(struct fixture *f, struct kcb *cb,
				    uint32_t queue)
{
	kcb_new(f->file, cb, PAGE);
	ADD(cb, nop);
	return chunk(cb, queue);
}

static void completes(struct fixture *f, uint64_t seq)
{
	struct hl_wait_cs_out out;

	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

static void is_busy(struct fixture *f, uint64_t seq, uint64_t microseconds)
{
	struct hl_wait_cs_out out;

	assert_int_equal(wait_cs(f->file, seq, microseconds, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
}

/* Submits one chunk with the flags of a staged submission. */
static int stage(struct fixture *f, const struct hl_cs_chunk *c, uint32_t flags,
		 uint64_t *seq)
{
	union hl_cs_args args = {0};
	int rc;

	args.in.chunks_execute = (uintptr_t)c;
	args.in.num_chunks_execute = 1;
	args.in.seq = *seq;
	args.in.cs_flags = flags;
	rc = cs_args(f->file, &args);
	if (!rc)
		*seq = args.out.seq;
	return rc;
}

static void copy_to_the_device_and_back(void **state)
{
	const uint32_t size = 1 << 20;
	struct fixture *f = *state;
	uint8_t *in = aligned_alloc(PAGE, size);
	uint8_t *out = aligned_alloc(PAGE, size);
	uint64_t from, to;
	struct kcb down, up;
	uint32_t i;

	for (i = 0; i < size; i++)
		in[i] = (uint8_t)(i * 3 + i / 256);
	memset(out, 0, size);
	assert_int_equal(host_map(f->file, in, size, 0, 0, &from), 0);
	assert_int_equal(host_map(f->file, out, size, 0, 0, &to), 0);
	kcb_new(f->file, &down, PAGE);
	kcb_new(f->file, &up, PAGE);
	ADD(&down, lin_dma, .src_addr = from, .dst_addr = DRAM, .tsize = size,
	    .lin = 1);
	run(f->file, &down, DOWN);
	ADD(&up, lin_dma, .src_addr = DRAM, .dst_addr = to, .tsize = size,
	    .lin = 1);
	run(f->file, &up, UP);
	assert_memory_equal(in, out, size);
	assert_int_equal(host_unmap(f->file, from), 0);
	assert_int_equal(host_unmap(f->file, to), 0);
	free(in);
	free(out);
}

static void sequence_numbers_count_from_one(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;
	unsigned i;

	c = nop_chunk(f, &cb, DOWN);
	for (i = 1; i < 5; i++) {
		assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
		assert_int_equal(seq, i);
	}
}

/* The completion packets behind it fit at every offset in their line. */
static void every_size_of_command_buffer_completes(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;
	unsigned i;

	kcb_new(f->file, &cb, PAGE);
	for (i = 0; i < 40; i++) {
		ADD(&cb, nop);
		run(f->file, &cb, i % 8);
	}
}

static void largest_command_buffer_completes(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, HL_MAX_CB_SIZE);
	while (cb.size + 8 <= HL_MAX_CB_SIZE)
		ADD(&cb, nop);
	run(f->file, &cb, DOWN);
}

/* More submissions than a completion queue has entries. */
static void queues_wrap_around(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;
	unsigned i;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = E_N_SOB(0), .value = 0x80000001);
	c = chunk(&cb, DOWN + 2);
	for (i = 0; i < 10000; i++) {
		int rc = cs(f->file, &c, 1, 0, &seq);

		if (rc == -EAGAIN) {
			i--;
			continue;
		}
		assert_int_equal(rc, 0);
	}
	completes(f, seq);
	assert_true(sob_is(f->file, 0, 10000));
}

/* A fence of the first chunk is opened by the last one. */
static void chunks_run_side_by_side(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c[2];
	struct kcb waits, gives;
	uint64_t seq = 0;

	kcb_new(f->file, &waits, PAGE);
	kcb_new(f->file, &gives, PAGE);
	ADD(&waits, fence, .id = 1, .target_val = 1, .dec_val = 1);
	ADD(&gives, msg_long, .addr = FENCE_RDATA(0, 1, 0), .value = 1);
	c[0] = chunk(&waits, DOWN);
	c[1] = chunk(&gives, UP + 3);
	assert_int_equal(cs(f->file, c, 2, 0, &seq), 0);
	completes(f, seq);
}

/* Streams of one queue manager: three blocked, the fourth goes on. */
static void blocked_streams_do_not_hold_up_others(void **state)
{
	struct fixture *f = *state;
	struct kcb waits, work;
	struct hl_cs_chunk c;
	uint64_t seq = 0;
	unsigned i;

	kcb_new(f->file, &waits, PAGE);
	kcb_new(f->file, &work, PAGE);
	ADD(&waits, fence, .id = 0, .target_val = 1, .dec_val = 1);
	ADD(&work, nop);
	for (i = 0; i < 3; i++) {
		c = chunk(&waits, DOWN + i);
		assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	}
	run(f->file, &work, DOWN + 3);
	is_busy(f, seq, 0);
	for (i = 0; i < 3; i++)
		ADD(&work, msg_long, .addr = FENCE_RDATA(0, 0, i), .value = 1);
	run(f->file, &work, DOWN + 3);
	completes(f, seq);
}

/* Upper and lower CP of each engine: CP_DMA, WREG, MSG_SHORT, MSG_LONG. */
static void internal_queues_run_buffers_in_device_memory(void **state)
{
	static const uint32_t queues[] = {
		TPC_GAUDI_QUEUE_DMA_2, TPC_GAUDI_QUEUE_DMA_7 + 3,
		TPC_GAUDI_QUEUE_TPC_0, TPC_GAUDI_QUEUE_TPC_7 + 1,
		TPC_GAUDI_QUEUE_MME_0, TPC_GAUDI_QUEUE_MME_1 + 2,
	};
	struct fixture *f = *state;
	uint8_t lower_bytes[64], upper_bytes[64];
	struct kcb lower = {.bytes = lower_bytes};
	struct kcb upper = {.bytes = upper_bytes};
	struct hl_cs_chunk c[2];
	struct kcb waits;
	uint64_t seq = 0;
	unsigned i;

	kcb_new(f->file, &waits, PAGE);
	ADD(&lower, msg_short, .base = 1, .msg_addr_offset = 4 * 9,
	    .value = 0x80000001);
	ADD(&lower, msg_long, .addr = FENCE_RDATA(0, 3, 0), .value = 1);
	ADD(&upper, cp_dma, .src_addr = DRAM + 0x100, .tsize = lower.size);
	ADD(&waits, fence, .id = 3, .target_val = 1, .dec_val = 1);
	download(f->file, lower_bytes, DRAM + 0x100, lower.size);
	download(f->file, upper_bytes, SRAM, upper.size);
	for (i = 0; i < sizeof(queues) / sizeof(queues[0]); i++) {
		c[0] = user_chunk(SRAM, upper.size, queues[i]);
		c[1] = chunk(&waits, DOWN);
		assert_int_equal(cs(f->file, c, 2, 0, &seq), 0);
		completes(f, seq);
		assert_true(sob_is(f->file, 9, i + 1));
	}
}

static void internal_queue_runs_a_buffer_in_host_memory(void **state)
{
	struct fixture *f = *state;
	uint8_t *page = aligned_alloc(PAGE, PAGE);
	struct kcb user = {.bytes = page};
	struct hl_cs_chunk c[2];
	struct kcb waits;
	uint64_t seq, va;

	ADD(&user, msg_long, .addr = FENCE_RDATA(0, 3, 0), .value = 1);
	assert_int_equal(host_map(f->file, page, PAGE, 0, 0, &va), 0);
	kcb_new(f->file, &waits, PAGE);
	ADD(&waits, fence, .id = 3, .target_val = 1, .dec_val = 1);
	c[0] = user_chunk(va, user.size, TPC_GAUDI_QUEUE_TPC_3);
	c[1] = chunk(&waits, DOWN);
	assert_int_equal(cs(f->file, c, 2, 0, &seq), 0);
	completes(f, seq);
	assert_int_equal(host_unmap(f->file, va), 0);
	free(page);
}

static void buffer_may_be_changed_once_it_is_submitted(void **state)
{
	struct fixture *f = *state;
	struct kcb first, cb, go;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	uint64_t seq = 0;

	/* The stream is held up, so that the change comes first. */
	kcb_new(f->file, &first, PAGE);
	kcb_new(f->file, &cb, PAGE);
	kcb_new(f->file, &go, PAGE);
	ADD(&first, fence, .id = 0, .target_val = 1, .dec_val = 1);
	c = chunk(&first, DOWN);
	assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	ADD(&cb, msg_long, .addr = E_N_SOB(3), .value = 5);
	c = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	memset(cb.bytes, 0xff, PAGE);
	kcb_free(f->file, &cb);
	ADD(&go, msg_long, .addr = FENCE_RDATA(0, 0, 0), .value = 1);
	run(f->file, &go, UP);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), 0);
	assert_true(sob_is(f->file, 3, 5));
}

static void restore_phase_comes_first(void **state)
{
	struct fixture *f = *state;
	union hl_cs_args args = {0};
	struct hl_wait_cs_out out;
	struct hl_cs_chunk before, after;
	struct kcb set, add;

	kcb_new(f->file, &set, PAGE);
	kcb_new(f->file, &add, PAGE);
	ADD(&set, msg_long, .addr = E_N_SOB(7), .value = 40);
	ADD(&add, msg_long, .addr = E_N_SOB(7), .value = 0x80000002);
	before = chunk(&set, UP);
	after = chunk(&add, DOWN);
	args.in.chunks_restore = (uintptr_t)&before;
	args.in.num_chunks_restore = 1;
	args.in.chunks_execute = (uintptr_t)&after;
	args.in.num_chunks_execute = 1;
	args.in.cs_flags = HL_CS_FLAGS_FORCE_RESTORE;
	assert_int_equal(cs_args(f->file, &args), 0);
	assert_int_equal(args.out.seq, 2);
	assert_int_equal(wait_cs(f->file, args.out.seq, PATIENCE, &out), 0);
	assert_true(sob_is(f->file, 7, 42));
}

static void failing_restore_phase_gets_ENOEXEC(void **state)
{
	struct fixture *f = *state;
	union hl_cs_args args = {0};
	struct hl_cs_chunk c;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, stop);
	c = chunk(&cb, DOWN);
	args.in.chunks_restore = (uintptr_t)&c;
	args.in.num_chunks_restore = 1;
	args.in.chunks_execute = (uintptr_t)&c;
	args.in.num_chunks_execute = 1;
	args.in.cs_flags = HL_CS_FLAGS_FORCE_RESTORE;
	assert_int_equal(cs_args(f->file, &args), -ENOEXEC);
}

static void restore_chunks_without_the_flag_are_left_out(void **state)
{
	struct fixture *f = *state;
	union hl_cs_args args = {0};
	struct hl_cs_chunk c;
	struct kcb cb;

	c = nop_chunk(f, &cb, DOWN);
	args.in.chunks_restore = 0x10; /* would be EFAULT */
	args.in.num_chunks_restore = 1;
	args.in.chunks_execute = (uintptr_t)&c;
	args.in.num_chunks_execute = 1;
	assert_int_equal(cs_args(f->file, &args), 0);
}

static void staged_parts_complete_together(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0, first;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = E_N_SOB(5), .value = 0x80000001);
	c = chunk(&cb, DOWN);
	assert_int_equal(stage(f, &c,
			       HL_CS_FLAGS_STAGED_SUBMISSION |
				       HL_CS_FLAGS_STAGED_SUBMISSION_FIRST,
			       &seq),
			 0);
	first = seq;
	is_busy(f, seq, 100000);
	assert_int_equal(stage(f, &c, HL_CS_FLAGS_STAGED_SUBMISSION, &seq), 0);
	assert_int_equal(seq, first);
	assert_int_equal(stage(f, &c,
			       HL_CS_FLAGS_STAGED_SUBMISSION |
				       HL_CS_FLAGS_STAGED_SUBMISSION_LAST,
			       &seq),
			 0);
	completes(f, first);
	assert_true(sob_is(f->file, 5, 3));
}

static void staged_part_of_nothing_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 77;

	c = nop_chunk(f, &cb, DOWN);
	assert_int_equal(stage(f, &c, HL_CS_FLAGS_STAGED_SUBMISSION, &seq),
			 -EINVAL);
}

static void number_of_chunks_is_checked(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk *many = calloc(513, sizeof(*many));
	struct kcb cb;
	unsigned i;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, nop);
	for (i = 0; i < 513; i++)
		many[i] = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, many, 0, 0, NULL), -EINVAL);
	assert_int_equal(cs(f->file, many, 513, 0, NULL), -EINVAL);
	assert_int_equal(cs(f->file, many, ~0u, 0, NULL), -EINVAL);
	assert_int_equal(cs(f->file, many, 512, 0, NULL), 0);
	free(many);
}

static void bad_chunk_pointer_gets_EFAULT(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(cs(f->file, (void *)0x1000, 1, 0, NULL), -EFAULT);
}

static void unknown_handle_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;

	c = nop_chunk(f, &cb, DOWN);
	c.cb_handle += PAGE;
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
	c.cb_handle = 0;
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
}

static void freed_buffer_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;

	c = nop_chunk(f, &cb, DOWN);
	kcb_free(f->file, &cb);
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
}

static void size_of_the_packets_is_checked(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	while (cb.size < PAGE)
		ADD(&cb, nop);
	c = chunk(&cb, DOWN);
	c.cb_size = 0;
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
	c.cb_size = 7;
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
	c.cb_size = 12; /* ends inside of a packet */
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
	c.cb_size = PAGE + 8;
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
	c.cb_size = PAGE;
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), 0);
}

static void queues_not_for_users_get_EINVAL(void **state)
{
	static const uint32_t queues[] = {
		TPC_GAUDI_QUEUE_CPU_PQ, TPC_GAUDI_QUEUE_NIC_0,
		TPC_GAUDI_QUEUE_NIC_9 + 3, TPC_GAUDI_NUM_QUEUES, ~0u};
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;
	unsigned i;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, nop);
	for (i = 0; i < sizeof(queues) / sizeof(queues[0]); i++) {
		c = chunk(&cb, queues[i]);
		assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
		c.cs_chunk_flags = HL_CS_CHUNK_FLAGS_USER_ALLOC_CB;
		assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
	}
}

static void kind_of_buffer_has_to_fit_the_queue(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c[2];
	struct kcb cb;

	c[1] = nop_chunk(f, &cb, DOWN);
	c[0] = user_chunk(DRAM, 8, UP);
	assert_int_equal(cs(f->file, c, 2, 0, NULL), -EINVAL);
	c[0] = chunk(&cb, TPC_GAUDI_QUEUE_TPC_0);
	assert_int_equal(cs(f->file, c, 2, 0, NULL), -EINVAL);
}

static void internal_queues_alone_get_EINVAL(void **state)
{
	const struct hl_cs_chunk c = user_chunk(DRAM, 8, TPC_GAUDI_QUEUE_DMA_2);
	struct fixture *f = *state;

	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -EINVAL);
}

static void address_of_an_internal_buffer_is_checked(void **state)
{
	const struct {
		uint64_t addr;
		uint32_t size;
	} bad[] = {
		{0, 8},
		{DRAM - 8, 16},
		{DRAM + TPC_GAUDI_DRAM_USER_SIZE - 8, 16},
		{TPC_GAUDI_SRAM_BASE, 8}, /* the driver's line */
		{TPC_GAUDI_SRAM_BASE + TPC_GAUDI_SRAM_SIZE, 8},
		{TPC_GAUDI_CFG_BASE, 8},
		{TPC_GAUDI_HOST_PHYS_BASE, 8},
		{~0ull - 3, 8},
		{DRAM, 0},
	};
	struct fixture *f = *state;
	struct hl_cs_chunk c[2];
	struct kcb cb;
	unsigned i;

	c[1] = nop_chunk(f, &cb, DOWN);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		c[0] = user_chunk(bad[i].addr, bad[i].size,
				  TPC_GAUDI_QUEUE_TPC_0);
		assert_int_equal(cs(f->file, c, 2, 0, NULL), -EFAULT);
	}
}

/* A bad chunk at the end: nothing of the good ones may run. */
static void nothing_runs_of_a_refused_submission(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c[2];
	struct kcb cb;
	uint64_t seq = 0;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = E_N_SOB(6), .value = 1);
	c[0] = chunk(&cb, DOWN);
	c[1] = chunk(&cb, 500);
	assert_int_equal(cs(f->file, c, 2, 0, &seq), -EINVAL);
	assert_true(seq == ~0ull);
	assert_true(sob_is(f->file, 6, 0));
}

static void error_is_in_the_answer_too(void **state)
{
	struct fixture *f = *state;
	union hl_cs_args args = {0};

	assert_int_equal(cs_args(f->file, &args), -EINVAL);
	assert_true(args.out.seq == ~0ull);
	assert_int_equal((int32_t)args.out.status, -EINVAL);
}

/* Submits one chunk with each of these flags. */
static void all_get(struct fixture *f, const uint32_t *flags, unsigned count,
		    int err)
{
	struct hl_cs_chunk c;
	struct kcb cb;
	unsigned i;

	c = nop_chunk(f, &cb, DOWN);
	for (i = 0; i < count; i++)
		assert_int_equal(cs(f->file, &c, 1, flags[i], NULL), err);
}

static void two_kinds_of_submission_get_EINVAL(void **state)
{
	static const uint32_t flags[] = {
		HL_CS_FLAGS_SIGNAL | HL_CS_FLAGS_WAIT,
		HL_CS_FLAGS_WAIT | HL_CS_FLAGS_COLLECTIVE_WAIT,
	};

	all_get(*state, flags, 2, -EINVAL);
}

static void commands_without_hardware_get_EINVAL(void **state)
{
	static const uint32_t flags[] = {
		HL_CS_FLAGS_COLLECTIVE_WAIT,
		HL_CS_FLAGS_ENGINE_CORE_COMMAND,
	};

	all_get(*state, flags, 2, -EINVAL);
}

static void commands_without_a_model_get_EOPNOTSUPP(void **state)
{
	static const uint32_t flags[] = {
		HL_CS_FLAGS_RESERVE_SIGNALS_ONLY,
		HL_CS_FLAGS_ENCAP_SIGNALS,
	};

	SIMULATED_ONLY("the real driver has them");
	all_get(*state, flags, 2, -EOPNOTSUPP);
}

/* A blocked queue fills up; the argument block stays for another try. */
static void full_queue_gets_EAGAIN(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk *c = calloc(512, sizeof(*c));
	union hl_cs_args args = {0};
	struct hl_info_cs_counters counters;
	struct kcb waits, nop, go;
	struct hl_cs_chunk first;
	unsigned i;
	int rc = 0;

	kcb_new(f->file, &waits, PAGE);
	kcb_new(f->file, &nop, PAGE);
	kcb_new(f->file, &go, PAGE);
	ADD(&waits, fence, .id = 0, .target_val = 1, .dec_val = 1);
	ADD(&nop, nop);
	first = chunk(&waits, DOWN);
	assert_int_equal(cs(f->file, &first, 1, 0, NULL), 0);
	for (i = 0; i < 512; i++)
		c[i] = chunk(&nop, DOWN);
	for (i = 0; i < 9 && !rc; i++) {
		memset(&args, 0, sizeof(args));
		args.in.chunks_execute = (uintptr_t)c;
		args.in.num_chunks_execute = 512;
		rc = cs_args(f->file, &args);
	}
	assert_int_equal(rc, -EAGAIN);
	assert_int_equal(args.in.num_chunks_execute, 512);
	assert_int_equal(args.in.chunks_execute, (uintptr_t)c);
	assert_int_equal(info(f->file, HL_INFO_CS_COUNTERS, &counters,
			      sizeof(counters), 0),
			 0);
	assert_int_equal(counters.ctx_queue_full_drop_cnt, 1);
	ADD(&go, msg_long, .addr = FENCE_RDATA(0, 0, 0), .value = 1);
	run(f->file, &go, UP);
	run(f->file, &nop, DOWN + 1);
	free(c);
}

/* No more than 16384 submissions of a context may be unfinished. */
static void too_many_unfinished_get_EAGAIN(void **state)
{
	struct fixture *f = *state;
	struct hl_info_cs_counters counters;
	struct kcb waits, nop;
	struct hl_cs_chunk c;
	uint64_t seq, last = 0;
	unsigned i, count = 0;
	int rc;

	kcb_new(f->file, &waits, PAGE);
	kcb_new(f->file, &nop, PAGE);
	ADD(&waits, fence, .id = 0, .target_val = 1, .dec_val = 1);
	ADD(&nop, nop);
	/* Seven of the eight streams are held up. */
	for (i = 0; i < 7; i++, count++) {
		c = chunk(&waits, i);
		assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	}
	for (i = 0, rc = 0; !rc; i++) {
		c = chunk(&nop, i % 7);
		rc = cs(f->file, &c, 1, 0, &seq);
		count += !rc;
		last = rc ? last : seq;
	}
	assert_int_equal(rc, -EAGAIN);
	assert_int_equal(count, TPC_GAUDI_MAX_PENDING_CS);
	assert_int_equal(info(f->file, HL_INFO_CS_COUNTERS, &counters,
			      sizeof(counters), 0),
			 0);
	assert_int_equal(counters.ctx_max_cs_in_flight_drop_cnt, 1);
	assert_int_equal(counters.ctx_queue_full_drop_cnt, 0);
	/* There is no room for a submission that would let them go. */
	is_busy(f, last, 0);
}

#define THREADS	   4
#define PER_THREAD 200

struct submitter {
	struct file *file;
	unsigned index;
	int failed;
};

static void *submit_thread(void *arg)
{
	struct submitter *s = arg;
	union hl_cb_args args;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	struct kcb cb = {0};
	uint64_t seq = 0;
	unsigned i;
	void *p;

	if (cb_op(s->file, HL_CB_OP_CREATE, 0, PAGE, 0, &args))
		s->failed++;
	cb.handle = args.out.cb_handle;
	if (file_mmap(s->file, PAGE, cb.handle, &p))
		s->failed++;
	cb.bytes = p;
	ADD(&cb, msg_long, .addr = E_N_SOB(64 + s->index), .value = 0x80000001);
	c = chunk(&cb, s->index);
	for (i = 0; i < PER_THREAD; i++)
		if (cs(s->file, &c, 1, 0, &seq) ||
		    wait_cs(s->file, seq, PATIENCE, &out) || out.status)
			s->failed++;
	return NULL;
}

static void threads_submit_side_by_side(void **state)
{
	struct submitter s[THREADS];
	pthread_t thread[THREADS];
	struct fixture *f = *state;
	unsigned i;

	for (i = 0; i < THREADS; i++) {
		s[i] = (struct submitter){.file = f->file, .index = i};
		assert_int_equal(
			pthread_create(&thread[i], NULL, submit_thread, &s[i]),
			0);
	}
	for (i = 0; i < THREADS; i++)
		pthread_join(thread[i], NULL);
	for (i = 0; i < THREADS; i++) {
		assert_int_equal(s[i].failed, 0);
		assert_true(sob_is(f->file, 64 + i, PER_THREAD));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(copy_to_the_device_and_back),
		TEST(sequence_numbers_count_from_one),
		TEST(every_size_of_command_buffer_completes),
		TEST(largest_command_buffer_completes),
		TEST(queues_wrap_around),
		TEST(chunks_run_side_by_side),
		TEST(blocked_streams_do_not_hold_up_others),
		TEST(internal_queues_run_buffers_in_device_memory),
		TEST(internal_queue_runs_a_buffer_in_host_memory),
		TEST(buffer_may_be_changed_once_it_is_submitted),
		TEST(restore_phase_comes_first),
		TEST(failing_restore_phase_gets_ENOEXEC),
		TEST(restore_chunks_without_the_flag_are_left_out),
		TEST(staged_parts_complete_together),
		TEST(staged_part_of_nothing_gets_EINVAL),
		TEST(number_of_chunks_is_checked),
		TEST(bad_chunk_pointer_gets_EFAULT),
		TEST(unknown_handle_gets_EINVAL),
		TEST(freed_buffer_gets_EINVAL),
		TEST(size_of_the_packets_is_checked),
		TEST(queues_not_for_users_get_EINVAL),
		TEST(kind_of_buffer_has_to_fit_the_queue),
		TEST(internal_queues_alone_get_EINVAL),
		TEST(address_of_an_internal_buffer_is_checked),
		TEST(nothing_runs_of_a_refused_submission),
		TEST(error_is_in_the_answer_too),
		TEST(two_kinds_of_submission_get_EINVAL),
		TEST(commands_without_hardware_get_EINVAL),
		TEST(commands_without_a_model_get_EOPNOTSUPP),
		TEST(full_queue_gets_EAGAIN),
		TEST(too_many_unfinished_get_EAGAIN),
		TEST(threads_submit_side_by_side),
	};

	return cmocka_run_group_tests_name("uapi_cs", tests, NULL, NULL);
}
