/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Sync objects and monitors by their registers. */
#include "harness.h"

#define TARGET (MEM + 0x100)

static void set_and_add(void **state)
{
	struct harness *h = *state;

	wr(h, SOB(5), 7);
	assert_int_equal(rd(h, SOB(5)), 7);
	wr(h, SOB(5), 0x80000003);
	assert_int_equal(rd(h, SOB(5)), 10);
	wr(h, SOB(5), 2);
	assert_int_equal(rd(h, SOB(5)), 2);
	/* Bit 15 and up are no part of a value. */
	wr(h, SOB(5), 0x8001);
	assert_int_equal(rd(h, SOB(5)), 1);
	assert_int_equal(rd(h, SOB(4)), 0);
	assert_int_equal(rd(h, SOB(6)), 0);
}

static void overflow_wraps_and_sets_the_cause(void **state)
{
	struct harness *h = *state;

	wr(h, SOB(1), 5);
	assert_int_equal(rd(h, E_N + SM(SM_SEI_CAUSE)), 0);
	/* Adding the largest value subtracts one. */
	wr(h, SOB(1), 0x80000000 | TPC_GAUDI_SOB_MAX);
	assert_int_equal(rd(h, SOB(1)), 4);
	assert_int_equal(rd(h, E_N + SM(SM_SEI_CAUSE)),
			 SM(SM_SEI_CAUSE_SO_OVERFLOW_MASK));
}

static void fires_once_when_the_value_is_reached(void **state)
{
	struct harness *h = *state;

	arm(h, 9, 2, 0x01, false, 3, TARGET, 0x1234);
	assert_true(rd(h, E_N + SM(MON_STATUS(9))) & SM(MON_STATUS_VALID_MASK));
	wr(h, SOB(16), 2);
	settle(h);
	assert_int_equal(peek(h, TARGET), 0);
	wr(h, SOB(16), 0x80000001);
	settle(h);
	assert_int_equal(peek(h, TARGET), 0x1234);
	assert_int_equal(rd(h, E_N + SM(MON_STATUS(9))), 0);
	poke(h, TARGET, 0);
	wr(h, SOB(16), 0x80000001);
	settle(h);
	assert_int_equal(peek(h, TARGET), 0);
}

static void fires_at_once_if_the_value_is_there(void **state)
{
	struct harness *h = *state;

	arm(h, 0, 1, 0x80, true, 0, TARGET, 5);
	settle(h);
	assert_int_equal(peek(h, TARGET), 5);
}

static void all_members_of_a_group_have_to_reach_it(void **state)
{
	struct harness *h = *state;
	uint32_t status;

	arm(h, 1, 0, 0x07, false, 1, TARGET, 9);
	wr(h, SOB(0), 1);
	wr(h, SOB(2), 1);
	wr(h, SOB(3), 1); /* takes no part */
	settle(h);
	assert_int_equal(peek(h, TARGET), 0);
	status = rd(h, E_N + SM(MON_STATUS(1)));
	assert_int_equal(
		TPC_FIELD_GET(TPC_GAUDI_SYNC_MNGR_MON_STATUS_PENDING, status),
		0x02);
	wr(h, SOB(1), 1);
	settle(h);
	assert_int_equal(peek(h, TARGET), 9);
}

static void equal_does_not_fire_beyond_the_value(void **state)
{
	struct harness *h = *state;

	arm(h, 1, 0, 0x01, true, 4, TARGET, 9);
	wr(h, SOB(0), 5);
	settle(h);
	assert_int_equal(peek(h, TARGET), 0);
	wr(h, SOB(0), 4);
	settle(h);
	assert_int_equal(peek(h, TARGET), 9);
}

static void blocks_are_independent(void **state)
{
	struct harness *h = *state;
	uint64_t w_s = TPC_GAUDI_SYNC_MNGR_BASE(TPC_GAUDI_SYNC_MNGR_W_S);

	arm(h, 1, 0, 0x01, false, 1, TARGET, 9);
	wr(h, w_s + SM(SOB_OBJ(0)), 1);
	settle(h);
	assert_int_equal(peek(h, TARGET), 0);
	assert_int_equal(rd(h, w_s + SM(SOB_OBJ(0))), 1);
	assert_int_equal(rd(h, SOB(0)), 0);
}

/* A monitor's payload may count up an object that another one watches. */
static void monitors_chain(void **state)
{
	struct harness *h = *state;
	unsigned i;

	for (i = 0; i < 20; i++)
		arm(h, i, i, 0x01, false, 1, SOB(8 * (i + 1)), 0x80000001);
	arm(h, 20, 20, 0x01, false, 1, TARGET, 77);
	wr(h, SOB(0), 1);
	settle(h);
	assert_int_equal(peek(h, TARGET), 77);
}

static void highest_group_and_monitor_work(void **state)
{
	struct harness *h = *state;

	arm(h, 511, 255, 0x80, false, 0x7fff, TARGET, 3);
	wr(h, SOB(2047), 0x7fff);
	settle(h);
	assert_int_equal(peek(h, TARGET), 3);
}

static void all_monitors_fire_at_once(void **state)
{
	struct harness *h = *state;
	unsigned i;

	for (i = 0; i < 512; i++)
		arm(h, i, 7, 0x10, false, 1, TARGET + 4 * i, i + 1);
	wr(h, SOB(60), 1);
	settle(h);
	for (i = 0; i < 512; i++)
		assert_int_equal(peek(h, TARGET + 4 * i), i + 1);
}

static void clearing_the_status_disarms(void **state)
{
	struct harness *h = *state;

	arm(h, 3, 0, 0x01, false, 1, TARGET, 3);
	wr(h, E_N + SM(MON_STATUS(3)), 0);
	wr(h, SOB(0), 1);
	settle(h);
	assert_int_equal(peek(h, TARGET), 0);
}

static void payload_to_nowhere_is_reported_by_name(void **state)
{
	struct harness *h = *state;

	arm(h, 4, 0, 0x01, false, 1, 0x7FFCE06000, 3);
	wr(h, SOB(0), 1);
	settle(h);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "TPC0_CFG+0x0"));
	assert_int_equal(rd(h, E_N + SM(SM_SEI_CAUSE)) & 7,
			 SM(SM_SEI_CAUSE_RSP_ERR_MASK));
}

/* A monitor that arms itself again for ever must not hang the chip. */
static void endless_monitor_leaves_others_alone(void **state)
{
	struct harness *h = *state;
	uint32_t value = 0;
	unsigned i;

	arm(h, 2, 0, 0x01, false, 0, E_N + SM(MON_ARM(2)),
	    TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, 0xfe));
	for (i = 0; i < 100; i++)
		wr(h, SOB(8), 0x80000001);
	value = rd(h, SOB(8));
	assert_int_equal(value, 100);
	wr(h, E_N + SM(MON_PAY_DATA(2)),
	   TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_MASK, 0xfe) |
		   TPC_FIELD_PREP(TPC_GAUDI_SYNC_MNGR_MON_ARM_SOD, 1));
	settle(h);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(set_and_add),
		TEST(overflow_wraps_and_sets_the_cause),
		TEST(fires_once_when_the_value_is_reached),
		TEST(fires_at_once_if_the_value_is_there),
		TEST(all_members_of_a_group_have_to_reach_it),
		TEST(equal_does_not_fire_beyond_the_value),
		TEST(blocks_are_independent),
		TEST(monitors_chain),
		TEST(highest_group_and_monitor_work),
		TEST(all_monitors_fire_at_once),
		TEST(clearing_the_status_disarms),
		TEST(payload_to_nowhere_is_reported_by_name),
		TEST(endless_monitor_leaves_others_alone),
	};

	return cmocka_run_group_tests_name("soc_sync", tests, NULL, NULL);
}
