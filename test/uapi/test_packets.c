/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Which packets a user may put into an external queue's command buffer. */
#include "requests.h"

/* Submits what is in the buffer to the down queue; only the verdict counts. */
static int verdict(struct file *file, const struct kcb *cb)
{
	const struct hl_cs_chunk c = chunk(cb, DOWN);

	return cs(file, &c, 1, 0, NULL);
}

static void refused_packets_get_EPERM(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, msg_prot, .addr = DRAM);
	assert_int_equal(verdict(f->file, &cb), -EPERM);
	cb.size = 0;
	ADD(&cb, cp_dma, .src_addr = DRAM, .tsize = 8);
	assert_int_equal(verdict(f->file, &cb), -EPERM);
	cb.size = 0;
	ADD(&cb, stop);
	assert_int_equal(verdict(f->file, &cb), -EPERM);
	cb.size = 0;
	ADD(&cb, wreg_bulk, .size64 = 1,
	    .reg_offset = TPC_GAUDI_DMA_CORE_SRC_BASE_HI);
	cb.size += 8;
	assert_int_equal(verdict(f->file, &cb), -EPERM);
}

static void refused_packet_behind_allowed_ones_is_found(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;
	unsigned i;

	kcb_new(f->file, &cb, PAGE);
	for (i = 0; i < 50; i++)
		ADD(&cb, msg_long, .addr = DRAM, .value = 1);
	assert_int_equal(verdict(f->file, &cb), 0);
	ADD(&cb, stop);
	assert_int_equal(verdict(f->file, &cb), -EPERM);
}

static void wait_packet_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, wait, .num_cycles = 1);
	assert_int_equal(verdict(f->file, &cb), -EINVAL);
}

static void unknown_opcode_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	/* An empty command buffer: opcode 0 */
	cb.size = 8;
	assert_int_equal(verdict(f->file, &cb), -EINVAL);
	memset(cb.bytes, 0xff, 8);
	assert_int_equal(verdict(f->file, &cb), -EINVAL);
}

static void packet_over_the_end_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, lin_dma, .src_addr = DRAM, .dst_addr = DRAM, .lin = 1);
	cb.size -= 8;
	assert_int_equal(verdict(f->file, &cb), -EINVAL);
}

static void load_and_exe_may_load_predicates_only(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, load_and_exe, .load = 1, .dst = 1, .src_addr = DRAM);
	assert_int_equal(verdict(f->file, &cb), -EPERM);
	cb.size = 0;
	ADD(&cb, load_and_exe, .load = 1, .src_addr = DRAM);
	run(f->file, &cb, DOWN);
}

static void allowed_packets_run(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, wreg_32, .reg_offset = TPC_GAUDI_DMA_CORE_WR_COMP_WDATA,
	    .value = 0x80000003);
	ADD(&cb, wreg_32, .reg_offset = TPC_GAUDI_DMA_CORE_WR_COMP_ADDR_LO,
	    .value = (uint32_t)E_N_SOB(11));
	ADD(&cb, wreg_32, .reg_offset = TPC_GAUDI_DMA_CORE_WR_COMP_ADDR_HI,
	    .value = (uint32_t)(E_N_SOB(11) >> 32));
	ADD(&cb, msg_long, .addr = DRAM, .value = 0x1234);
	ADD(&cb, lin_dma, .src_addr = DRAM, .dst_addr = DRAM + 64, .tsize = 4,
	    .lin = 1, .wr_comp_en = 1);
	ADD(&cb, repeat, .jmp_ptr = 2);
	ADD(&cb, msg_short, .base = 1, .msg_addr_offset = 48,
	    .value = 0x80000001, .eng_barrier = 1);
	ADD(&cb, repeat, .sore = 1);
	ADD(&cb, arb_point, .priority = 1);
	ADD(&cb, arb_point, .rls = 1);
	ADD(&cb, fence, .id = 0, .target_val = 0);
	ADD(&cb, nop);
	run(f->file, &cb, DOWN);
	assert_int_equal(device_word(f->file, DRAM + 64), 0x1234);
	assert_true(sob_is(f->file, 11, 3));
	assert_true(sob_is(f->file, 12, 2));
}

/* Each DMA engine's completion message is set up at open. */
static void completion_message_counts_by_default(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, lin_dma, .src_addr = DRAM, .dst_addr = DRAM + 64, .tsize = 4,
	    .lin = 1, .wr_comp_en = 1);
	run(f->file, &cb, DOWN);
	run(f->file, &cb, UP);
	run(f->file, &cb, UP);
	assert_true(sob_is(f->file, 0, 1));
	assert_true(sob_is(f->file, 1, 2));
}

/* The driver's sync manager by the bases that only some queues have. */
static void all_four_message_bases_of_dma0(void **state)
{
	struct fixture *f = *state;
	const uint64_t w_s = TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_W_S);
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	/* Monitor 100 of W_S watches SOB 200 of W_S, both by short messages. */
	ADD(&cb, msg_short, .base = 2, .msg_addr_offset = 4 * 100,
	    .value = (uint32_t)E_N_SOB(30));
	ADD(&cb, msg_short, .base = 2, .msg_addr_offset = 0x800 + 4 * 100,
	    .value = (uint32_t)(w_s >> 32));
	ADD(&cb, msg_short, .base = 2, .msg_addr_offset = 0x1000 + 4 * 100,
	    .value = 21);
	ADD(&cb, msg_short, .base = 2, .msg_addr_offset = 0x1800 + 4 * 100,
	    .value = TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SID, 25) |
		     TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, 0xfe) |
		     TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOD, 2));
	ADD(&cb, msg_short, .base = 3, .msg_addr_offset = 4 * 200,
	    .value = 0x80000002);
	run(f->file, &cb, DOWN);
	assert_true(sob_is(f->file, 30, 21));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(refused_packets_get_EPERM),
		TEST(refused_packet_behind_allowed_ones_is_found),
		TEST(wait_packet_gets_EINVAL),
		TEST(unknown_opcode_gets_EINVAL),
		TEST(packet_over_the_end_gets_EINVAL),
		TEST(load_and_exe_may_load_predicates_only),
		TEST(allowed_packets_run),
		TEST(completion_message_counts_by_default),
		TEST(all_four_message_bases_of_dma0),
	};

	return cmocka_run_group_tests_name("uapi_packets", tests, NULL, NULL);
}
