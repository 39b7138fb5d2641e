/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The allocator behind device memory. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "ranges.h"

static void ranges_are_aligned_and_lowest_first(void **state)
{
	struct tpc_ranges r;
	uint64_t a, b, c;

	assert_int_equal(tpc_ranges_init(&r, 0x1080, 0x10000), 0);
	assert_int_equal(tpc_ranges_take(&r, 0x100, 0x1000, &a), 0);
	assert_int_equal(a, 0x2000);
	/* The gap left by the alignment is used. */
	assert_int_equal(tpc_ranges_take(&r, 0x80, 0x80, &b), 0);
	assert_int_equal(b, 0x1080);
	assert_int_equal(tpc_ranges_take(&r, 0x1000, 0x80, &c), 0);
	assert_int_equal(c, 0x2100);
	tpc_ranges_fini(&r);
}

static void freed_neighbours_become_one_range(void **state)
{
	struct tpc_ranges r;
	uint64_t at[8];
	unsigned i;

	assert_int_equal(tpc_ranges_init(&r, 0, 8 * 64), 0);
	for (i = 0; i < 8; i++)
		assert_int_equal(tpc_ranges_take(&r, 64, 64, &at[i]), 0);
	assert_int_equal(tpc_ranges_longest(&r), 0);
	/* Odd ones first: no neighbours yet. */
	for (i = 1; i < 8; i += 2)
		tpc_ranges_give(&r, at[i], 64);
	assert_int_equal(r.count, 4);
	assert_int_equal(tpc_ranges_longest(&r), 64);
	for (i = 0; i < 8; i += 2)
		tpc_ranges_give(&r, at[i], 64);
	assert_int_equal(r.count, 1);
	assert_int_equal(tpc_ranges_longest(&r), 8 * 64);
	tpc_ranges_fini(&r);
}

static void full_and_wrong_requests_fail(void **state)
{
	struct tpc_ranges r;
	uint64_t addr = 0x55;

	assert_int_equal(tpc_ranges_init(&r, 0x1000, 0x1000), 0);
	assert_int_equal(tpc_ranges_take(&r, 0x1001, 1, &addr), -ENOMEM);
	assert_int_equal(tpc_ranges_take(&r, 0x1000, 0x2000, &addr), -ENOMEM);
	assert_int_equal(tpc_ranges_take(&r, UINT64_MAX, 1, &addr), -ENOMEM);
	assert_int_equal(tpc_ranges_take(&r, 0, 1, &addr), -EINVAL);
	assert_int_equal(tpc_ranges_take(&r, 1, 0, &addr), -EINVAL);
	assert_int_equal(tpc_ranges_take(&r, 1, 3, &addr), -EINVAL);
	assert_int_equal(addr, 0x55);
	assert_int_equal(tpc_ranges_take(&r, 0x1000, 0x1000, &addr), 0);
	assert_int_equal(tpc_ranges_take(&r, 1, 1, &addr), -ENOMEM);
	tpc_ranges_fini(&r);
}

static void an_empty_pool_gives_nothing(void **state)
{
	struct tpc_ranges r;
	uint64_t addr;

	assert_int_equal(tpc_ranges_init(&r, 0, 0), 0);
	assert_int_equal(tpc_ranges_take(&r, 1, 1, &addr), -ENOMEM);
	tpc_ranges_fini(&r);
}

#define SLOTS 300
#define SPACE 0x10000

/* Against a map of bytes: nothing overlaps, nothing is lost. */
static void random_use_never_overlaps_and_loses_nothing(void **state)
{
	static unsigned char owner[SPACE];
	uint64_t addr[SLOTS], size[SLOTS];
	unsigned used[SLOTS] = {0}, seed = 7, step, i;
	struct tpc_ranges r;

	assert_int_equal(tpc_ranges_init(&r, 0, SPACE), 0);
	for (step = 0; step < 20000; step++) {
		unsigned s = (unsigned)rand_r(&seed) % SLOTS;

		if (used[s]) {
			for (i = 0; i < size[s]; i++)
				owner[addr[s] + i] = 0;
			tpc_ranges_give(&r, addr[s], size[s]);
			used[s] = 0;
			continue;
		}
		size[s] = 1 + (unsigned)rand_r(&seed) % 700;
		if (tpc_ranges_take(&r, size[s], 1u << (rand_r(&seed) % 8),
				    &addr[s]))
			continue;
		used[s] = 1;
		for (i = 0; i < size[s]; i++) {
			assert_int_equal(owner[addr[s] + i], 0);
			owner[addr[s] + i] = 1;
		}
	}
	for (i = 0; i < SLOTS; i++)
		if (used[i])
			tpc_ranges_give(&r, addr[i], size[i]);
	assert_int_equal(r.count, 1);
	assert_int_equal(tpc_ranges_longest(&r), SPACE);
	assert_int_equal(r.taken, 0);
	tpc_ranges_fini(&r);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ranges_are_aligned_and_lowest_first),
		cmocka_unit_test(freed_neighbours_become_one_range),
		cmocka_unit_test(full_and_wrong_requests_fail),
		cmocka_unit_test(an_empty_pool_gives_nothing),
		cmocka_unit_test(random_use_never_overlaps_and_loses_nothing),
	};

	return cmocka_run_group_tests_name("ranges", tests, NULL, NULL);
}
