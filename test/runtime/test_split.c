/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Index-space split and tensor shapes. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tpc/tpc.h"

static struct tpc_box box5(int a, int b, int c, int d, int e)
{
	struct tpc_box box = {.size = {a, b, c, d, e}};

	return box;
}

static uint64_t volume(const struct tpc_box *box)
{
	uint64_t v = 1;
	int d;

	for (d = 0; d < TPC_DIMS; d++)
		v *= (uint64_t)box->size[d];
	return v;
}

static bool overlap(const struct tpc_box *a, const struct tpc_box *b)
{
	int d;

	for (d = 0; d < TPC_DIMS; d++)
		if (a->base[d] + a->size[d] <= b->base[d] ||
		    b->base[d] + b->size[d] <= a->base[d])
			return false;
	return true;
}

/* The parts are disjoint, inside the box, and together as large. */
static void check_cover(const struct tpc_box *space,
			const struct tpc_box *parts, unsigned count)
{
	uint64_t sum = 0;
	unsigned i, k;
	int d;

	for (i = 0; i < count; i++) {
		sum += volume(&parts[i]);
		for (d = 0; d < TPC_DIMS; d++) {
			assert_true(parts[i].size[d] >= 1);
			assert_true(parts[i].base[d] >= space->base[d]);
			assert_true(parts[i].base[d] + parts[i].size[d] <=
				    space->base[d] + space->size[d]);
		}
		for (k = 0; k < i; k++)
			assert_false(overlap(&parts[i], &parts[k]));
	}
	assert_int_equal(sum, volume(space));
}

static void even_spaces_split_in_the_highest_dimension(void **state)
{
	struct tpc_box space = box5(16, 8, 1, 1, 1), parts[8];
	int i, n = tpc_split(&space, 8, parts);

	assert_int_equal(n, 8);
	check_cover(&space, parts, 8);
	for (i = 0; i < n; i++) {
		assert_int_equal(parts[i].size[0], 16);
		assert_int_equal(parts[i].size[1], 1);
		assert_int_equal(parts[i].base[1], i);
	}
}

static void an_odd_dimension_is_passed_over_for_an_even_one(void **state)
{
	struct tpc_box space = box5(4, 7, 1, 1, 1), parts[4];

	assert_int_equal(tpc_split(&space, 4, parts), 4);
	check_cover(&space, parts, 4);
	assert_int_equal(parts[0].size[0], 1);
	assert_int_equal(parts[0].size[1], 7);
}

static void odd_sizes_keep_all_tpcs_busy(void **state)
{
	struct tpc_box space = box5(100, 1, 1, 1, 1), parts[8];
	int i;

	assert_int_equal(tpc_split(&space, 8, parts), 8);
	check_cover(&space, parts, 8);
	for (i = 0; i < 8; i++) {
		assert_true(parts[i].size[0] >= 12);
		assert_true(parts[i].size[0] <= 13);
	}
}

static void a_small_space_gives_fewer_parts(void **state)
{
	struct tpc_box space = box5(3, 1, 1, 1, 1), parts[8];

	assert_int_equal(tpc_split(&space, 8, parts), 3);
	check_cover(&space, parts, 3);
	space = box5(1, 1, 1, 1, 1);
	assert_int_equal(tpc_split(&space, 8, parts), 1);
}

static void one_part_is_the_space(void **state)
{
	struct tpc_box space = box5(5, 4, 3, 2, 1), part;

	space.base[2] = -7;
	assert_int_equal(tpc_split(&space, 1, &part), 1);
	assert_memory_equal(&part, &space, sizeof(space));
}

static void random_spaces_are_covered(void **state)
{
	struct tpc_box parts[64];
	unsigned seed = 3, round, want, d;

	for (round = 0; round < 500; round++) {
		struct tpc_box space;
		int n;

		for (d = 0; d < TPC_DIMS; d++) {
			space.base[d] = rand_r(&seed) % 100 - 50;
			space.size[d] = 1 + rand_r(&seed) % 9;
		}
		want = 1 + (unsigned)rand_r(&seed) % 64;
		n = tpc_split(&space, want, parts);
		assert_true(n >= 1 && (unsigned)n <= want);
		check_cover(&space, parts, (unsigned)n);
		if (volume(&space) >= want)
			assert_int_equal(n, want);
	}
}

static void wrong_spaces_are_refused(void **state)
{
	struct tpc_box space = box5(4, 0, 1, 1, 1), parts[8];

	assert_int_equal(tpc_split(&space, 8, parts), -EINVAL);
	space = box5(4, -1, 1, 1, 1);
	assert_int_equal(tpc_split(&space, 8, parts), -EINVAL);
	space = box5(4, 1, 1, 1, 1);
	assert_int_equal(tpc_split(&space, 0, parts), -EINVAL);
	assert_int_equal(tpc_split(&space, TPC_MAX_PARTS + 1, parts), -EINVAL);
	space.base[0] = INT32_MAX;
	assert_int_equal(tpc_split(&space, 8, parts), -EINVAL);
}

static void dense_tensors_have_running_strides(void **state)
{
	uint32_t size[5] = {3, 4, 5, 6, 7};
	struct tpc_tensor t;

	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_BF16, 5, size, 0x80), 0);
	assert_int_equal(t.stride[0], 1);
	assert_int_equal(t.stride[1], 3);
	assert_int_equal(t.stride[2], 12);
	assert_int_equal(t.stride[3], 60);
	assert_int_equal(t.stride[4], 360);
	assert_int_equal(tpc_tensor_bytes(&t), 2 * 3 * 4 * 5 * 6 * 7);
}

static void strided_tensors_end_at_their_last_element(void **state)
{
	uint32_t size[2] = {10, 3};
	struct tpc_tensor t;

	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_F32, 2, size, 0x80), 0);
	t.stride[1] = 64;
	assert_int_equal(tpc_tensor_bytes(&t), 4 * (2 * 64 + 10));
	t.stride[0] = 2;
	assert_int_equal(tpc_tensor_bytes(&t), 0);
}

static void wrong_shapes_are_refused_and_nothing_is_written(void **state)
{
	uint32_t zero[1] = {0}, huge[1] = {0x80000000u};
	uint32_t wide[3] = {0x10000, 0x10000, 2}, one[1] = {1};
	struct tpc_tensor t, before;

	memset(&t, 0x5a, sizeof(t));
	before = t;
	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_F32, 0, one, 0),
			 -EINVAL);
	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_F32, 6, one, 0),
			 -EINVAL);
	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_F32, 1, zero, 0),
			 -EINVAL);
	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_F32, 1, huge, 0),
			 -EINVAL);
	assert_int_equal(tpc_tensor_init(&t, TPC_NUM_DTYPES, 1, one, 0),
			 -EINVAL);
	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_F32, 3, wide, 0),
			 -EOVERFLOW);
	assert_memory_equal(&t, &before, sizeof(t));
}

static void type_names_go_both_ways(void **state)
{
	int i;

	for (i = 0; i < TPC_NUM_DTYPES; i++)
		assert_int_equal(
			tpc_dtype_by_name(tpc_dtype_name((enum tpc_dtype)i)),
			i);
	assert_int_equal(tpc_dtype_by_name("f64"), -EINVAL);
	assert_null(tpc_dtype_name(TPC_NUM_DTYPES));
	assert_int_equal(tpc_dtype_bytes(TPC_NUM_DTYPES), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(even_spaces_split_in_the_highest_dimension),
		cmocka_unit_test(
			an_odd_dimension_is_passed_over_for_an_even_one),
		cmocka_unit_test(odd_sizes_keep_all_tpcs_busy),
		cmocka_unit_test(a_small_space_gives_fewer_parts),
		cmocka_unit_test(one_part_is_the_space),
		cmocka_unit_test(random_spaces_are_covered),
		cmocka_unit_test(wrong_spaces_are_refused),
		cmocka_unit_test(dense_tensors_have_running_strides),
		cmocka_unit_test(strided_tensors_end_at_their_last_element),
		cmocka_unit_test(
			wrong_shapes_are_refused_and_nothing_is_written),
		cmocka_unit_test(type_names_go_both_ways),
	};

	return cmocka_run_group_tests_name("split", tests, NULL, NULL);
}
