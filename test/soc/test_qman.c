/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Queue managers: streams, packets, fences, predicates, arbitration, errors. */
#include "harness.h"

#define DMA0_QM	      TPC_GAUDI_DMA_QM_BASE(0)
#define TPC2_QM	      TPC_GAUDI_TPC_QM_BASE(2)
#define OUT	      MEM /* where packets write */
#define MSG(cb, n, v) ADD(cb, msg_long, .addr = OUT + 4 * (n), .value = v)

static void messages_reach_memory_and_registers(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	MSG(&cb, 0, 0x11223344);
	ADD(&cb, msg_long, .addr = SOB(3), .value = 5);
	ADD(&cb, msg_short, .base = 1, .msg_addr_offset = 4 * 3,
	    .value = 0x80000002);
	ADD(&cb, msg_prot, .addr = OUT + 4, .value = 6);
	ADD(&cb, nop);
	run(h, &cb);
	assert_int_equal(peek(h, OUT), 0x11223344);
	assert_int_equal(peek(h, OUT + 4), 6);
	assert_int_equal(rd(h, SOB(3)), 7);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, DMA0_QM + QM(PQ_CI(0))), 1);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS0)) & 0x3fff, 0x3fff);
}

static void timestamps_grow(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, msg_long, .addr = OUT, .op = 1);
	run(h, &cb);
	run(h, &cb);
	assert_int_not_equal(peek(h, OUT), 0);
}

/* Stream 1 waits; stream 0 and another queue manager are not held up. */
static void fence_blocks_its_stream_only(void **state)
{
	struct harness *h = *state;
	struct cb waits = {0}, gives = {0};

	ADD(&waits, fence, .id = 2, .target_val = 3, .dec_val = 2);
	MSG(&waits, 0, 1);
	submit(h, DMA0_QM, 1, &waits);
	settle(h);
	assert_int_equal(peek(h, OUT), 0);
	assert_int_equal(rd(h, DMA0_QM + QM(CP_STS(1))) &
				 QM(CP_STS_FENCE_IN_PROGRESS_MASK),
			 QM(CP_STS_FENCE_IN_PROGRESS_MASK));
	MSG(&gives, 1, 7);
	ADD(&gives, msg_long, .addr = DMA0_QM + QM(CP_FENCE_RDATA(2, 1)),
	    .value = 1);
	ADD(&gives, msg_long, .addr = DMA0_QM + QM(CP_FENCE_RDATA(2, 1)),
	    .value = 1);
	run(h, &gives);
	assert_int_equal(peek(h, OUT + 4), 7);
	assert_int_equal(peek(h, OUT), 0);
	gives.size = 0;
	ADD(&gives, msg_long, .addr = DMA0_QM + QM(CP_FENCE_RDATA(2, 1)),
	    .value = 1);
	run(h, &gives);
	assert_int_equal(peek(h, OUT), 1);
	assert_int_equal(rd(h, DMA0_QM + QM(CP_FENCE_CNT(2, 1))), 1);
}

static void fence_underflow_stops_the_stream(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, fence, .id = 1, .target_val = 0, .dec_val = 4);
	run(h, &cb);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(0))), 1u << 13);
	assert_non_null(strstr(h->text, "underflow of fence counter 1"));
}

static void fence_overflow_is_noted_in_its_bit(void **state)
{
	struct harness *h = *state;

	wr(h, DMA0_QM + QM(CP_FENCE_CNT(3, 2)), TPC_GAUDI_FENCE_MAX);
	wr(h, DMA0_QM + QM(CP_FENCE_RDATA(3, 2)), 1);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(2))), 1u << 11);
	/* Writing ones clears. */
	wr(h, DMA0_QM + QM(GLBL_STS1(2)), 1u << 11);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(2))), 0);
}

static void monitor_opens_a_fence(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	arm(h, 6, 3, 0x01, false, 2, DMA0_QM + QM(CP_FENCE_RDATA(0, 0)), 1);
	ADD(&cb, fence, .id = 0, .target_val = 1, .dec_val = 1);
	MSG(&cb, 0, 1);
	run(h, &cb);
	assert_int_equal(peek(h, OUT), 0);
	wr(h, SOB(24), 2);
	settle(h);
	assert_int_equal(peek(h, OUT), 1);
}

static void wait_counts_up_a_fence_later(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, wait, .num_cycles = 0xffffff, .inc_val = 2, .id = 3);
	ADD(&cb, fence, .id = 3, .target_val = 2, .dec_val = 2);
	MSG(&cb, 0, 1);
	run(h, &cb);
	assert_int_equal(peek(h, OUT), 1);
	assert_int_equal(rd(h, DMA0_QM + QM(CP_FENCE_CNT(3, 0))), 0);
}

static void many_waits_at_once(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned i;

	for (i = 0; i < 40; i++)
		ADD(&cb, wait, .num_cycles = 1000000 - i, .inc_val = 3,
		    .id = 1);
	ADD(&cb, fence, .id = 1, .target_val = 120, .dec_val = 15);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, DMA0_QM + QM(CP_FENCE_CNT(1, 0))), 105);
}

/* What a debugger reads from a queue manager that waits. */
static void status_of_a_blocked_stream(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	uint32_t sts;
	uint64_t at;

	ADD(&cb, nop);
	ADD(&cb, fence, .id = 2, .target_val = 1);
	at = h->next;
	submit(h, DMA0_QM, 1, &cb);
	settle(h);
	assert_int_equal(rd(h, DMA0_QM + QM(CQ_PTR_LO_STS(1))),
			 (uint32_t)(at + 8));
	assert_int_equal(rd(h, DMA0_QM + QM(CQ_PTR_HI_STS(1))), at >> 32);
	assert_int_equal(rd(h, DMA0_QM + QM(CQ_TSIZE_STS(1))), 16);
	assert_int_equal(rd(h, DMA0_QM + QM(CQ_IFIFO_CNT(1))), 1);
	assert_int_equal(rd(h, DMA0_QM + QM(CQ_IFIFO_CNT(2))), 0);
	assert_int_equal(rd(h, DMA0_QM + QM(CP_CURRENT_INST_LO(1))),
			 0x80010000);
	assert_int_equal(rd(h, DMA0_QM + QM(CP_CURRENT_INST_HI(1))),
			 0x08000000);
	assert_int_equal(rd(h, DMA0_QM + QM(CGM_STS)), 0);
	assert_int_equal(rd(h, DMA0_QM + QM(CQ_STS1(1))),
			 QM(CQ_STS1_BUSY_MASK));
	sts = rd(h, DMA0_QM + QM(CP_STS(1)));
	assert_int_equal(TPC_FIELD_GET(TPC_GAUDI_QM_CP_STS_FENCE_ID, sts), 2);
	assert_true(sts & QM(CP_STS_ERDY_MASK));
	wr(h, DMA0_QM + QM(GLBL_CFG1), 0x3fff);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS0)) >> 16, 0x3fff);
}

static void ring_in_no_memory_is_an_error(void **state)
{
	struct harness *h = *state;

	wr(h, DMA0_QM + QM(PQ_BASE_HI(2)), 0x100000);
	wr(h, DMA0_QM + QM(PQ_PI(2)), 1);
	settle(h);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(2))),
			 QM(GLBL_STS1_PQF_RD_ERR_MASK));
	assert_non_null(strstr(h->text, "DMA0_QM stream 2: PQ read error"));
}

/* One after the other, each in a stream of its own: all stop by name. */
static void what_a_cp_cannot_do_is_described(void **state)
{
	struct harness *h = *state;
	struct cb reaches_nothing = {0}, operation = {0}, payload = {0};
	struct cb lower = {0}, upper = {0}, slave = {0};

	ADD(&reaches_nothing, wreg_32, .reg_offset = 0xb000);
	submit(h, DMA0_QM, 0, &reaches_nothing);
	settle(h);
	assert_non_null(strstr(h->text, "offset 0xb000 reaches nothing"));
	ADD(&operation, msg_long, .addr = OUT, .op = 3);
	submit(h, DMA0_QM, 1, &operation);
	settle(h);
	assert_non_null(strstr(h->text, "message operation 3"));
	wr(h, DMA0_QM + QM(ARB_CFG_0),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_ARB_CFG_0_EN, 1) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_ARB_CFG_0_MASK, 0xf));
	wr(h, DMA0_QM + QM(ARB_BASE_LO), 0x1000);
	ADD(&slave, arb_point, .priority = 1);
	submit(h, DMA0_QM, 2, &slave);
	settle(h);
	assert_non_null(strstr(h->text, "another queue manager"));
	enable(h, TPC2_QM, true);
	ADD(&lower, cp_dma, .src_addr = MEM, .tsize = 8);
	ADD(&upper, cp_dma, .src_addr = store(h, &lower), .tsize = 16);
	submit(h, TPC2_QM, 0, &upper);
	settle(h);
	assert_non_null(strstr(h->text, "stream 4: CP_DMA in the lower CP"));
	ADD(&payload, wreg_bulk, .size64 = 200, .reg_offset = CFG(QM_DESC));
	submit(h, TPC2_QM, 1, &payload);
	settle(h);
	assert_non_null(strstr(h->text, "WREG_BULK goes beyond the end"));
	assert_int_equal(h->faults, 5);
}

static void repeat_runs_nested_loops(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, repeat, .o = 1, .jmp_ptr = 3);
	ADD(&cb, msg_long, .addr = SOB(1), .value = 0x80000001);
	ADD(&cb, repeat, .jmp_ptr = 4);
	ADD(&cb, msg_long, .addr = SOB(0), .value = 0x80000001);
	ADD(&cb, repeat, .sore = 1);
	ADD(&cb, repeat, .sore = 1, .o = 1);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, SOB(1)), 3);
	assert_int_equal(rd(h, SOB(0)), 12);
}

static void long_buffers_do_not_keep_who_waits(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	uint64_t until;

	/* hours */
	ADD(&cb, repeat, .o = 1, .jmp_ptr = 0xffff);
	ADD(&cb, repeat, .jmp_ptr = 0xffff);
	ADD(&cb, msg_long, .addr = SOB(0), .value = 0x80000001);
	ADD(&cb, repeat, .sore = 1);
	ADD(&cb, repeat, .sore = 1, .o = 1);
	submit(h, DMA0_QM, 0, &cb);
	soc_lock(h->soc);
	until = soc_now_ns() + 1000000;
	while (soc_now_ns() < until)
		soc_wait(h->soc, until);
	assert_true(soc_now_ns() < until + 5000000000u);
	assert_false(soc_idle(h->soc));
	soc_reset(h->soc);
	soc_unlock(h->soc);
	settle(h);
}

static void repeat_without_partner_is_an_error(void **state)
{
	struct harness *h = *state;
	struct cb end = {0}, start = {0};

	ADD(&end, repeat, .sore = 1);
	run(h, &end);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "REPEAT ends the inner loop"));
	ADD(&start, repeat, .jmp_ptr = 2);
	submit(h, DMA0_QM, 1, &start);
	settle(h);
	assert_int_equal(h->faults, 2);
	assert_non_null(strstr(h->text, "ends inside of a REPEAT"));
}

static void predicates_guard_packets(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned i;

	for (i = 0; i < 32; i++)
		poke(h, OUT + 0x1000 + 4 * i, i == 5 || i == 31);
	ADD(&cb, load_and_exe, .load = 1, .src_addr = OUT + 0x1000);
	for (i = 0; i < 32; i++)
		ADD(&cb, msg_long, .addr = OUT + 4 * i, .value = 1, .pred = i);
	ADD(&cb, fence, .id = 0, .target_val = 1, .pred = 6);
	run(h, &cb);
	for (i = 0; i < 32; i++)
		assert_int_equal(peek(h, OUT + 4 * i),
				 i == 0 || i == 5 || i == 31);
	assert_int_equal(rd(h, DMA0_QM + QM(PQ_CI(0))), 1);
}

static void predicate_table_has_to_be_aligned(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, load_and_exe, .load = 1, .src_addr = OUT + 64);
	run(h, &cb);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(0))),
			 QM(GLBL_STS1_CP_RD_ERR_MASK));
}

static void load_and_exe_runs_scalars(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0}, held = {0};
	uint64_t at;

	ADD(&held, msg_long, .addr = OUT, .value = 21);
	ADD(&held, msg_short, .base = 1, .msg_addr_offset = 0, .value = 4);
	ADD(&held, msg_short, .base = 1, .msg_addr_offset = 4, .value = 5);
	at = store(h, &held);
	ADD(&cb, load_and_exe, .load = 1, .exe = 1, .dst = 1, .src_addr = at);
	ADD(&cb, load_and_exe, .load = 1, .dst = 1, .src_addr = at + 16);
	ADD(&cb, load_and_exe, .exe = 1, .dst = 1, .etype = 1);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	assert_int_equal(peek(h, OUT), 21);
	assert_int_equal(rd(h, SOB(0)), 0);
	assert_int_equal(rd(h, SOB(1)), 5);
}

static void nested_load_and_exe_is_refused(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0}, held = {0};

	ADD(&held, load_and_exe, .exe = 1, .dst = 1);
	ADD(&cb, load_and_exe, .load = 1, .exe = 1, .dst = 1,
	    .src_addr = store(h, &held));
	run(h, &cb);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "scalars hold no packet"));
}

static void wreg_reaches_engine_and_own_registers(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, wreg_32, .reg_offset = DMA(WR_COMP_WDATA), .value = 9);
	ADD(&cb, wreg_32, .reg_offset = 0x8000 + QM(ARB_WRR_WEIGHT(2)),
	    .value = 3);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, TPC_GAUDI_DMA_CORE_BASE(0) + DMA(WR_COMP_WDATA)),
			 9);
	assert_int_equal(rd(h, DMA0_QM + QM(ARB_WRR_WEIGHT(2))), 3);
}

static void wreg_bulk_fills_consecutive_registers(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	uint64_t cfg = TPC_GAUDI_TPC_CFG_BASE(2);
	uint32_t words = TPC_GAUDI_TPC_DESC_SIZE / 4;
	uint32_t i;

	enable(h, TPC2_QM, true);
	ADD(&cb, wreg_bulk, .size64 = words / 2, .reg_offset = CFG(QM_DESC));
	for (i = 0; i < words; i++, cb.size += 4)
		memcpy(cb.bytes + cb.size, &(uint32_t){i + 100}, 4);
	MSG(&cb, 0, 1);
	submit(h, TPC2_QM, 0, &cb);
	settle(h);
	assert_int_equal(h->faults, 0);
	assert_int_equal(peek(h, OUT), 1);
	for (i = 0; i < words; i++)
		assert_int_equal(rd(h, cfg + CFG(QM_DESC) + 4 * i), i + 100);
}

static void wreg_bulk_start_has_to_be_aligned(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, wreg_bulk, .size64 = 1, .reg_offset = DMA(SRC_BASE_LO));
	cb.size += 8;
	run(h, &cb);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(0))),
			 QM(GLBL_STS1_CP_WREG_ERR_MASK));
}

static void secured_registers_keep_their_value(void **state)
{
	struct harness *h = *state;
	struct tpc_sim_stats stats;
	struct soc_razwi razwi;
	struct cb cb = {0};

	ADD(&cb, wreg_32, .reg_offset = DMA(CFG_0), .value = 0x55);
	ADD(&cb, msg_long, .addr = DMA0_QM + QM(GLBL_PROT), .value = ~0u);
	MSG(&cb, 0, 1);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	assert_int_equal(peek(h, OUT), 1);
	assert_int_equal(rd(h, TPC_GAUDI_DMA_CORE_BASE(0) + DMA(CFG_0)), 0);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_PROT)), 0);
	soc_lock(h->soc);
	soc_stats(h->soc, &stats);
	assert_true(soc_razwi(h->soc, &razwi));
	soc_unlock(h->soc);
	assert_int_equal(stats.dropped_writes, 2);
	assert_int_equal(razwi.addr, DMA0_QM + QM(GLBL_PROT));
}

static void secured_cp_may_write_them(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	wr(h, DMA0_QM + QM(GLBL_PROT),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_PROT_CP, 0xf));
	ADD(&cb, wreg_32, .reg_offset = DMA(CFG_0), .value = 1);
	ADD(&cb, msg_prot, .addr = DMA0_QM + QM(CGM_CFG), .value = 3);
	ADD(&cb, msg_long, .addr = DMA0_QM + QM(CGM_CFG1), .value = 3);
	run(h, &cb);
	assert_int_equal(rd(h, TPC_GAUDI_DMA_CORE_BASE(0) + DMA(CFG_0)), 1);
	assert_int_equal(rd(h, DMA0_QM + QM(CGM_CFG)), 3);
	assert_int_equal(rd(h, DMA0_QM + QM(CGM_CFG1)), 0);
}

static void cp_dma_feeds_the_lower_cp(void **state)
{
	struct harness *h = *state;
	struct cb lower = {0}, upper = {0};
	uint64_t at;

	enable(h, TPC2_QM, true);
	ADD(&lower, wreg_32, .reg_offset = CFG(SEMAPHORE), .value = 42);
	MSG(&lower, 0, 1);
	at = store(h, &lower);
	ADD(&upper, cp_dma, .src_addr = at, .tsize = (uint32_t)lower.size);
	/* The barrier of the upper CP waits for the lower one. */
	ADD(&upper, msg_long, .addr = OUT + 4, .value = 2, .eng_barrier = 1);
	submit(h, TPC2_QM, 3, &upper);
	settle(h);
	assert_int_equal(h->faults, 0);
	assert_int_equal(peek(h, OUT), 1);
	assert_int_equal(peek(h, OUT + 4), 2);
	assert_int_equal(rd(h, TPC_GAUDI_TPC_CFG_BASE(2) + CFG(SEMAPHORE)), 42);
}

static void many_cp_dma_wait_for_room(void **state)
{
	struct harness *h = *state;
	struct cb lower = {0}, upper = {0};
	uint64_t at;
	unsigned i;

	enable(h, TPC2_QM, true);
	ADD(&lower, msg_long, .addr = SOB(0), .value = 0x80000001);
	at = store(h, &lower);
	for (i = 0; i < 100; i++)
		ADD(&upper, cp_dma, .src_addr = at,
		    .tsize = (uint32_t)lower.size);
	submit(h, TPC2_QM, 0, &upper);
	submit(h, TPC2_QM, 1, &upper);
	settle(h);
	assert_int_equal(rd(h, SOB(0)), 200);
}

static void ring_wraps_around(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned i;

	ADD(&cb, msg_long, .addr = SOB(0), .value = 0x80000001);
	for (i = 0; i < 150; i++)
		run(h, &cb);
	assert_int_equal(rd(h, SOB(0)), 150);
	assert_int_equal(rd(h, DMA0_QM + QM(PQ_CI(0))), 150 % 64);
}

static void undefined_opcode_stops_and_is_described(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0}, other = {0};

	MSG(&cb, 0, 1);
	memset(cb.bytes + cb.size, 0xee, 8);
	cb.size += 8;
	MSG(&cb, 1, 1);
	run(h, &cb);
	assert_int_equal(peek(h, OUT), 1);
	assert_int_equal(peek(h, OUT + 4), 0);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(0))),
			 QM(GLBL_STS1_CP_UNDEF_CMD_ERR_MASK));
	assert_non_null(strstr(h->text, "DMA0_QM stream 0: undefined opcode"));
	assert_non_null(strstr(h->text, "offset 0x10 of the command buffer"));
	assert_int_equal(h->last.kind, SOC_FAULT_QMAN);
	/* The other streams go on. */
	MSG(&other, 2, 1);
	submit(h, DMA0_QM, 1, &other);
	settle(h);
	assert_int_equal(peek(h, OUT + 8), 1);
}

static void stop_packet_stops(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, stop);
	MSG(&cb, 0, 1);
	run(h, &cb);
	assert_int_equal(peek(h, OUT), 0);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(0))),
			 QM(GLBL_STS1_CP_STOP_OP_MASK));
}

static void packet_over_the_end_is_an_error(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	MSG(&cb, 0, 1);
	cb.size -= 4;
	run(h, &cb);
	assert_non_null(strstr(h->text, "MSG_LONG goes beyond the end"));
	assert_int_equal(peek(h, OUT), 0);
}

static void message_to_nowhere_is_described(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, msg_long, .addr = TPC_GAUDI_TPC_CFG_BASE(3) + 0x7f8 + 0x100,
	    .value = 1);
	run(h, &cb);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS1(0))),
			 QM(GLBL_STS1_CP_MSG_WR_ERR_MASK));
	assert_non_null(strstr(h->text, "TPC3_CFG+0x8f8"));
}

static void unprogrammed_message_base_is_an_error(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, msg_short, .base = 2, .value = 1);
	run(h, &cb);
	assert_non_null(strstr(h->text, "base 2"));
}

static void mme_has_queues_but_no_engine(void **state)
{
	struct harness *h = *state;
	uint64_t qman = TPC_GAUDI_MME_QM_BASE(TPC_GAUDI_MME_QM_2);
	struct cb good = {0}, bad = {0};

	enable(h, qman, true);
	MSG(&good, 0, 1);
	submit(h, qman, 0, &good);
	settle(h);
	assert_int_equal(peek(h, OUT), 1);
	ADD(&bad, wreg_32, .reg_offset = TPC_GAUDI_MME_CTRL_CMD, .value = 1);
	submit(h, qman, 0, &bad);
	settle(h);
	assert_non_null(strstr(h->text, "MME2_CTRL.CMD"));
	assert_non_null(strstr(h->text, "not modelled"));
}

static void command_buffer_in_no_memory_is_an_error(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	enable(h, TPC2_QM, true);
	ADD(&cb, cp_dma, .src_addr = 0x1000000400000, .tsize = 8);
	submit(h, TPC2_QM, 0, &cb);
	settle(h);
	assert_int_equal(rd(h, TPC2_QM + QM(GLBL_STS1(4))),
			 QM(GLBL_STS1_CQF_RD_ERR_MASK));
	assert_non_null(strstr(h->text, "HOST_VA"));
}

static void set_arbiter(struct harness *h, unsigned type)
{
	wr(h, DMA0_QM + QM(ARB_CFG_0),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_ARB_CFG_0_TYPE, type) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_ARB_CFG_0_IS_MASTER, 1) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_ARB_CFG_0_EN, 1) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_ARB_CFG_0_MASK, 0xf));
}

/* The stream that gets the arbiter puts its number into SOB 1 and waits. */
static void contend(struct harness *h, unsigned stream, unsigned priority)
{
	struct cb cb = {0};

	ADD(&cb, arb_point, .priority = (uint8_t)priority);
	ADD(&cb, msg_long, .addr = SOB(1), .value = stream);
	ADD(&cb, fence, .id = 1, .target_val = 1, .dec_val = 1);
	ADD(&cb, arb_point, .rls = 1);
	submit(h, DMA0_QM, stream, &cb);
}

/* Lets the owner of the arbiter go on; who was it? */
static unsigned next_owner(struct harness *h)
{
	unsigned owner = rd(h, SOB(1));

	wr(h, SOB(1), 99);
	wr(h, DMA0_QM + QM(CP_FENCE_RDATA(1, owner)), 1);
	settle(h);
	return owner;
}

static void arbiter_lets_one_stream_in(void **state)
{
	struct harness *h = *state;

	set_arbiter(h, 0);
	contend(h, 2, 1);
	settle(h);
	contend(h, 0, 1);
	contend(h, 1, 7);
	contend(h, 3, 7);
	settle(h);
	/* The first keeps it; then by priority, then by number. */
	assert_int_equal(next_owner(h), 2);
	assert_int_equal(next_owner(h), 1);
	assert_int_equal(next_owner(h), 3);
	assert_int_equal(next_owner(h), 0);
	assert_int_equal(rd(h, SOB(1)), 99);
}

static void weighted_round_robin(void **state)
{
	struct harness *h = *state;
	const unsigned order[] = {0, 0, 1, 0, 1};
	unsigned i;

	set_arbiter(h, 1);
	wr(h, DMA0_QM + QM(ARB_WRR_WEIGHT(0)), 2);
	wr(h, DMA0_QM + QM(ARB_WRR_WEIGHT(1)), 1);
	/* Both ask in turn while stream 0 owns it. */
	contend(h, 0, 0);
	settle(h);
	contend(h, 0, 0);
	contend(h, 0, 0);
	contend(h, 1, 0);
	contend(h, 1, 0);
	settle(h);
	for (i = 0; i < 5; i++)
		assert_int_equal(next_owner(h), order[i]);
}

static void arb_point_without_arbiter_passes(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, arb_point, .priority = 1);
	MSG(&cb, 0, 1);
	run(h, &cb);
	submit(h, DMA0_QM, 1, &cb);
	settle(h);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, DMA0_QM + QM(PQ_CI(1))), 1);
}

static void disabled_cp_waits_for_its_enable(void **state)
{
	struct harness *h = *state;
	uint32_t cfg0 = rd(h, DMA0_QM + QM(GLBL_CFG0));
	struct cb cb = {0};

	wr(h, DMA0_QM + QM(GLBL_CFG0), 0);
	MSG(&cb, 0, 1);
	run(h, &cb);
	assert_int_equal(peek(h, OUT), 0);
	wr(h, DMA0_QM + QM(GLBL_CFG0), cfg0);
	settle(h);
	assert_int_equal(peek(h, OUT), 1);
}

static void stopped_and_flushed_stream_is_idle(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, fence, .id = 0, .target_val = 1);
	run(h, &cb);
	assert_int_not_equal(rd(h, DMA0_QM + QM(GLBL_STS0)) & 0x3fff, 0x3fff);
	wr(h, DMA0_QM + QM(GLBL_CFG1),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG1_CP_STOP, 1) |
		   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_CFG1_CQF_FLUSH, 1));
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS0)) & 0x3fff, 0x3fff);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_STS0)) &
				 QM(GLBL_STS0_CP_IS_STOP_MASK),
			 1u << QM(GLBL_STS0_CP_IS_STOP_SHIFT));
}

static void reset_brings_everything_to_rest(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, fence, .id = 0, .target_val = 1);
	run(h, &cb);
	soc_lock(h->soc);
	assert_int_not_equal(soc_busy_mask(h->soc), 0);
	soc_reset(h->soc);
	assert_int_equal(soc_busy_mask(h->soc), 0);
	soc_unlock(h->soc);
	assert_int_equal(rd(h, DMA0_QM + QM(GLBL_CFG0)), 0);
	enable(h, DMA0_QM, false);
	memset(&cb, 0, sizeof(cb));
	MSG(&cb, 0, 1);
	run(h, &cb);
	assert_int_equal(peek(h, OUT), 1);
}

static void msi_register_interrupts_the_host(void **state)
{
	struct harness *h = *state;
	uint64_t msi =
		TPC_GAUDI_PCIE_CORE_BASE(0) + TPC_GAUDI_PCIE_CORE_MSI_REQ;
	struct cb cb = {0};

	/* A user's message is dropped, a secured one rings. */
	ADD(&cb, msg_long, .addr = msi, .value = 1);
	run(h, &cb);
	assert_int_equal(h->interrupts, 0);
	wr(h, DMA0_QM + QM(GLBL_PROT),
	   TPC_FIELD_PREP(TPC_GAUDI_QM_GLBL_PROT_CP, 0xf));
	ADD(&cb, msg_prot, .addr = msi, .value = 1);
	run(h, &cb);
	assert_int_equal(h->interrupts, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(messages_reach_memory_and_registers),
		TEST(timestamps_grow),
		TEST(fence_blocks_its_stream_only),
		TEST(fence_underflow_stops_the_stream),
		TEST(fence_overflow_is_noted_in_its_bit),
		TEST(monitor_opens_a_fence),
		TEST(wait_counts_up_a_fence_later),
		TEST(many_waits_at_once),
		TEST(status_of_a_blocked_stream),
		TEST(ring_in_no_memory_is_an_error),
		TEST(what_a_cp_cannot_do_is_described),
		TEST(repeat_runs_nested_loops),
		TEST(long_buffers_do_not_keep_who_waits),
		TEST(repeat_without_partner_is_an_error),
		TEST(predicates_guard_packets),
		TEST(predicate_table_has_to_be_aligned),
		TEST(load_and_exe_runs_scalars),
		TEST(nested_load_and_exe_is_refused),
		TEST(wreg_reaches_engine_and_own_registers),
		TEST(wreg_bulk_fills_consecutive_registers),
		TEST(wreg_bulk_start_has_to_be_aligned),
		TEST(secured_registers_keep_their_value),
		TEST(secured_cp_may_write_them),
		TEST(cp_dma_feeds_the_lower_cp),
		TEST(many_cp_dma_wait_for_room),
		TEST(ring_wraps_around),
		TEST(undefined_opcode_stops_and_is_described),
		TEST(stop_packet_stops),
		TEST(packet_over_the_end_is_an_error),
		TEST(message_to_nowhere_is_described),
		TEST(unprogrammed_message_base_is_an_error),
		TEST(mme_has_queues_but_no_engine),
		TEST(command_buffer_in_no_memory_is_an_error),
		TEST(arbiter_lets_one_stream_in),
		TEST(weighted_round_robin),
		TEST(arb_point_without_arbiter_passes),
		TEST(disabled_cp_waits_for_its_enable),
		TEST(stopped_and_flushed_stream_is_idle),
		TEST(reset_brings_everything_to_rest),
		TEST(msi_register_interrupts_the_host),
	};

	return cmocka_run_group_tests_name("soc_qman", tests, NULL, NULL);
}
