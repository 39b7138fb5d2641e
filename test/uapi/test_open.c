/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Opening and closing; requests as such; the DEBUG request. */
#include <sys/ioctl.h>

#include "requests.h"

static void second_opener_gets_EBUSY(void **state)
{
	struct fixture *f = *state;
	struct file *other;

	assert_int_equal(file_open(f->machine, false, &other), -EBUSY);
}

static void device_can_be_opened_again_after_close(void **state)
{
	struct fixture *f = *state;

	file_close(f->file);
	assert_int_equal(file_open(f->machine, false, &f->file), 0);
}

static void control_node_has_many_openers(void **state)
{
	struct fixture *f = *state;
	struct hl_info_device_status status = {.status = 9};
	struct file *a, *b;

	assert_int_equal(file_open(f->machine, true, &a), 0);
	assert_int_equal(file_open(f->machine, true, &b), 0);
	assert_int_equal(info(a, HL_INFO_DEVICE_STATUS, &status, 8, 0), 0);
	assert_int_equal(status.status, HL_DEVICE_STATUS_OPERATIONAL);
	file_close(a);
	file_close(b);
}

static void control_node_answers_info_only(void **state)
{
	struct fixture *f = *state;
	union hl_cb_args cb;
	union hl_mem_args mem = {0};
	union hl_cs_args args = {0};
	struct hl_wait_cs_out out;
	struct file *file;

	assert_int_equal(file_open(f->machine, true, &file), 0);
	assert_int_equal(cb_op(file, HL_CB_OP_CREATE, 0, 8, 0, &cb), -ENOTTY);
	assert_int_equal(mem_op(file, HL_MEM_OP_ALLOC, &mem), -ENOTTY);
	assert_int_equal(cs_args(file, &args), -ENOTTY);
	assert_int_equal(wait_cs(file, 1, 0, &out), -ENOTTY);
	file_close(file);
}

static void unknown_request_gets_ENOTTY(void **state)
{
	struct fixture *f = *state;
	uint64_t block[8] = {0};

	assert_int_equal(file_ioctl(f->file, _IOWR('H', 0, block), block),
			 -ENOTTY);
	assert_int_equal(file_ioctl(f->file, _IOWR('H', 7, block), block),
			 -ENOTTY);
	assert_int_equal(file_ioctl(f->file, _IOWR('H', 255, block), block),
			 -ENOTTY);
}

static void bad_argument_pointer_gets_EFAULT(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(file_ioctl(f->file, HL_IOCTL_INFO, NULL), -EFAULT);
	assert_int_equal(file_ioctl(f->file, HL_IOCTL_CS, (void *)0x10),
			 -EFAULT);
}

/* Programs built with older headers give shorter blocks. */
static void shorter_block_is_filled_up_with_zeros(void **state)
{
	struct fixture *f = *state;
	struct {
		union {
			uint64_t handle;
		};
		uint32_t op;
		uint32_t size;
		uint64_t guard;
	} block = {.op = HL_CB_OP_CREATE, .size = 64, .guard = ~0ull};

	assert_int_equal(file_ioctl(f->file,
				    _IOC(_IOC_READ | _IOC_WRITE, 'H', 2, 16),
				    &block),
			 0);
	assert_int_not_equal(block.handle, 0);
	assert_true(block.guard == ~0ull);
}

static void longer_block_works_too(void **state)
{
	struct fixture *f = *state;
	union {
		union hl_cb_args args;
		uint8_t bytes[200];
	} block;

	memset(&block, 0, sizeof(block));
	block.args.in.op = HL_CB_OP_CREATE;
	assert_int_equal(file_ioctl(f->file,
				    _IOC(_IOC_READ | _IOC_WRITE, 'H', 2, 200),
				    &block),
			 0);
	assert_int_not_equal(block.args.out.cb_handle, 0);
}

static int debug(struct file *file, uint32_t op, uint32_t enable)
{
	struct hl_debug_args args = {.op = op, .enable = enable};

	return file_ioctl(file, HL_IOCTL_DEBUG, &args);
}

static void debug_mode_is_set_once(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(debug(f->file, HL_DEBUG_OP_SET_MODE, 0), -EFAULT);
	assert_int_equal(debug(f->file, HL_DEBUG_OP_SET_MODE, 1), 0);
	assert_int_equal(debug(f->file, HL_DEBUG_OP_SET_MODE, 1), -EFAULT);
	assert_int_equal(debug(f->file, HL_DEBUG_OP_SET_MODE, 0), 0);
}

static void debug_operation_outside_of_the_mode_gets_EFAULT(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(debug(f->file, HL_DEBUG_OP_ETR, 1), -EFAULT);
	assert_int_equal(debug(f->file, HL_DEBUG_OP_TIMESTAMP, 1), -EFAULT);
}

static void unknown_debug_operation_gets_EINVAL(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(debug(f->file, HL_DEBUG_OP_SET_MODE + 1, 1), -EINVAL);
}

/* Nothing that the last context left behind may be seen by the next. */
static void sync_objects_are_zero_after_reopening(void **state)
{
	struct fixture *f = *state;
	struct kcb cb;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, msg_long, .addr = E_N_SOB(100), .value = 55);
	run(f->file, &cb, DOWN);
	assert_true(sob_is(f->file, 100, 55));
	kcb_free(f->file, &cb);
	file_close(f->file);
	assert_int_equal(file_open(f->machine, false, &f->file), 0);
	assert_true(sob_is(f->file, 100, 0));
}

static void close_ends_what_is_stuck(void **state)
{
	struct fixture *f = *state;
	struct hl_cs_chunk c;
	struct kcb cb;
	uint64_t seq = 0;

	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, fence, .id = 0, .target_val = 1);
	c = chunk(&cb, DOWN);
	assert_int_equal(cs(f->file, &c, 1, 0, &seq), 0);
	file_close(f->file);
	assert_int_equal(file_open(f->machine, false, &f->file), 0);
	kcb_new(f->file, &cb, PAGE);
	ADD(&cb, nop);
	run(f->file, &cb, DOWN);
}

static void chip_lives_until_its_last_file_is_closed(void **state)
{
	const struct tpc_sim_params params = {.threads = 1};
	struct hl_info_device_status status;
	struct tpc_sim_file *file;
	struct tpc_sim *sim;
	struct hl_info_args args = {
		.return_pointer = (uintptr_t)&status,
		.return_size = sizeof(status),
		.op = HL_INFO_DEVICE_STATUS,
	};

	assert_int_equal(tpc_sim_create(&params, &sim), 0);
	assert_int_equal(tpc_sim_open(sim, false, &file), 0);
	tpc_sim_destroy(sim);
	assert_int_equal(tpc_sim_ioctl(file, HL_IOCTL_INFO, &args), 0);
	tpc_sim_close(file);
}

static void unknown_chip_name_gets_EINVAL(void **state)
{
	const struct tpc_sim_params params = {.chip = "gaudi17"};
	struct tpc_sim *sim;

	assert_int_equal(tpc_sim_create(&params, &sim), -EINVAL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(second_opener_gets_EBUSY),
		TEST(device_can_be_opened_again_after_close),
		TEST(control_node_has_many_openers),
		TEST(control_node_answers_info_only),
		TEST(unknown_request_gets_ENOTTY),
		TEST(bad_argument_pointer_gets_EFAULT),
		TEST(shorter_block_is_filled_up_with_zeros),
		TEST(longer_block_works_too),
		TEST(debug_mode_is_set_once),
		TEST(debug_operation_outside_of_the_mode_gets_EFAULT),
		TEST(unknown_debug_operation_gets_EINVAL),
		TEST(sync_objects_are_zero_after_reopening),
		TEST(close_ends_what_is_stuck),
		cmocka_unit_test(chip_lives_until_its_last_file_is_closed),
		cmocka_unit_test(unknown_chip_name_gets_EINVAL),
	};

	return cmocka_run_group_tests_name("uapi_open", tests, NULL, NULL);
}
