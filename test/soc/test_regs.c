/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The register space: reset values, protection, unknown addresses. */
#include <errno.h>

#include "harness.h"

static void unknown_registers_are_refused(void **state)
{
	struct harness *h = *state;
	uint32_t value;

	soc_lock(h->soc);
	assert_int_equal(soc_reg_read(h->soc, TPC_GAUDI_CFG_BASE, &value, true),
			 -ENXIO);
	assert_int_equal(
		soc_reg_write(h->soc, TPC_GAUDI_TPC_CFG_BASE(0), 1, true),
		-ENOENT);
	assert_int_equal(soc_reg_write(h->soc, SOB(0) + 1, 1, true), -ENOENT);
	assert_int_equal(soc_reg_write(h->soc, 0x1000, 1, true), -ENXIO);
	soc_unlock(h->soc);
}

static void reset_values(void **state)
{
	struct harness *h = *state;

	assert_int_equal(rd(h, TPC_GAUDI_TPC_CFG_BASE(7) +
				       CFG(QM_TENSOR_TENSOR_CONFIG(15))),
			 0x50000);
	assert_int_equal(rd(h, TPC_GAUDI_TPC_QM_BASE(7) + QM(LOCAL_RANGE_BASE)),
			 0x8000);
	assert_int_equal(rd(h, TPC_GAUDI_MME_CTRL_BASE(3) +
				       TPC_GAUDI_MME_CTRL_ARCH_STATUS),
			 0x1180);
}

static void a_fresh_chip_is_idle(void **state)
{
	struct harness *h = *state;
	uint64_t busy;
	unsigned i;

	settle(h);
	soc_lock(h->soc);
	busy = soc_busy_mask(h->soc);
	soc_unlock(h->soc);
	assert_int_equal(busy, 0);
	for (i = 0; i < 8; i++) {
		uint64_t qm = TPC_GAUDI_TPC_QM_BASE(i);

		assert_int_equal(rd(h, qm + QM(GLBL_STS0)) & 0x3fff, 0x3fff);
		assert_true(rd(h, qm + QM(CGM_STS)) &
			    QM(CGM_STS_AGENT_IDLE_MASK));
	}
}

static void users_cannot_read_or_write_secured_registers(void **state)
{
	uint64_t addr = TPC_GAUDI_DMA_QM_BASE(0) + QM(PQ_BASE_LO(0));
	struct harness *h = *state;
	uint32_t before = rd(h, addr);
	uint32_t value = 0;

	soc_lock(h->soc);
	assert_int_equal(soc_reg_write(h->soc, addr, ~before, false), 0);
	assert_int_equal(soc_reg_read(h->soc, addr, &value, false), 0);
	soc_unlock(h->soc);
	assert_int_equal(value, 0xbaba0bad);
	assert_int_equal(rd(h, addr), before);
}

static void only_the_lower_port_is_open_to_users(void **state)
{
	uint64_t qm = TPC_GAUDI_TPC_QM_BASE(0);
	struct harness *h = *state;

	soc_lock(h->soc);
	assert_int_equal(soc_reg_write(h->soc, qm + QM(CQ_PTR_LO(3)), 5, false),
			 0);
	assert_int_equal(soc_reg_write(h->soc, qm + QM(CQ_PTR_LO(4)), 5, false),
			 0);
	soc_unlock(h->soc);
	assert_int_equal(rd(h, qm + QM(CQ_PTR_LO(3))), 0);
	assert_int_equal(rd(h, qm + QM(CQ_PTR_LO(4))), 5);
}

static void read_only_registers_stay(void **state)
{
	struct harness *h = *state;

	wr(h, TPC_GAUDI_TPC_CFG_BASE(0) + CFG(STATUS), 0);
	assert_int_equal(rd(h, TPC_GAUDI_TPC_CFG_BASE(0) + CFG(STATUS)), 0xee);
}

static void chips_are_independent(void **state)
{
	struct harness *a = *state;
	void *other;
	struct harness *b;

	assert_int_equal(setup(&other), 0);
	b = other;
	wr(a, SOB(1), 3);
	poke(a, MEM, 4);
	assert_int_equal(rd(b, SOB(1)), 0);
	assert_int_equal(peek(b, MEM), 0);
	teardown(&other);
	assert_int_equal(rd(a, SOB(1)), 3);
}

static void unknown_chip_is_refused(void **state)
{
	const struct tpc_sim_params params = {.chip = "goya9"};
	struct soc *soc;

	assert_int_equal(soc_create(&params, NULL, NULL, &soc), -EINVAL);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(unknown_registers_are_refused),
		TEST(reset_values),
		TEST(a_fresh_chip_is_idle),
		TEST(users_cannot_read_or_write_secured_registers),
		TEST(only_the_lower_port_is_open_to_users),
		TEST(read_only_registers_stay),
		TEST(chips_are_independent),
		TEST(unknown_chip_is_refused),
	};

	return cmocka_run_group_tests_name("soc_regs", tests, NULL, NULL);
}
