/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The MEMORY request: accounting, mappings of host memory, addresses. */
#include <sys/mman.h>

#include "requests.h"

#define VA_BASE TPC_GAUDI_HOST_VA_BASE
#define HINT	(VA_BASE + 0x40000000)

static char *pages(size_t count)
{
	char *p = mmap(NULL, count * PAGE, PROT_READ | PROT_WRITE,
		       MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_ptr_not_equal(p, MAP_FAILED);
	return p;
}

static void address_keeps_the_offset_in_the_page(void **state)
{
	struct fixture *f = *state;
	char *p = pages(4);
	uint64_t a, b;

	assert_int_equal(host_map(f->file, p, 4 * PAGE, 0, 0, &a), 0);
	assert_true(a >= VA_BASE);
	assert_int_equal(a % PAGE, 0);
	assert_int_equal(host_map(f->file, p + 100, 50, 0, 0, &b), 0);
	assert_int_equal(b % PAGE, 100);
	assert_int_not_equal(a / PAGE, b / PAGE);
	assert_int_equal(host_unmap(f->file, a), 0);
	assert_int_equal(host_unmap(f->file, b), 0);
	munmap(p, 4 * PAGE);
}

/* What the device writes through a mapping is in the program's pages. */
static void device_works_on_the_very_pages(void **state)
{
	struct fixture *f = *state;
	char *p = pages(2);
	struct kcb cb;
	uint64_t va = 0;

	memcpy(p + 10, "source", 7);
	assert_int_equal(host_map(f->file, p, 2 * PAGE, 0, 0, &va), 0);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, lin_dma, .src_addr = va + 10, .dst_addr = va + PAGE - 3,
	    .tsize = 7, .lin = 1);
	run(f->file, &cb, UP);
	assert_string_equal(p + PAGE - 3, "source");
	kcb_free(f->file, &cb);
	assert_int_equal(host_unmap(f->file, va), 0);
	munmap(p, 2 * PAGE);
}

static void unmapped_host_memory_gets_EFAULT(void **state)
{
	struct fixture *f = *state;
	char *p = pages(3);
	uint64_t va = 0;

	munmap(p + PAGE, PAGE);
	assert_int_equal(host_map(f->file, p, 3 * PAGE, 0, 0, &va), -EFAULT);
	assert_int_equal(host_map(f->file, p + PAGE, PAGE, 0, 0, &va), -EFAULT);
	assert_int_equal(host_map(f->file, (void *)0x1000, PAGE, 0, 0, &va),
			 -EFAULT);
	munmap(p, 3 * PAGE);
}

static void memory_without_access_gets_EFAULT(void **state)
{
	struct fixture *f = *state;
	char *p = pages(2);
	uint64_t va = 0;

	mprotect(p, PAGE, PROT_READ);
	assert_int_equal(host_map(f->file, p, 2 * PAGE, 0, 0, &va), -EFAULT);
	mprotect(p, PAGE, PROT_NONE);
	assert_int_equal(host_map(f->file, p, 2 * PAGE, 0, 0, &va), -EFAULT);
	munmap(p, 2 * PAGE);
}

static void empty_range_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t va = 0;

	assert_int_equal(host_map(f->file, p, 0, 0, 0, &va), -EINVAL);
	munmap(p, PAGE);
}

static void range_over_the_end_of_the_address_space_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	uint64_t va = 0;

	assert_int_equal(
		host_map(f->file, (void *)~0xfffull, 2 * PAGE, 0, 0, &va),
		-EINVAL);
	assert_int_equal(host_map(f->file, (void *)PAGE, ~0ull - 10, 0, 0, &va),
			 -EINVAL);
}

static void unmapping_twice_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t va = 0;

	assert_int_equal(host_map(f->file, p, PAGE, 0, 0, &va), 0);
	assert_int_equal(host_unmap(f->file, va), 0);
	assert_int_equal(host_unmap(f->file, va), -EINVAL);
	munmap(p, PAGE);
}

static void unmapping_another_address_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	char *p = pages(2);
	uint64_t va = 0;

	assert_int_equal(host_map(f->file, p, 2 * PAGE, 0, 0, &va), 0);
	assert_int_equal(host_unmap(f->file, va + PAGE), -EINVAL);
	assert_int_equal(host_unmap(f->file, va + 1), -EINVAL);
	assert_int_equal(host_unmap(f->file, 0), -EINVAL);
	assert_int_equal(host_unmap(f->file, va), 0);
	munmap(p, 2 * PAGE);
}

static void hint_is_honoured(void **state)
{
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t va = 0;

	assert_int_equal(host_map(f->file, p, PAGE, HINT, 0, &va), 0);
	assert_int_equal(va, HINT);
	assert_int_equal(host_unmap(f->file, va), 0);
	munmap(p, PAGE);
}

static void hint_that_is_taken_is_ignored(void **state)
{
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t a, b;

	assert_int_equal(host_map(f->file, p, PAGE, HINT, 0, &a), 0);
	assert_int_equal(host_map(f->file, p, PAGE, HINT, 0, &b), 0);
	assert_int_equal(a, HINT);
	assert_int_not_equal(b, HINT);
	munmap(p, PAGE);
}

/* The driver's own choice is as good as without a hint. */
static void ignored_hint_keeps_huge_pages_aligned(void **state)
{
	const uint64_t huge = TPC_GAUDI_MMU_HUGE_PAGE;
	struct fixture *f = *state;
	char *all = pages(3 * huge / PAGE);
	char *p = all + (huge - (uintptr_t)all % huge) % huge;
	uint64_t a, b;

	assert_int_equal(host_map(f->file, p, PAGE, HINT, 0, &a), 0);
	assert_int_equal(host_map(f->file, p, huge, HINT, 0, &b), 0);
	assert_int_equal(a, HINT);
	assert_int_equal(b % huge, 0);
	munmap(all, 3 * huge);
}

static void forced_hint_that_is_taken_gets_ENOMEM(void **state)
{
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t va = 0;

	assert_int_equal(
		host_map(f->file, p, PAGE, HINT, HL_MEM_FORCE_HINT, &va), 0);
	assert_int_equal(va, HINT);
	assert_int_equal(
		host_map(f->file, p, PAGE, HINT, HL_MEM_FORCE_HINT, &va),
		-ENOMEM);
	munmap(p, PAGE);
}

static void misaligned_hint_is_ignored_or_EINVAL_if_forced(void **state)
{
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t va = 0;

	assert_int_equal(host_map(f->file, p, PAGE, HINT + 8, 0, &va), 0);
	assert_int_equal(va % PAGE, 0);
	assert_int_equal(
		host_map(f->file, p, PAGE, HINT + 8, HL_MEM_FORCE_HINT, &va),
		-EINVAL);
	munmap(p, PAGE);
}

static void addresses_come_back_after_unmapping(void **state)
{
	struct fixture *f = *state;
	char *p = pages(8);
	uint64_t va[8], again;
	unsigned i;

	for (i = 0; i < 8; i++)
		assert_int_equal(host_map(f->file, p + i * PAGE, PAGE,
					  HINT + i * PAGE, HL_MEM_FORCE_HINT,
					  &va[i]),
				 0);
	for (i = 0; i < 8; i++)
		assert_int_equal(host_unmap(f->file, va[(i * 5) % 8]), 0);
	/* The pieces have grown together again. */
	assert_int_equal(
		host_map(f->file, p, 8 * PAGE, HINT, HL_MEM_FORCE_HINT, &again),
		0);
	assert_int_equal(again, HINT);
	munmap(p, 8 * PAGE);
}

/* Holes everywhere: the free list grows, and shrinks to one piece again. */
static void scattered_mappings(void **state)
{
	const unsigned count = 200;
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t va;
	unsigned i;

	for (i = 0; i < count; i++)
		assert_int_equal(host_map(f->file, p, PAGE, HINT + 2 * i * PAGE,
					  HL_MEM_FORCE_HINT, &va),
				 0);
	assert_int_equal(
		host_map(f->file, p, PAGE, HINT + PAGE, HL_MEM_FORCE_HINT, &va),
		0);
	assert_int_equal(host_unmap(f->file, va), 0);
	for (i = 0; i < count; i++)
		assert_int_equal(
			host_unmap(f->file, HINT + 2 * (i * 7 % count) * PAGE),
			0);
	munmap(p, PAGE);
	p = pages(2 * count);
	assert_int_equal(host_map(f->file, p, 2 * count * PAGE, HINT,
				  HL_MEM_FORCE_HINT, &va),
			 0);
	munmap(p, 2 * count * PAGE);
}

static void hint_outside_of_the_range_is_no_use(void **state)
{
	struct fixture *f = *state;
	char *p = pages(1);
	uint64_t va;

	assert_int_equal(host_map(f->file, p, PAGE, DRAM, 0, &va), 0);
	assert_true(va >= VA_BASE);
	assert_int_equal(
		host_map(f->file, p, PAGE, DRAM, HL_MEM_FORCE_HINT, &va),
		-ENOMEM);
	/* The driver's own piece at the start. */
	assert_int_equal(
		host_map(f->file, p, PAGE, VA_BASE, HL_MEM_FORCE_HINT, &va),
		-ENOMEM);
	munmap(p, PAGE);
}

static void large_aligned_memory_gets_an_aligned_address(void **state)
{
	const size_t huge = TPC_GAUDI_MMU_HUGE_PAGE;
	struct fixture *f = *state;
	char *p = aligned_alloc(huge, huge);
	uint64_t va = 0;

	assert_non_null(p);
	assert_int_equal(host_map(f->file, p, huge, 0, 0, &va), 0);
	assert_int_equal(va % huge, 0);
	assert_int_equal(host_unmap(f->file, va), 0);
	free(p);
}

static void mapping_device_memory_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_mem_args args = {0};

	assert_int_equal(mem_op(f->file, HL_MEM_OP_MAP, &args), -EINVAL);
}

static void mapping_a_register_block_gets_EPERM(void **state)
{
	struct fixture *f = *state;
	union hl_mem_args args = {0};

	args.in.map_block.block_addr = TPC_GAUDI_DMA_QM_BASE(0);
	assert_int_equal(mem_op(f->file, HL_MEM_OP_MAP_BLOCK, &args), -EPERM);
}

static void allocation_of_nothing_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_mem_args args = {0};

	assert_int_equal(mem_op(f->file, HL_MEM_OP_ALLOC, &args), -EINVAL);
}

static void unknown_operation_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_mem_args args = {0};

	assert_int_equal(mem_op(f->file, 7, &args), -EINVAL);
	memset(&args, 0, sizeof(args));
	assert_int_equal(mem_op(f->file, ~0u, &args), -EINVAL);
}

static void timestamp_buffers_have_a_limit(void **state)
{
	struct fixture *f = *state;
	union hl_mem_args args = {0};
	void *p;

	args.in.num_of_elements = (1u << 20) + 1;
	assert_int_equal(mem_op(f->file, HL_MEM_OP_TS_ALLOC, &args), -EINVAL);
	memset(&args, 0, sizeof(args));
	args.in.num_of_elements = 512;
	assert_int_equal(mem_op(f->file, HL_MEM_OP_TS_ALLOC, &args), 0);
	assert_int_equal(args.out.handle >> 59, 0x10);
	assert_int_equal(file_mmap(f->file, PAGE, args.out.handle, &p), 0);
	file_munmap(f->file, p, PAGE);
}

static void unmapping_waits_for_running_transfers(void **state)
{
	const size_t size = 64 << 20;
	struct fixture *f = *state;
	struct hl_wait_cs_out out;
	struct hl_cs_chunk c;
	char *p = pages(size / PAGE);
	struct kcb cb;
	uint64_t va, seq;

	SIMULATED_ONLY("the real device would report a page fault");
	memset(p, 0x17, size);
	assert_int_equal(host_map(f->file, p, size, 0, 0, &va), 0);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, lin_dma, .src_addr = va, .dst_addr = DRAM,
	    .tsize = (uint32_t)size, .lin = 1);
	c = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	/* Either before it started or after its end, never in between. */
	host_unmap(f->file, va);
	munmap(p, size);
	wait_cs(f->file, seq, PATIENCE, &out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(address_keeps_the_offset_in_the_page),
		TEST(device_works_on_the_very_pages),
		TEST(unmapped_host_memory_gets_EFAULT),
		TEST(memory_without_access_gets_EFAULT),
		TEST(empty_range_gets_EINVAL),
		TEST(range_over_the_end_of_the_address_space_gets_EINVAL),
		TEST(unmapping_twice_gets_EINVAL),
		TEST(unmapping_another_address_gets_EINVAL),
		TEST(hint_is_honoured),
		TEST(hint_that_is_taken_is_ignored),
		TEST(ignored_hint_keeps_huge_pages_aligned),
		TEST(forced_hint_that_is_taken_gets_ENOMEM),
		TEST(misaligned_hint_is_ignored_or_EINVAL_if_forced),
		TEST(addresses_come_back_after_unmapping),
		TEST(scattered_mappings),
		TEST(hint_outside_of_the_range_is_no_use),
		TEST(large_aligned_memory_gets_an_aligned_address),
		TEST(mapping_device_memory_gets_EINVAL),
		TEST(mapping_a_register_block_gets_EPERM),
		TEST(allocation_of_nothing_gets_EINVAL),
		TEST(unknown_operation_gets_EINVAL),
		TEST(timestamp_buffers_have_a_limit),
		TEST(unmapping_waits_for_running_transfers),
	};

	return cmocka_run_group_tests_name("uapi_mem", tests, NULL, NULL);
}
