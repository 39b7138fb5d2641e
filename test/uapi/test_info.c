/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The INFO request. */
#include "requests.h"

static void hardware_facts(void **state)
{
	struct fixture *f = *state;
	struct hl_info_hw_ip_info ip;

	memset(&ip, 0xff, sizeof(ip));
	assert_int_equal(sizeof(ip), 256);
	assert_int_equal(info(f->file, HL_INFO_HW_IP_INFO, &ip, sizeof(ip), 0),
			 0);
	assert_int_equal(ip.device_id, 0x1000);
	assert_int_equal(ip.sram_base_address, 0x7FF0000080);
	assert_int_equal(ip.sram_size, 20 * 1024 * 1024 - 128);
	assert_int_equal(ip.dram_base_address, 0x20000000);
	assert_int_equal(ip.dram_size, 0x7E0000000);
	assert_int_equal(ip.tpc_enabled_mask, 0xff);
	assert_int_equal(ip.tpc_enabled_mask_ext, 0xff);
	assert_int_equal(ip.dram_page_size, 2 * 1024 * 1024);
	assert_int_equal(ip.first_available_interrupt_id, 0xffff);
	assert_int_equal(ip.number_of_user_interrupts, 0);
	assert_int_equal(ip.dram_enabled, 1);
}

static void short_answer_is_cut(void **state)
{
	struct fixture *f = *state;
	uint8_t bytes[24];

	memset(bytes, 0xee, sizeof(bytes));
	assert_int_equal(info(f->file, HL_INFO_HW_IP_INFO, bytes, 10, 0), 0);
	assert_int_equal(bytes[0], 0x80);
	assert_int_equal(bytes[9], 0);
	assert_int_equal(bytes[10], 0xee);
}

static void long_answer_is_not_overrun(void **state)
{
	struct fixture *f = *state;
	uint32_t words[4] = {7, 7, 7, 7};

	assert_int_equal(
		info(f->file, HL_INFO_DEVICE_STATUS, words, sizeof(words), 0),
		0);
	assert_int_equal(words[0], 0);
	assert_int_equal(words[2], 7);
}

static void missing_pointer_or_size_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	uint64_t answer;

	assert_int_equal(info(f->file, HL_INFO_DEVICE_STATUS, NULL, 8, 0),
			 -EINVAL);
	assert_int_equal(info(f->file, HL_INFO_DEVICE_STATUS, &answer, 0, 0),
			 -EINVAL);
}

static void bad_pointer_gets_EFAULT(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(
		info(f->file, HL_INFO_DEVICE_STATUS, (void *)0x1000, 8, 0),
		-EFAULT);
}

static void unknown_operation_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	uint64_t answer[4];

	assert_int_equal(info(f->file, 5, answer, sizeof(answer), 0), -EINVAL);
	assert_int_equal(info(f->file, 999, answer, sizeof(answer), 0),
			 -EINVAL);
}

static void what_only_firmware_knows_gets_EOPNOTSUPP(void **state)
{
	struct fixture *f = *state;
	uint64_t answer[8];

	SIMULATED_ONLY("the real device has firmware");
	assert_int_equal(
		info(f->file, HL_INFO_POWER, answer, sizeof(answer), 0),
		-EOPNOTSUPP);
	assert_int_equal(
		info(f->file, HL_INFO_ENGINE_STATUS, answer, sizeof(answer), 0),
		-EOPNOTSUPP);
}

static void idle_device_says_so(void **state)
{
	struct fixture *f = *state;
	struct hl_info_hw_idle idle;

	assert_int_equal(info(f->file, HL_INFO_HW_IDLE, &idle, sizeof(idle), 0),
			 0);
	assert_int_equal(idle.is_idle, 1);
	assert_int_equal(idle.busy_engines_mask, 0);
}

static void busy_engine_is_named_by_its_bit(void **state)
{
	struct fixture *f = *state;
	struct hl_info_hw_idle idle;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	struct kcb cb, go;
	uint64_t seq = 0;

	kcb_new(f->file, &cb, PAGE);
	kcb_new(f->file, &go, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1, .dec_val = 1);
	c = chunk(&cb, UP);
	assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	assert_int_equal(info(f->file, HL_INFO_HW_IDLE, &idle, sizeof(idle), 0),
			 0);
	assert_int_equal(idle.is_idle, 0);
	assert_int_equal(idle.busy_engines_mask, 1 << GAUDI_ENGINE_ID_DMA_1);
	ADD(&go, msg_long, .addr = FENCE_RDATA(1, 0, 0), .value = 1);
	run(f->file, &go, DOWN);
	assert_int_equal(wait_cs(f->file, seq, PATIENCE, &out), 0);
	assert_int_equal(out.status, HL_WAIT_CS_STATUS_COMPLETED);
}

static void sync_manager_leaves_out_the_drivers_objects(void **state)
{
	struct fixture *f = *state;
	struct hl_info_sync_manager sm;

	assert_int_equal(info(f->file, HL_INFO_SYNC_MANAGER, &sm, sizeof(sm),
			      HL_GAUDI_WS_DCORE),
			 0);
	assert_int_equal(sm.first_available_sync_object, 144);
	assert_int_equal(sm.first_available_monitor, 72);
	assert_int_equal(sm.first_available_cq, 0xffff);
	assert_int_equal(info(f->file, HL_INFO_SYNC_MANAGER, &sm, sizeof(sm),
			      HL_GAUDI_EN_DCORE),
			 0);
	assert_int_equal(sm.first_available_sync_object, 0);
}

static void sync_manager_of_a_wrong_dcore_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct hl_info_sync_manager sm;

	assert_int_equal(
		info(f->file, HL_INFO_SYNC_MANAGER, &sm, sizeof(sm), 8),
		-EINVAL);
}

static void pll_index_is_checked(void **state)
{
	struct fixture *f = *state;
	struct hl_pll_frequency_info pll;

	assert_int_equal(info(f->file, HL_INFO_PLL_FREQUENCY, &pll, sizeof(pll),
			      HL_GAUDI_TPC_PLL),
			 0);
	assert_int_equal(info(f->file, HL_INFO_PLL_FREQUENCY, &pll, sizeof(pll),
			      HL_GAUDI_PLL_MAX),
			 -EINVAL);
}

static void events_are_cleared_by_reading(void **state)
{
	struct fixture *f = *state;
	uint64_t events = 1;

	assert_int_equal(info(f->file, HL_INFO_GET_EVENTS, &events, 8, 0), 0);
	assert_int_equal(events, 0);
}

static void events_need_room(void **state)
{
	struct fixture *f = *state;
	uint64_t events;

	assert_int_equal(info(f->file, HL_INFO_GET_EVENTS, &events, 7, 0),
			 -EINVAL);
}

static void control_node_has_no_events(void **state)
{
	struct fixture *f = *state;
	struct file *file;
	uint64_t events;

	SIMULATED_ONLY("kernel versions differ in the error number");
	assert_int_equal(file_open(f->machine, true, &file), 0);
	assert_int_equal(info(file, HL_INFO_GET_EVENTS, &events, 8, 0),
			 -EOPNOTSUPP);
	file_close(file);
}

static void dram_is_accounted(void **state)
{
	struct fixture *f = *state;
	struct hl_info_dram_usage before, after;
	union hl_mem_args args = {0};

	assert_int_equal(
		info(f->file, HL_INFO_DRAM_USAGE, &before, sizeof(before), 0),
		0);
	args.in.alloc.mem_size = 4 << 20;
	assert_int_equal(mem_op(f->file, HL_MEM_OP_ALLOC, &args), 0);
	assert_int_equal(args.out.handle, 0);
	assert_int_equal(
		info(f->file, HL_INFO_DRAM_USAGE, &after, sizeof(after), 0), 0);
	assert_int_equal(after.ctx_dram_mem, before.ctx_dram_mem + (4 << 20));
	assert_int_equal(after.dram_free_mem, before.dram_free_mem - (4 << 20));
}

static void time_goes_on(void **state)
{
	struct fixture *f = *state;
	struct hl_info_time_sync a, b;

	assert_int_equal(info(f->file, HL_INFO_TIME_SYNC, &a, sizeof(a), 0), 0);
	assert_int_equal(info(f->file, HL_INFO_TIME_SYNC, &b, sizeof(b), 0), 0);
	assert_true(b.device_time > a.device_time);
	assert_true(b.host_time >= a.host_time);
}

static void refused_submissions_are_counted(void **state)
{
	struct fixture *f = *state;
	struct hl_info_cs_counters c;
	struct kcb cb;
	struct hl_cs_chunk bad;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, stop);
	bad = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, &bad, 1, 0, NULL), -EPERM);
	bad.queue_index = 10000;
	assert_int_equal(cs(f->file, &bad, 1, 0, NULL), -EINVAL);
	assert_int_equal(info(f->file, HL_INFO_CS_COUNTERS, &c, sizeof(c), 0),
			 0);
	assert_int_equal(c.ctx_parsing_drop_cnt, 1);
	assert_int_equal(c.total_parsing_drop_cnt, 1);
	assert_int_equal(c.ctx_validation_drop_cnt, 1);
	assert_int_equal(c.ctx_queue_full_drop_cnt, 0);
}

static void open_statistics(void **state)
{
	struct fixture *f = *state;
	struct hl_open_stats_info s;

	file_close(f->file);
	assert_int_equal(file_open(f->machine, false, &f->file), 0);
	assert_int_equal(info(f->file, HL_INFO_OPEN_STATS, &s, sizeof(s), 0),
			 0);
	assert_true(s.open_counter >= 2);
	assert_int_equal(s.is_compute_ctx_active, 1);
}

static void simple_answers(void **state)
{
	struct fixture *f = *state;
	struct hl_info_dev_memalloc_page_sizes pages;
	struct hl_info_last_err_open_dev_time opened;
	struct hl_info_cs_timeout_event timeout;
	struct hl_info_reset_count resets;
	struct hl_info_clk_rate clk;

	assert_int_equal(info(f->file, HL_INFO_CLK_RATE, &clk, sizeof(clk), 0),
			 0);
	assert_true(clk.cur_clk_rate_mhz && clk.max_clk_rate_mhz);
	assert_int_equal(
		info(f->file, HL_INFO_RESET_COUNT, &resets, sizeof(resets), 0),
		0);
	assert_int_equal(resets.soft_reset_cnt, 0);
	assert_int_equal(info(f->file, HL_INFO_LAST_ERR_OPEN_DEV_TIME, &opened,
			      sizeof(opened), 0),
			 0);
	assert_true(opened.timestamp > 0);
	assert_int_equal(info(f->file, HL_INFO_CS_TIMEOUT_EVENT, &timeout,
			      sizeof(timeout), 0),
			 0);
	assert_int_equal(timeout.seq, 0);
	assert_int_equal(info(f->file, HL_INFO_DEV_MEM_ALLOC_PAGE_SIZES, &pages,
			      sizeof(pages), 0),
			 0);
	assert_int_equal(pages.page_order_bitmask, 1 << 21);
}

/* Users may not write the DMA core's configuration; the write is noted. */
static void dropped_write_is_a_razwi_event(void **state)
{
	struct fixture *f = *state;
	uint64_t addr = TPC_GAUDI_DMA_CORE_BASE(3) + TPC_GAUDI_DMA_CORE_CFG_0;
	struct hl_info_razwi_event event;
	struct kcb cb;

	SIMULATED_ONLY("a real device logs and may reset");
	assert_int_equal(
		info(f->file, HL_INFO_RAZWI_EVENT, &event, sizeof(event), 0),
		0);
	assert_int_equal(event.timestamp, 0);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = addr, .value = 0);
	run(f->file, &cb, DOWN);
	assert_int_equal(
		info(f->file, HL_INFO_RAZWI_EVENT, &event, sizeof(event), 0),
		0);
	assert_int_equal(event.addr, addr);
	assert_true(event.timestamp > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hardware_facts),
		TEST(short_answer_is_cut),
		TEST(long_answer_is_not_overrun),
		TEST(missing_pointer_or_size_gets_EINVAL),
		TEST(bad_pointer_gets_EFAULT),
		TEST(unknown_operation_gets_EINVAL),
		TEST(what_only_firmware_knows_gets_EOPNOTSUPP),
		TEST(idle_device_says_so),
		TEST(busy_engine_is_named_by_its_bit),
		TEST(sync_manager_leaves_out_the_drivers_objects),
		TEST(sync_manager_of_a_wrong_dcore_gets_EINVAL),
		TEST(pll_index_is_checked),
		TEST(events_are_cleared_by_reading),
		TEST(events_need_room),
		TEST(control_node_has_no_events),
		TEST(dram_is_accounted),
		TEST(time_goes_on),
		TEST(refused_submissions_are_counted),
		TEST(open_statistics),
		TEST(simple_answers),
		TEST(dropped_write_is_a_razwi_event),
	};

	return cmocka_run_group_tests_name("uapi_info", tests, NULL, NULL);
}
