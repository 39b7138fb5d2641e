/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* DMA engines: copies, fills, strides, completion messages, errors. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "harness.h"

#define CORE  TPC_GAUDI_DMA_CORE_BASE(0)
#define SRC   (MEM + 0x100000)
#define DST   (MEM + 0x8000000)
#define LARGE (3u << 20) /* goes through the pool */

static void fill_bytes(struct harness *h, uint64_t at, size_t len, unsigned k)
{
	uint8_t *bytes = malloc(len);
	size_t i;

	for (i = 0; i < len; i++)
		bytes[i] = (uint8_t)(i * k + i / 251);
	soc_lock(h->soc);
	assert_int_equal(soc_mem_write(h->soc, at, bytes, len, false), 0);
	soc_unlock(h->soc);
	free(bytes);
}

static bool same(struct harness *h, uint64_t a, uint64_t b, size_t len)
{
	size_t n = len, m = len;
	bool equal;

	soc_lock(h->soc);
	equal = !memcmp(soc_map(h->soc, a, &n, false),
			soc_map(h->soc, b, &m, false), len);
	soc_unlock(h->soc);
	return equal && n == len && m == len;
}

static uint8_t byte(struct harness *h, uint64_t at)
{
	uint8_t value;

	soc_lock(h->soc);
	assert_int_equal(soc_mem_read(h->soc, at, &value, 1, false), 0);
	soc_unlock(h->soc);
	return value;
}

static void copy(struct harness *h, uint64_t src, uint64_t dst, uint32_t size)
{
	struct cb cb = {0};

	ADD(&cb, lin_dma, .src_addr = src, .dst_addr = dst, .tsize = size,
	    .lin = 1);
	run(h, &cb);
}

static void copies_of_all_sizes(void **state)
{
	static const uint32_t sizes[] = {0,    1,     3,     127,
					 4096, 65536, 65537, LARGE + 5};
	struct harness *h = *state;
	unsigned i;

	fill_bytes(h, SRC, LARGE + 16, 7);
	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		uint64_t to = DST + i * 0x400000 + 3;

		copy(h, SRC + 1, to, sizes[i]);
		if (sizes[i])
			assert_true(same(h, SRC + 1, to, sizes[i]));
		assert_int_equal(byte(h, to + sizes[i]), 0);
	}
	assert_int_equal(h->faults, 0);
}

static void between_sram_and_hbm(void **state)
{
	struct harness *h = *state;

	fill_bytes(h, SRC, 4096, 3);
	copy(h, SRC, TPC_GAUDI_SRAM_BASE + 0x1000, 4096);
	copy(h, TPC_GAUDI_SRAM_BASE + 0x1000, DST, 4096);
	assert_true(same(h, SRC, DST, 4096));
}

static void host_memory_through_the_mmu(void **state)
{
	const uint64_t va = TPC_GAUDI_HOST_VA_BASE + 0x200000;
	static uint8_t in[8192], out[8192];
	struct harness *h = *state;
	unsigned i;

	for (i = 0; i < sizeof(in); i++)
		in[i] = (uint8_t)(i * 5);
	/* Two pieces of host memory, neighbours on the device. */
	soc_lock(h->soc);
	assert_int_equal(soc_host_add(h->soc, SOC_HOST_VA, va, in, 4096), 0);
	assert_int_equal(
		soc_host_add(h->soc, SOC_HOST_VA, va + 4096, in + 4096, 4096),
		0);
	assert_int_equal(soc_host_add(h->soc, SOC_HOST_VA, va + 4095, in, 1),
			 -EEXIST);
	assert_int_equal(
		soc_host_add(h->soc, SOC_HOST_VA, va + 0x10000, out, 8192), 0);
	soc_unlock(h->soc);
	copy(h, va, DST, 8192);
	copy(h, DST, va + 0x10000, 8192);
	assert_int_equal(h->faults, 0);
	assert_memory_equal(in, out, sizeof(in));
	soc_lock(h->soc);
	assert_int_equal(soc_host_remove(h->soc, SOC_HOST_VA, va), 0);
	assert_int_equal(soc_host_remove(h->soc, SOC_HOST_VA, va), -ENOENT);
	soc_unlock(h->soc);
	copy(h, va, DST, 16);
	assert_int_equal(h->faults, 1);
	assert_int_equal(rd(h, CORE + DMA(ERR_CAUSE)),
			 DMA(ERR_CAUSE_HBW_RD_ERR_MASK));
}

/* A user's transfer may not go past the MMU. */
static void bus_addresses_are_for_the_driver(void **state)
{
	struct harness *h = *state;
	static char page[4096];

	soc_lock(h->soc);
	assert_int_equal(soc_host_add(h->soc, SOC_HOST_BUS, 0x5000, page, 4096),
			 0);
	soc_unlock(h->soc);
	wr(h, CORE + DMA(PROT), DMA(PROT_VAL_MASK));
	copy(h, TPC_GAUDI_HOST_PHYS_BASE + 0x5000, DST, 16);
	assert_int_equal(h->faults, 0);
	wr(h, CORE + DMA(PROT), 0);
	copy(h, DST, TPC_GAUDI_HOST_PHYS_BASE + 0x5000, 16);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "HBW write error at 0x8000005000"));
}

static void memset_repeats_the_pattern(void **state)
{
	static const uint32_t sizes[] = {1, 7, 8, 9, 1001, LARGE + 3};
	const uint64_t pattern = 0x0807060504030201;
	struct harness *h = *state;
	unsigned i;
	uint32_t k;

	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		uint64_t to = DST + i * 0x400000 + 5;
		struct cb cb = {0};

		ADD(&cb, lin_dma, .src_addr = pattern, .dst_addr = to,
		    .tsize = sizes[i], .lin = 1, .mem_set = 1);
		run(h, &cb);
		for (k = 0; k < sizes[i]; k += k > 64 ? 4099 : 1)
			assert_int_equal(byte(h, to + k), k % 8 + 1);
		assert_int_equal(byte(h, to + sizes[i] - 1),
				 (sizes[i] - 1) % 8 + 1);
		assert_int_equal(byte(h, to + sizes[i]), 0);
		assert_int_equal(byte(h, to - 1), 0);
	}
}

/* Where a piece of memory ends, the pattern goes on in the next one. */
static void memset_goes_on_in_the_next_range(void **state)
{
	const uint64_t va = TPC_GAUDI_HOST_VA_BASE + 0x10000;
	static char page[2][4096];
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned k;

	soc_lock(h->soc);
	for (k = 0; k < 2; k++)
		assert_int_equal(soc_host_add(h->soc, SOC_HOST_VA,
					      va + k * 4096, page[k], 4096),
				 0);
	soc_unlock(h->soc);
	ADD(&cb, lin_dma, .src_addr = 0x0807060504030201,
	    .dst_addr = va + 4096 - 3, .tsize = 20, .lin = 1, .mem_set = 1);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	for (k = 0; k < 3; k++)
		assert_int_equal(page[0][4093 + k], k + 1);
	for (k = 0; k < 17; k++)
		assert_int_equal(page[1][k], (k + 3) % 8 + 1);
	assert_int_equal(page[1][17], 0);
}

static void wreg(struct cb *cb, uint32_t offset, uint32_t value)
{
	ADD(cb, wreg_32, .reg_offset = (uint16_t)offset, .value = value);
}

static void strided(struct cb *cb, uint64_t src, uint64_t dst)
{
	wreg(cb, DMA(SRC_BASE_LO), (uint32_t)src);
	wreg(cb, DMA(SRC_BASE_HI), (uint32_t)(src >> 32));
	wreg(cb, DMA(DST_BASE_LO), (uint32_t)dst);
	wreg(cb, DMA(DST_BASE_HI), (uint32_t)(dst >> 32));
}

/* The same block ten times, to places two blocks apart. */
static void strided_copy_spreads_a_block(void **state)
{
	const uint32_t block = 0x10000;
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned i;

	fill_bytes(h, SRC, block, 11);
	strided(&cb, SRC, DST);
	wreg(&cb, DMA(SRC_TSIZE_0), block);
	wreg(&cb, DMA(SRC_TSIZE(1)), 10);
	wreg(&cb, DMA(SRC_STRIDE(1)), 0);
	wreg(&cb, DMA(DST_TSIZE_0), block);
	wreg(&cb, DMA(DST_TSIZE(1)), 10);
	wreg(&cb, DMA(DST_STRIDE(1)), 2 * block);
	wreg(&cb, DMA(COMMIT), 0);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	for (i = 0; i < 10; i++) {
		assert_true(same(h, SRC, DST + i * 2 * block, block));
		assert_int_equal(byte(h, DST + (i * 2 + 1) * block + 7), 0);
	}
}

/* Five dimensions in, two out: the order is dimension 0 fastest. */
static void strided_copy_gathers_five_dimensions(void **state)
{
	const uint32_t size[5] = {3, 2, 3, 2, 2};
	const uint32_t stride[5] = {0, 5, 17, 101, 499};
	struct harness *h = *state;
	struct cb cb = {0};
	uint32_t n = 0;
	uint32_t i[5];
	unsigned d;

	fill_bytes(h, SRC, 4096, 13);
	strided(&cb, SRC, DST);
	wreg(&cb, DMA(SRC_TSIZE_0), size[0]);
	for (d = 1; d < 5; d++) {
		wreg(&cb, DMA(SRC_TSIZE(d)), size[d]);
		wreg(&cb, DMA(SRC_STRIDE(d)), stride[d]);
	}
	wreg(&cb, DMA(DST_TSIZE_0), 8);
	wreg(&cb, DMA(DST_TSIZE(1)), 9);
	wreg(&cb, DMA(DST_STRIDE(1)), 16);
	wreg(&cb, DMA(COMMIT), 0);
	run(h, &cb);
	assert_int_equal(h->faults, 0);
	for (i[4] = 0; i[4] < 2; i[4]++)
		for (i[3] = 0; i[3] < 2; i[3]++)
			for (i[2] = 0; i[2] < 3; i[2]++)
				for (i[1] = 0; i[1] < 2; i[1]++)
					for (i[0] = 0; i[0] < 3; i[0]++, n++) {
						uint64_t from = SRC + i[0];

						for (d = 1; d < 5; d++)
							from += i[d] *
								stride[d];
						assert_int_equal(
							byte(h,
							     DST + n / 8 * 16 +
								     n % 8),
							byte(h, from));
					}
	assert_int_equal(n, 72);
}

static void sides_of_a_strided_copy_have_one_size(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	strided(&cb, SRC, DST);
	wreg(&cb, DMA(SRC_TSIZE_0), 8);
	wreg(&cb, DMA(DST_TSIZE_0), 9);
	wreg(&cb, DMA(COMMIT), 0);
	run(h, &cb);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "differ in size"));
}

static void completion_message_follows_the_data(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	wr(h, CORE + DMA(WR_COMP_ADDR_LO), (uint32_t)SOB(2));
	wr(h, CORE + DMA(WR_COMP_ADDR_HI), (uint32_t)(SOB(2) >> 32));
	wr(h, CORE + DMA(WR_COMP_WDATA), 0x80000001);
	fill_bytes(h, SRC, LARGE, 3);
	ADD(&cb, lin_dma, .src_addr = SRC, .dst_addr = DST, .tsize = LARGE,
	    .lin = 1, .wr_comp_en = 1);
	ADD(&cb, lin_dma, .src_addr = SRC, .dst_addr = DST, .tsize = 0,
	    .lin = 1, .wr_comp_en = 1);
	ADD(&cb, lin_dma, .src_addr = SRC, .dst_addr = DST, .tsize = 8,
	    .lin = 1);
	run(h, &cb);
	assert_int_equal(rd(h, SOB(2)), 2);
}

/* The barrier holds the message back until the long copy has ended. */
static void engine_barrier_waits_for_the_transfer(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned i;

	fill_bytes(h, SRC, 1 << 24, 3);
	for (i = 0; i < 8; i++)
		ADD(&cb, lin_dma, .src_addr = SRC,
		    .dst_addr = DST + i * (1 << 24), .tsize = 1 << 24,
		    .lin = 1);
	ADD(&cb, msg_long, .addr = SOB(0), .value = 1, .eng_barrier = 1);
	submit(h, TPC_GAUDI_DMA_QM_BASE(0), 0, &cb);
	soc_lock(h->soc);
	for (;;) {
		uint32_t sob, sts;

		soc_reg_read(h->soc, SOB(0), &sob, true);
		soc_reg_read(h->soc, CORE + DMA(STS0), &sts, true);
		if (sob) {
			assert_int_equal(sts, 0);
			break;
		}
		soc_wait(h->soc, soc_now_ns() + 1000000);
	}
	soc_unlock(h->soc);
	settle(h);
	assert_true(same(h, SRC, DST + 7 * (1 << 24), 1 << 24));
}

static void engines_work_side_by_side(void **state)
{
	struct harness *h = *state;
	unsigned i, k;

	fill_bytes(h, SRC, LARGE, 9);
	for (i = 0; i < 8; i++)
		if (i)
			enable(h, TPC_GAUDI_DMA_QM_BASE(i), false);
	for (k = 0; k < 4; k++) {
		for (i = 0; i < 8; i++) {
			struct cb cb = {0};

			ADD(&cb, lin_dma, .src_addr = SRC,
			    .dst_addr = DST + (8 * k + i) * 0x400000ull,
			    .tsize = LARGE, .lin = 1);
			submit(h, TPC_GAUDI_DMA_QM_BASE(i), k, &cb);
		}
	}
	settle(h);
	assert_int_equal(h->faults, 0);
	for (i = 0; i < 32; i++)
		assert_true(same(h, SRC, DST + i * 0x400000ull, LARGE));
}

static void dma_may_write_registers(void **state)
{
	struct harness *h = *state;

	poke(h, SRC, 7);
	poke(h, SRC + 4, 8);
	copy(h, SRC, SOB(4), 8);
	assert_int_equal(h->faults, 0);
	assert_int_equal(rd(h, SOB(4)), 7);
	assert_int_equal(rd(h, SOB(5)), 8);
	copy(h, SRC, SOB(4) + 2, 4);
	assert_int_equal(rd(h, CORE + DMA(ERR_CAUSE)),
			 DMA(ERR_CAUSE_LBW_WR_ERR_MASK));
}

static void transposing_is_refused_by_name(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};

	ADD(&cb, lin_dma, .src_addr = SRC, .dst_addr = DST, .tsize = 64,
	    .lin = 1, .transpose = 1);
	run(h, &cb);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "transpose"));
}

static void limit_of_the_simulator_is_a_fault(void **state)
{
	struct harness *h = *state;

	copy(h, SRC, DST, (1u << 28) + 1);
	assert_int_equal(h->faults, 1);
	assert_non_null(strstr(h->text, "limit"));
}

static void pause_waits_for_running_transfers(void **state)
{
	struct harness *h = *state;
	struct cb cb = {0};
	unsigned i;

	fill_bytes(h, SRC, 1 << 24, 3);
	for (i = 0; i < 4; i++)
		ADD(&cb, lin_dma, .src_addr = SRC,
		    .dst_addr = DST + i * (1 << 24), .tsize = 1 << 24,
		    .lin = 1);
	submit(h, TPC_GAUDI_DMA_QM_BASE(0), 0, &cb);
	soc_lock(h->soc);
	soc_pause(h->soc);
	soc_resume(h->soc);
	soc_unlock(h->soc);
	settle(h);
	assert_true(same(h, SRC, DST + 3 * (1 << 24), 1 << 24));
}

static void exported_range_is_shared_memory(void **state)
{
	struct harness *h = *state;
	uint32_t *map;
	int fd, again, other;

	fill_bytes(h, SRC, 8192, 17);
	copy(h, SRC, DST, 8192);
	soc_lock(h->soc);
	fd = soc_export(h->soc, DST, 8192, O_RDWR);
	again = soc_export(h->soc, DST, 8192, O_RDWR);
	other = soc_export(h->soc, DST + 4096, 8192, O_RDWR);
	soc_unlock(h->soc);
	assert_true(fd >= 0);
	assert_true(again >= 0 && again != fd);
	assert_int_equal(other, -EEXIST);
	assert_int_equal(soc_is_export(fd), 1);
	assert_int_equal(soc_is_export(0), 0);
	map = mmap(NULL, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, again, 0);
	assert_ptr_not_equal(map, MAP_FAILED);
	/* What was there is still there. */
	assert_true(same(h, SRC, DST, 8192));
	assert_int_equal(map[100], peek(h, SRC + 400));
	/* Both sides see each other's writes. */
	map[3] = 0x1234;
	assert_int_equal(peek(h, DST + 12), 0x1234);
	copy(h, SRC + 64, DST, 4);
	assert_int_equal(map[0], peek(h, SRC + 64));
	/* Another shape is possible once the first is given up. */
	soc_lock(h->soc);
	soc_forget_exports(h->soc);
	other = soc_export(h->soc, DST + 4096, 8192, O_RDWR);
	soc_unlock(h->soc);
	assert_true(other >= 0);
	assert_int_equal(peek(h, DST + 12), 0x1234);
	assert_int_equal(map[3], 0x1234);
	munmap(map, 8192);
	close(fd);
	close(again);
	close(other);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(copies_of_all_sizes),
		TEST(between_sram_and_hbm),
		TEST(host_memory_through_the_mmu),
		TEST(bus_addresses_are_for_the_driver),
		TEST(memset_repeats_the_pattern),
		TEST(memset_goes_on_in_the_next_range),
		TEST(strided_copy_spreads_a_block),
		TEST(strided_copy_gathers_five_dimensions),
		TEST(sides_of_a_strided_copy_have_one_size),
		TEST(completion_message_follows_the_data),
		TEST(engine_barrier_waits_for_the_transfer),
		TEST(engines_work_side_by_side),
		TEST(dma_may_write_registers),
		TEST(transposing_is_refused_by_name),
		TEST(limit_of_the_simulator_is_a_fault),
		TEST(pause_waits_for_running_transfers),
		TEST(exported_range_is_shared_memory),
	};

	return cmocka_run_group_tests_name("soc_dma", tests, NULL, NULL);
}
