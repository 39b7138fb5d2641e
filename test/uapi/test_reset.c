/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Time-outs, faults and what a reset leaves behind. */
#include "requests.h"

static uint64_t stuck(struct file *file, uint32_t queue, uint32_t flags)
{
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;

	kcb_new(file, &cb, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1, .dec_val = 1);
	c = chunk(&cb, queue);
	assert_int_equal(cs(file, &c, 1, flags, &seq), 0);
	kcb_free(file, &cb);
	return seq;
}

/* A command buffer that makes its CP stop with an error. */
static uint64_t faulty(struct file *file)
{
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;

	kcb_new(file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = TPC_GAUDI_TPC_CFG_BASE(2), .value = 1);
	c = chunk(&cb, DOWN);
	assert_int_equal(cs(file, &c, 1, 0, &seq), 0);
	/* The file may be dead already: closing it frees the buffer. */
	return seq;
}

static void reopen(struct fixture *f)
{
	struct kcb cb;

	file_close(f->file);
	assert_int_equal(file_open(f->machine, false, &f->file), 0);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, nop);
	run(f->file, &cb, DOWN);
	run(f->file, &cb, UP + 2);
	kcb_free(f->file, &cb);
}

static uint64_t events(struct file *file)
{
	uint64_t bits = 0;

	assert_int_equal(info(file, HL_INFO_GET_EVENTS, &bits, 8, 0), 0);
	return bits;
}

static void time_out_gets_ETIMEDOUT_and_resets(void **state)
{
	struct fixture *f = *state;
	struct hl_info_reset_count resets;
	struct hl_info_cs_timeout_event event;
	struct hl_wait_cs_out out;
	uint64_t seq = 0;

	SIMULATED_ONLY("takes down the real device");
	seq = stuck(f->file, DOWN, 0);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), -ETIMEDOUT);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_TIMEDOUT);
	assert_int_equal(info(f->file, HL_INFO_CS_TIMEOUT_EVENT, &event,
			      sizeof(event), 0),
			 0);
	assert_int_equal(event.seq, seq);
	assert_true(events(f->file) & HL_NOTIFIER_EVENT_CS_TIMEOUT);
	assert_int_equal(
		info(f->file, HL_INFO_RESET_COUNT, &resets, sizeof(resets), 0),
		0);
	assert_int_equal(resets.hard_reset_cnt, 1);
	reopen(f);
}

static void others_are_aborted_with_EIO(void **state)
{
	struct fixture *f = *state;
	union hl_cs_args args = {0};
	struct hl_wait_cs_out out;
	union hl_wait_cs_args wait;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t first;

	SIMULATED_ONLY("takes down the real device");
	first = stuck(f->file, DOWN, 0);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1);
	c = chunk(&cb, UP);
	args.in.chunks_execute = (uintptr_t)&c;
	args.in.num_chunks_execute = 1;
	args.in.cs_flags = HL_CS_FLAGS_CUSTOM_TIMEOUT;
	args.in.timeout = 1000;
	assert_int_equal(cs_args(f->file, &args), 0);
	assert_int_equal(wait_cs(f->file, args.out.seq, PATIENCE, &out), -EIO);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_ABORTED);
	assert_int_equal(wait_cs(f->file, first, 0, &out), -ETIMEDOUT);
	/* Lists report the first failure they meet. */
	memset(&wait, 0, sizeof(wait));
	wait.in.seq = (uintptr_t)&first;
	wait.in.seq_arr_len = 1;
	wait.in.flags = HL_WAIT_CS_FLAGS_MULTI_CS;
	assert_int_equal(file_ioctl(f->file, HL_IOCTL_WAIT_CS, &wait),
			 -ETIMEDOUT);
	assert_int_equal(wait.out.status, HL_WAIT_CS_STATUS_TIMEDOUT);
}

static void dead_file_gets_ENODEV(void **state)
{
	struct fixture *f = *state;
	struct hl_info_device_status status;
	union hl_mem_args mem = {0};
	struct hl_wait_cs_out out;
	union hl_cb_args args;
	struct hl_cs_chunk c = {0};
	void *p;

	SIMULATED_ONLY("takes down the real device");
	assert_int_equal(
		wait_cs(f->file, stuck(f->file, DOWN, 0), PATIENCE, &out),
		-ETIMEDOUT);
	/* The reset follows at once; wait until it has happened. */
	do {
		assert_int_equal(info(f->file, HL_INFO_DEVICE_STATUS, &status,
				      sizeof(status), 0),
				 0);
	} while (cb_op(f->file, HL_CB_OP_CREATE, 0, 8, 0, &args) != -ENODEV);
	assert_int_equal(cs(f->file, &c, 1, 0, NULL), -ENODEV);
	mem.in.alloc.mem_size = 8;
	assert_int_equal(mem_op(f->file, HL_MEM_OP_ALLOC, &mem), -ENODEV);
	assert_int_equal(file_mmap(f->file, PAGE, PAGE, &p), -ENODEV);
	reopen(f);
}

static void reset_can_be_skipped(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	struct kcb cb;
	uint64_t seq = 0;

	SIMULATED_ONLY("leaves a queue of the real device stuck");
	seq = stuck(f->file, DOWN, HL_CS_FLAGS_SKIP_RESET_ON_TIMEOUT);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), -ETIMEDOUT);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, nop);
	run(f->file, &cb, DOWN + 1);
	/* The stuck one can even be freed; its verdict stays. */
	ADD(&cb, msg_long, .addr = FENCE_RDATA(0, 0, 0), .value = 1);
	run(f->file, &cb, DOWN + 1);
	run(f->file, &cb, DOWN);
	assert_int_equal(wait_cs(f->file, seq, 0, &out), -ETIMEDOUT);
}

static void custom_time_out_is_in_seconds(void **state)
{
	struct fixture *f = *state;
	union hl_cs_args args = {0};
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	struct kcb cb;

	SIMULATED_ONLY("takes down the real device");
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1);
	c = chunk(&cb, DOWN);
	args.in.chunks_execute = (uintptr_t)&c;
	args.in.num_chunks_execute = 1;
	args.in.cs_flags = HL_CS_FLAGS_CUSTOM_TIMEOUT;
	args.in.timeout = 3;
	assert_int_equal(cs_args(f->file, &args), 0);
	/* Not after the fixture's time. */
	assert_int_equal(wait_cs(f->file, args.out.seq, 1500 * SHORT_TDR, &out),
			 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
	assert_int_equal(wait_cs(f->file, args.out.seq, PATIENCE, &out),
			 -ETIMEDOUT);
}

static void fault_aborts_and_says_why(void **state)
{
	struct fixture *f = *state;
	struct tpc_sim_stats stats;
	struct hl_wait_cs_out out;
	uint64_t bits;

	SIMULATED_ONLY("the real driver waits for the time-out");
	assert_int_equal(wait_cs(f->file, faulty(f->file), PATIENCE, &out),
			 -EIO);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_ABORTED);
	file_stats(f->file, &stats);
	assert_int_equal(stats.faults, 1);
	assert_non_null(strstr(stats.last_fault, "DMA0_QM stream 0"));
	assert_non_null(strstr(stats.last_fault, "TPC2_CFG+0x0"));
	bits = events(f->file);
	assert_true(bits & HL_NOTIFIER_EVENT_USER_ENGINE_ERR);
	assert_true(bits & HL_NOTIFIER_EVENT_DEVICE_RESET);
	assert_int_equal(events(f->file), 0);
	reopen(f);
}

static void fault_may_be_left_to_the_time_out(void **state)
{
	struct fixture *f = *state;
	struct tpc_sim_stats stats;
	struct hl_wait_cs_out out;
	uint64_t seq = 0;

	SIMULATED_ONLY("takes down the real device");
	seq = faulty(f->file);
	assert_int_equal(wait_cs(f->file, seq, SECOND / 10, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_BUSY);
	file_stats(f->file, &stats);
	assert_int_equal(stats.faults, 1);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), -ETIMEDOUT);
}

static void undefined_opcode_is_reported(void **state)
{
	struct fixture *f = *state;
	struct hl_info_undefined_opcode_event event;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c[2];
	struct kcb cb;
	uint64_t bad = ~0ull;
	uint64_t seq = 0;

	SIMULATED_ONLY("takes down the real device");
	download(f->file, &bad, DRAM + 0x400, 8);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1);
	c[0] = user_chunk(DRAM + 0x400, 8, TPC_GAUDI_QUEUE_TPC_4 + 2);
	c[1] = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, c, 2, 0, &seq), 0);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), -EIO);
	assert_true(events(f->file) & HL_NOTIFIER_EVENT_UNDEFINED_OPCODE);
	assert_int_equal(info(f->file, HL_INFO_UNDEFINED_OPCODE_EVENT, &event,
			      sizeof(event), 0),
			 0);
	assert_int_equal(event.engine_id, GAUDI_ENGINE_ID_TPC_4);
	assert_int_equal(event.stream_id, 2);
	assert_int_equal(event.cq_addr, DRAM + 0x400);
	assert_int_equal(event.cq_size, 8);
	assert_true(event.timestamp > 0);
}

/* A reset with work in an internal queue leaves all of its ring usable. */
static void internal_queue_is_whole_after_a_reset(void **state)
{
	const unsigned bulk = 400;
	struct fixture *f = *state;
	struct hl_cs_chunk *c = calloc(bulk + 1, sizeof(*c));
	struct hl_wait_cs_out out;
	uint8_t packet[16];
	struct kcb user = {.bytes = packet};
	struct kcb cb;
	uint64_t seq;
	unsigned i;

	SIMULATED_ONLY("takes down the real device");
	ADD(&user, nop);
	download(f->file, packet, DRAM + 0x400, user.size);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1);
	for (i = 0; i < bulk; i++)
		c[i] = user_chunk(DRAM + 0x400, user.size,
				  TPC_GAUDI_QUEUE_TPC_1);
	c[bulk] = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, c, bulk + 1, 0, &seq), 0);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), -ETIMEDOUT);
	reopen(f);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, nop);
	c[bulk] = chunk(&cb, DOWN);
	for (i = 0; i < 8; i++) {
		assert_int_equal(cs(f->file, c, bulk + 1, 0, &seq), 0);
		assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), 0);
		assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
	}
	free(c);
}

/* Host memory that was never mapped: the transfer fails by name. */
static void transfer_from_an_unmapped_address_is_a_fault(void **state)
{
	struct fixture *f = *state;
	struct tpc_sim_stats stats;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;

	SIMULATED_ONLY("takes down the real device");
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, lin_dma, .src_addr = TPC_GAUDI_HOST_VA_BASE + 0x1000000,
	    .dst_addr = DRAM, .tsize = 64, .lin = 1);
	c = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), -EIO);
	file_stats(f->file, &stats);
	assert_non_null(strstr(stats.last_fault,
			       "DMA0: HBW read error at 0x1000001000000"));
}

/* Device memory keeps its contents over a reset. */
static void memory_survives_a_reset(void **state)
{
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	uint32_t word = 0xfeed;

	SIMULATED_ONLY("takes down the real device");
	download(f->file, &word, DRAM + 0x5000, 4);
	assert_int_equal(wait_cs(f->file, faulty(f->file), PATIENCE, &out),
			 -EIO);
	reopen(f);
	assert_int_equal(device_word(f->file, DRAM + 0x5000), 0xfeed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_TDR(time_out_gets_ETIMEDOUT_and_resets),
		TEST_TDR(others_are_aborted_with_EIO),
		TEST_TDR(dead_file_gets_ENODEV),
		TEST_TDR(reset_can_be_skipped),
		TEST_TDR(custom_time_out_is_in_seconds),
		TEST(fault_aborts_and_says_why),
		TEST_KEEP(fault_may_be_left_to_the_time_out),
		TEST(undefined_opcode_is_reported),
		TEST_TDR(internal_queue_is_whole_after_a_reset),
		TEST(transfer_from_an_unmapped_address_is_a_fault),
		TEST(memory_survives_a_reset),
	};

	return cmocka_run_group_tests_name("uapi_reset", tests, NULL, NULL);
}
