/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* TPCs in the chip: launch, completion, faults, concurrency. */
#include <errno.h>

#include "harness.h"

#define CODE (MEM + 0x200000)
#define OUT  MEM

static uint64_t cfg(unsigned tpc)
{
	return TPC_GAUDI_TPC_CFG_BASE(tpc);
}

/* Stages a launch of a fake kernel that adds 1 to SOB 40 at its end. */
static void stage(struct harness *h, unsigned tpc, enum fake_kernel kernel)
{
	/* Not again while another TPC may fetch it. */
	if (peek(h, CODE + 64 * kernel) != kernel)
		poke(h, CODE + 64 * kernel, kernel);
	wr(h, cfg(tpc) + CFG(QM_KERNEL_BASE_ADDRESS_LOW),
	   (uint32_t)(CODE + 64 * kernel));
	wr(h, cfg(tpc) + CFG(QM_KERNEL_BASE_ADDRESS_HIGH), 0);
	wr(h, cfg(tpc) + CFG(QM_SYNC_OBJECT_ADDR), (uint32_t)SOB(40));
	wr(h, cfg(tpc) + CFG(QM_SYNC_OBJECT_MESSAGE), 0x80000001);
	wr(h, cfg(tpc) + CFG(SM_BASE_ADDRESS_HIGH), (uint32_t)(SOB(40) >> 32));
}

static void srf(struct harness *h, unsigned tpc, unsigned i, uint32_t value)
{
	wr(h, cfg(tpc) + CFG(QM_SRF(i)), value);
}

static void execute(struct harness *h, unsigned tpc)
{
	wr(h, cfg(tpc) + CFG(TPC_EXECUTE), 1);
}

static void kernel_runs_and_signals(void **state)
{
	struct harness *h = *state;
	struct tpc_sim_stats stats;

	stage(h, 4, FAKE_HALT);
	assert_int_equal(rd(h, cfg(4) + CFG(STATUS)), 0xee);
	execute(h, 4);
	settle(h);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, SOB(40)), 1);
	assert_int_equal(rd(h, cfg(4) + CFG(STATUS)), 0xee);
	soc_lock(h->soc);
	soc_stats(h->soc, &stats);
	soc_unlock(h->soc);
	assert_int_equal(stats.num_tpcs, 8);
	assert_int_equal(stats.tpc[4].kernels, 1);
	assert_int_equal(stats.tpc[4].bundles, 10);
	assert_int_equal(stats.tpc[4].cycles, 12);
	assert_int_equal(stats.tpc[4].slot_ops[2], 3);
	assert_int_equal(stats.tpc[0].kernels, 0);
}

static void launch_hands_over_the_descriptor(void **state)
{
	struct harness *h = *state;
	unsigned i;
	const uint32_t expected[] = {31, 32, 33, 0x50f07, 35,	 36,
				     32, 38, 1,	 0x3000,  0x4000};

	stage(h, 0, FAKE_DUMP);
	wr(h, cfg(0) + CFG(QM_TENSOR_DIM_SIZE(0, 2)), 31);
	wr(h, cfg(0) + CFG(QM_TENSOR_DIM_STRIDE(0, 2)), 32);
	wr(h, cfg(0) + CFG(QM_TENSOR_PADDING_VALUE(0)), 33);
	wr(h, cfg(0) + CFG(QM_TENSOR_TENSOR_CONFIG(0)), 0x50f07);
	wr(h, cfg(0) + CFG(QM_TID_BASE_DIM(1)), 35);
	wr(h, cfg(0) + CFG(QM_TID_SIZE_DIM(4)), 36);
	srf(h, 0, 31, 38);
	wr(h, cfg(0) + CFG(QM_KERNEL_CONFIG),
	   1 | TPC_FIELD_PREP(TPC_GAUDI_TPC_CFG_QM_KERNEL_CONFIG_NUM_VALID_SRFS,
			      32));
	wr(h, cfg(0) + CFG(LUT_FUNC256_BASE_ADDR_LO), 0x3000);
	wr(h, cfg(0) + CFG(LUT_FUNC32_BASE_ADDR_LO), 0x4000);
	wr(h, cfg(0) + CFG(QM_TENSOR_BASE_ADDR_LOW(1)), (uint32_t)OUT);
	execute(h, 0);
	settle(h);
	assert_int_equal(h->faults, 0);
	for (i = 0; i < 11; i++)
		assert_int_equal(peek(h, OUT + 4 * i), expected[i]);
	/* The running kernel's copy is what was staged. */
	assert_int_equal(rd(h, cfg(0) + CFG(KERNEL_TENSOR_DIM_SIZE(0, 2))), 31);
	assert_int_equal(rd(h, cfg(0) + CFG(KERNEL_SRF(31))), 38);
}

/* Several launches are staged while one runs: none is lost or mixed up. */
static void launches_queue_up(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned i;

	enable(h, TPC_GAUDI_TPC_QM_BASE(1), true);
	stage(h, 1, FAKE_MESSAGE);
	srf(h, 1, 1, (uint32_t)(SOB(0) >> 32));
	srf(h, 1, 2, 0x80000001);
	for (i = 0; i < 8; i++) {
		ADD(&cb, wreg_32, .reg_offset = CFG(QM_SRF(0)),
		    .value = (uint32_t)SOB(i));
		ADD(&cb, wreg_32, .reg_offset = CFG(TPC_EXECUTE), .value = 1);
	}
	ADD(&cb, msg_long, .addr = SOB(50), .value = 1, .eng_barrier = 1);
	submit(h, TPC_GAUDI_TPC_QM_BASE(1), 0, &cb);
	settle(h);
	assert_int_equal(h->faults, 0);
	for (i = 0; i < 8; i++)
		assert_int_equal(rd(h, SOB(i)), 1);
	assert_int_equal(rd(h, SOB(40)), 8);
	assert_int_equal(rd(h, SOB(50)), 1);
}

static void eight_tpcs_with_a_monitor_at_the_end(void **state)
{
	struct harness *h = *state;
	unsigned i;

	arm(h, 0, 5, 0x01, false, 8, OUT, 0x600d);
	for (i = 0; i < 8; i++) {
		stage(h, i, FAKE_NAP);
		srf(h, i, 0, 20);
		execute(h, i);
	}
	settle(h);
	assert_int_equal(rd(h, SOB(40)), 8);
	assert_int_equal(peek(h, OUT), 0x600d);
}

static void engine_barrier_waits_for_the_kernel(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	enable(h, TPC_GAUDI_TPC_QM_BASE(0), true);
	stage(h, 0, FAKE_NAP);
	srf(h, 0, 0, 50);
	ADD(&cb, wreg_32, .reg_offset = CFG(TPC_CMD), .value = 0xf);
	ADD(&cb, wreg_32, .reg_offset = CFG(TPC_EXECUTE), .value = 1);
	ADD(&cb, msg_long, .addr = OUT + 4, .value = 1);
	ADD(&cb, msg_long, .addr = OUT, .value = 1, .eng_barrier = 1);
	submit(h, TPC_GAUDI_TPC_QM_BASE(0), 0, &cb);
	soc_lock(h->soc);
	while (!soc_busy_mask(h->soc))
		soc_wait(h->soc, soc_now_ns() + 1000000);
	soc_unlock(h->soc);
	assert_int_equal(peek(h, OUT), 0);
	settle(h);
	assert_int_equal(peek(h, OUT), 1);
	assert_int_equal(peek(h, OUT + 4), 1);
}

static void fault_sets_its_cause_and_is_named(void **state)
{
	struct harness *h = *state;

	stage(h, 3, FAKE_FAULT);
	srf(h, 3, 0, TPC_GAUDI_INTR_TPC_ILLEGAL_INSTRUCTION);
	execute(h, 3);
	settle(h);
	assert_int_equal(h->faults, 1);
	assert_int_equal(h->last.kind, SOC_FAULT_TPC);
	assert_int_equal(rd(h, cfg(3) + CFG(TPC_INTR_CAUSE)), 1u << 13);
	assert_non_null(strstr(h->text, "TPC3: tpc_illegal_instruction"));
	assert_non_null(strstr(h->text, "asked for"));
	assert_int_equal(rd(h, SOB(40)), 0);
	assert_int_not_equal(rd(h, cfg(3) + CFG(STATUS)), 0xee);
}

static void endless_kernel_ends_at_the_limit(void **state)
{
	struct harness *h = *state;

	stage(h, 3, FAKE_ENDLESS);
	execute(h, 3);
	settle(h);
	assert_int_equal(h->last.kind, SOC_FAULT_TPC_LIMIT);
	assert_non_null(strstr(h->text, "too many bundles"));
	assert_int_equal(rd(h, SOB(40)), 0);
}

static void memory_a_kernel_cannot_reach_is_a_response_error(void **state)
{
	struct harness *h = *state;

	stage(h, 0, FAKE_COPY);
	srf(h, 0, 0, 16);
	wr(h, cfg(0) + CFG(QM_TENSOR_BASE_ADDR_HIGH(1)), 0x9000);
	execute(h, 0);
	settle(h);
	assert_non_null(strstr(h->text, "tpc_hbw_bresp_err"));
}

static void kernel_may_change_its_descriptor(void **state)
{
	struct harness *h = *state;

	stage(h, 0, FAKE_CHANGE_TENSOR);
	execute(h, 0);
	settle(h);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, SOB(40)), 1);
}

static void status_shows_a_full_queue(void **state)
{
	struct harness *h = *state;
	uint32_t status;
	unsigned i;

	stage(h, 0, FAKE_NAP);
	srf(h, 0, 0, 100);
	/* One runs, two wait; there is no room for a fourth. */
	for (i = 0; i < 3; i++)
		execute(h, 0);
	status = rd(h, cfg(0) + CFG(STATUS));
	assert_int_equal(status & CFG(STATUS_QM_RDY_MASK), 0);
	assert_int_equal(status & CFG(STATUS_VECTOR_PIPE_EMPTY_MASK), 0);
	soc_lock(h->soc);
	i = (unsigned)-soc_reg_write(h->soc, cfg(0) + CFG(TPC_EXECUTE), 1,
				     true);
	soc_unlock(h->soc);
	assert_int_equal(i, EAGAIN);
	settle(h);
	assert_int_equal(rd(h, SOB(40)), 3);
	assert_int_equal(rd(h, cfg(0) + CFG(STATUS)), 0xee);
}

static void stalling_is_refused_by_name(void **state)
{
	struct harness *h = *state;
	int rc;

	soc_lock(h->soc);
	rc = soc_reg_write(h->soc, cfg(0) + CFG(TPC_STALL), 1, true);
	soc_unlock(h->soc);
	assert_int_equal(rc, -EOPNOTSUPP);
}

static void completion_to_nowhere_is_reported(void **state)
{
	struct harness *h = *state;

	stage(h, 0, FAKE_HALT);
	wr(h, cfg(0) + CFG(SM_BASE_ADDRESS_HIGH), 0x7e);
	execute(h, 0);
	settle(h);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "completion message"));
}

static void what_has_no_model_is_refused(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	enable(h, TPC_GAUDI_TPC_QM_BASE(0), true);
	ADD(&cb, wreg_32, .reg_offset = CFG(TPC_CMD),
	    .value = CFG(TPC_CMD_QMAN_STOP_MASK));
	submit(h, TPC_GAUDI_TPC_QM_BASE(0), 0, &cb);
	settle(h);
	assert_non_null(strstr(h->text, "QMAN_STOP is not modelled"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(kernel_runs_and_signals),
		TEST(launch_hands_over_the_descriptor),
		TEST(launches_queue_up),
		TEST(eight_tpcs_with_a_monitor_at_the_end),
		TEST(engine_barrier_waits_for_the_kernel),
		TEST(fault_sets_its_cause_and_is_named),
		TEST(endless_kernel_ends_at_the_limit),
		TEST(memory_a_kernel_cannot_reach_is_a_response_error),
		TEST(kernel_may_change_its_descriptor),
		TEST(status_shows_a_full_queue),
		TEST(stalling_is_refused_by_name),
		TEST(completion_to_nowhere_is_reported),
		TEST(what_has_no_model_is_refused),
	};

	return cmocka_run_group_tests_name("soc_tpc", tests, NULL, NULL);
}
