/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Command buffers of the kernel: create, map, info, destroy. */
#include "requests.h"

static void buffer_is_zero_and_keeps_what_is_written(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;
	unsigned i;

	kcb_new(f->file, &cb, 3 * PAGE);
	for (i = 0; i < 3 * PAGE; i++)
		assert_int_equal(cb.bytes[i], 0);
	memset(cb.bytes, 0x5a, 3 * PAGE);
	assert_int_equal(file_munmap(f->file, cb.bytes, cb.room), 0);
	assert_int_equal(
		file_mmap(f->file, cb.room, cb.handle, (void **)&cb.bytes), 0);
	assert_int_equal(cb.bytes[3 * PAGE - 1], 0x5a);
	kcb_free(f->file, &cb);
}

static void handle_names_its_type(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args a, b;

	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, PAGE, 0, &a), 0);
	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, PAGE, 0, &b), 0);
	assert_int_equal(a.out.cb_handle >> 59, 2);
	assert_int_equal(a.out.cb_handle % PAGE, 0);
	assert_int_not_equal(a.out.cb_handle, b.out.cb_handle);
}

static void size_below_a_page_gives_a_page(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;
	void *p;

	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, 0, 0, &args), 0);
	assert_int_equal(file_mmap(f->file, PAGE, args.out.cb_handle, &p), 0);
	file_munmap(f->file, p, PAGE);
}

static void largest_size_works(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, HL_MAX_CB_SIZE);
	cb.bytes[HL_MAX_CB_SIZE - 1] = 1;
	kcb_free(f->file, &cb);
}

static void larger_size_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;

	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, HL_MAX_CB_SIZE + 1,
			       0, &args),
			 -EINVAL);
	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, ~0u, 0, &args),
			 -EINVAL);
}

static void mapping_into_the_device_gets_ENOMEM(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;

	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, PAGE,
			       HL_CB_FLAGS_MAP, &args),
			 -ENOMEM);
}

static void unknown_operation_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;

	assert_int_equal(cb_op(f->file, 3, 0, PAGE, 0, &args), -EINVAL);
}

static void mmap_of_another_length_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;
	void *p;

	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, 5000, 0, &args), 0);
	assert_int_equal(file_mmap(f->file, PAGE, args.out.cb_handle, &p),
			 -EINVAL);
	assert_int_equal(file_mmap(f->file, 3 * PAGE, args.out.cb_handle, &p),
			 -EINVAL);
	assert_int_equal(file_mmap(f->file, 2 * PAGE, args.out.cb_handle, &p),
			 0);
	file_munmap(f->file, p, 2 * PAGE);
}

static void second_mapping_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;
	void *p;

	kcb_new(f->file, &cb, PAGE);
	assert_int_equal(file_mmap(f->file, PAGE, cb.handle, &p), -EINVAL);
	kcb_free(f->file, &cb);
}

static void mmap_of_an_unknown_handle_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;
	void *p;

	kcb_new(f->file, &cb, PAGE);
	assert_int_equal(file_mmap(f->file, PAGE, cb.handle + PAGE, &p),
			 -EINVAL);
	assert_int_equal(file_mmap(f->file, PAGE, 0, &p), -EINVAL);
	/* The right number, but another type of buffer. */
	assert_int_equal(
		file_mmap(f->file, PAGE,
			  (cb.handle & ~(0x1full << 59)) | 0x4ull << 59, &p),
		-EINVAL);
	kcb_free(f->file, &cb);
}

static void destroying_twice_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;
	uint64_t handle;

	assert_int_equal(cb_op(f->file, HL_CB_OP_CREATE, 0, PAGE, 0, &args), 0);
	handle = args.out.cb_handle;
	assert_int_equal(cb_op(f->file, HL_CB_OP_DESTROY, handle, 0, 0, &args),
			 0);
	assert_int_equal(cb_op(f->file, HL_CB_OP_DESTROY, handle, 0, 0, &args),
			 -EINVAL);
}

static void destroying_what_never_was_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;

	assert_int_equal(cb_op(f->file, HL_CB_OP_DESTROY, 0, 0, 0, &args),
			 -EINVAL);
	assert_int_equal(cb_op(f->file, HL_CB_OP_DESTROY, ~0ull, 0, 0, &args),
			 -EINVAL);
}

static void mapping_outlives_the_handle(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;
	struct kcb cb;
	void *p;

	kcb_new(f->file, &cb, PAGE);
	cb.bytes[17] = 3;
	assert_int_equal(
		cb_op(f->file, HL_CB_OP_DESTROY, cb.handle, 0, 0, &args), 0);
	assert_int_equal(cb.bytes[17], 3);
	cb.bytes[18] = 4;
	assert_int_equal(file_mmap(f->file, PAGE, cb.handle, &p), -EINVAL);
	assert_int_equal(file_munmap(f->file, cb.bytes, cb.room), 0);
}

static void info_counts_users(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	assert_int_equal(cb_op(f->file, HL_CB_OP_INFO, cb.handle, 0, 0, &args),
			 0);
	assert_int_equal(args.out.usage_cnt, 0);
	kcb_free(f->file, &cb);
}

static void info_of_an_unknown_handle_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;

	assert_int_equal(cb_op(f->file, HL_CB_OP_INFO, 1 << 12, 0, 0, &args),
			 -EINVAL);
}

static void device_address_of_an_unmapped_buffer_gets_EINVAL(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args args;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	assert_int_equal(cb_op(f->file, HL_CB_OP_INFO, cb.handle, 0,
			       HL_CB_FLAGS_GET_DEVICE_VA, &args),
			 -EINVAL);
	kcb_free(f->file, &cb);
}

static void many_buffers_at_once(void **state)
{
	struct fixture *f = *state;
	struct kcb cb[100];
	unsigned i;

	for (i = 0; i < 100; i++) {
		kcb_new(f->file, &cb[i], PAGE);
		cb[i].bytes[0] = (uint8_t)i;
	}
	for (i = 0; i < 100; i++)
		assert_int_equal(cb[i].bytes[0], i);
	for (i = 0; i < 100; i++)
		kcb_free(f->file, &cb[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(buffer_is_zero_and_keeps_what_is_written),
		TEST(handle_names_its_type),
		TEST(size_below_a_page_gives_a_page),
		TEST(largest_size_works),
		TEST(larger_size_gets_EINVAL),
		TEST(mapping_into_the_device_gets_ENOMEM),
		TEST(unknown_operation_gets_EINVAL),
		TEST(mmap_of_another_length_gets_EINVAL),
		TEST(second_mapping_gets_EINVAL),
		TEST(mmap_of_an_unknown_handle_gets_EINVAL),
		TEST(destroying_twice_gets_EINVAL),
		TEST(destroying_what_never_was_gets_EINVAL),
		TEST(mapping_outlives_the_handle),
		TEST(info_counts_users),
		TEST(info_of_an_unknown_handle_gets_EINVAL),
		TEST(device_address_of_an_unmapped_buffer_gets_EINVAL),
		TEST(many_buffers_at_once),
	};

	return cmocka_run_group_tests_name("uapi_cb", tests, NULL, NULL);
}
