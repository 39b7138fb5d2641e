/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Devices: opening, memory, copies, queues and packets on the simulator. */
#include <errno.h>
#include <misc/habanalabs.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "sim.h"

static int setup(void **state)
{
	*state = sim_open(0);
	return 0;
}

static int teardown(void **state)
{
	return tpc_device_close(*state);
}

static void wrong_names_say_what_is_right(void **state)
{
	static const char *const names[] = {
		"",
		"sim",
		"gaudi",
		"/dev/null",
		"/dev/hl",
		"/dev/hlx",
		"/dev/hl0x",
		"/dev/accel/accel",
		"/dev/accel/accel-1",
		"/dev/hl00000",
		"accel0",
	};
	/* One has records of packets, but no model. */
	static const char *const chips[] = {"goya", "gaudi2", "greco", ""};
	struct tpc_device *dev = (void *)0x55;
	char why[256];
	unsigned i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		int err =
			tpc_device_open(names[i], NULL, &dev, why, sizeof(why));

		if (!strcmp(names[i], "/dev/hl00000"))
			continue; /* a number, whatever it leads to */
		assert_int_equal(err, -EINVAL);
		assert_non_null(strstr(why, "use sim:gaudi, /dev/accel"));
	}
	for (i = 0; i < sizeof(chips) / sizeof(chips[0]); i++) {
		char name[32], expected[80];

		snprintf(name, sizeof(name), "sim:%s", chips[i]);
		snprintf(expected, sizeof(expected),
			 "there is no simulated chip '%s'; known: gaudi",
			 chips[i]);
		assert_int_equal(
			tpc_device_open(name, NULL, &dev, why, sizeof(why)),
			-EINVAL);
		assert_string_equal(why, expected);
	}
	assert_int_equal(tpc_device_open("sim:goya", NULL, &dev, NULL, 0),
			 -EINVAL);
	assert_ptr_equal(dev, (void *)0x55);
}

/* Machines with hardware skip this: there the node exists. */
static void a_missing_node_names_the_next_step(void **state)
{
	struct tpc_device *dev;
	char why[256];
	int err = tpc_device_open("/dev/accel/accel999", NULL, &dev, why,
				  sizeof(why));

	assert_int_equal(err, -ENOENT);
	assert_non_null(strstr(why, "/dev/accel/accel999"));
	assert_non_null(strstr(why, "habanalabs module loaded"));
}

/* Where there is hardware: its control node can always be asked. */
static void a_real_device_gives_its_facts(void **state)
{
	const struct tpc_open_options options = {.control = true};
	static const char *const names[] = {"/dev/accel/accel0", "/dev/hl0"};
	struct tpc_device *dev = NULL;
	char why[256];
	unsigned i;

	for (i = 0; i < 2 && !dev; i++)
		tpc_device_open(names[i], &options, &dev, why, sizeof(why));
	if (!dev) {
		print_message("skipped: %s\n", why);
		skip();
	}
	assert_true(tpc_device_info(dev)->num_tpcs > 0);
	assert_true(tpc_device_info(dev)->dram_size > 0);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void the_control_node_answers_info_only(void **state)
{
	const struct tpc_open_options options = {.control = true};
	struct hl_info_device_status status;
	struct tpc_device *dev;
	struct tpc_mem *mem;
	struct tpc_buf *buf;
	char why[256];

	assert_int_equal(
		tpc_device_open("sim:gaudi", &options, &dev, why, sizeof(why)),
		0);
	assert_int_equal(tpc_device_info(dev)->num_tpcs, 8);
	assert_int_equal(tpc_device_query(dev, HL_INFO_DEVICE_STATUS, 0,
					  &status, sizeof(status)),
			 0);
	assert_int_equal(status.status, HL_DEVICE_STATUS_OPERATIONAL);
	assert_int_equal(tpc_mem_alloc(dev, 4096, 0, 0, &mem), -ENOTTY);
	assert_int_equal(tpc_buf_alloc(dev, 4096, &buf), -ENOTTY);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void the_driver_knows_how_much_memory_is_taken(void **state)
{
	struct tpc_device *dev = *state;
	struct hl_info_dram_usage before, taken, after;
	struct tpc_mem *mem;

	assert_int_equal(tpc_device_query(dev, HL_INFO_DRAM_USAGE, 0, &before,
					  sizeof(before)),
			 0);
	assert_int_equal(tpc_mem_alloc(dev, 1 << 20, 0, 0, &mem), 0);
	assert_int_equal(tpc_device_query(dev, HL_INFO_DRAM_USAGE, 0, &taken,
					  sizeof(taken)),
			 0);
	tpc_mem_free(mem);
	assert_int_equal(tpc_device_query(dev, HL_INFO_DRAM_USAGE, 0, &after,
					  sizeof(after)),
			 0);
	assert_int_equal(taken.ctx_dram_mem - before.ctx_dram_mem, 1 << 20);
	assert_int_equal(after.ctx_dram_mem, before.ctx_dram_mem);
}

static void odd_copies_arrive_whole(void **state)
{
	static const size_t sizes[] = {1, 3, 4, 127, 4096, 5000001};
	struct tpc_device *dev = *state;
	uint8_t *out = malloc(5000001), *in = malloc(5000001 + 1);
	struct tpc_mem *mem;
	unsigned i;
	size_t k;

	assert_int_equal(tpc_mem_alloc(dev, 5000100, 0, 0, &mem), 0);
	for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		for (k = 0; k < sizes[i]; k++)
			out[k] = (uint8_t)(k * 7 + i);
		memset(in, 0xcc, 5000002);
		assert_int_equal(
			tpc_write(dev, tpc_mem_addr(mem) + 5, out, sizes[i]),
			0);
		assert_int_equal(
			tpc_read(dev, in, tpc_mem_addr(mem) + 5, sizes[i]), 0);
		assert_memory_equal(in, out, sizes[i]);
		assert_int_equal(in[sizes[i]], 0xcc);
	}
	assert_int_equal(tpc_write(dev, tpc_mem_addr(mem), out, 0), 0);
	tpc_mem_free(mem);
	free(out);
	free(in);
}

static void device_memory_is_copied_and_filled(void **state)
{
	struct tpc_device *dev = *state;
	struct tpc_mem *dram, *sram;
	uint64_t words[64];
	unsigned i;

	assert_int_equal(tpc_mem_alloc(dev, 1024, 0, 0, &dram), 0);
	assert_int_equal(tpc_mem_alloc(dev, 1024, 4096, TPC_MEM_SRAM, &sram),
			 0);
	assert_int_equal(tpc_mem_addr(sram) % 4096, 0);
	assert_int_equal(
		tpc_fill(dev, tpc_mem_addr(dram), 0x0102030405060708, 512), 0);
	assert_int_equal(
		tpc_copy(dev, tpc_mem_addr(sram), tpc_mem_addr(dram), 512, -1),
		0);
	assert_int_equal(tpc_read(dev, words, tpc_mem_addr(sram), 512), 0);
	for (i = 0; i < 64; i++)
		assert_int_equal(words[i], 0x0102030405060708);
	tpc_mem_free(dram);
	tpc_mem_free(sram);
}

/* The mapping keeps the place inside the page. */
static void the_caller_s_own_memory_can_be_mapped(void **state)
{
	struct tpc_device *dev = *state;
	char *memory = malloc(10000), back[100];
	struct tpc_mem *mem;
	struct tpc_buf *buf;

	strcpy(memory + 333, "somewhere in a page");
	assert_int_equal(tpc_buf_map(dev, memory + 333, 100, &buf), 0);
	assert_ptr_equal(tpc_buf_ptr(buf), memory + 333);
	assert_int_equal(tpc_buf_size(buf), 100);
	assert_int_equal(tpc_mem_alloc(dev, 128, 0, 0, &mem), 0);
	assert_int_equal(
		tpc_copy(dev, tpc_mem_addr(mem), tpc_buf_addr(buf), 100, -1),
		0);
	assert_int_equal(tpc_read(dev, back, tpc_mem_addr(mem), 100), 0);
	assert_string_equal(back, "somewhere in a page");
	tpc_buf_free(buf);
	tpc_mem_free(mem);
	free(memory);
}

static void memory_is_used_until_it_is_full(void **state)
{
	struct tpc_device *dev = *state;
	const struct tpc_device_info *info = tpc_device_info(dev);
	struct tpc_mem *all, *more;

	assert_int_equal(tpc_mem_alloc(dev, info->dram_size, 0, 0, &all), 0);
	assert_int_equal(tpc_mem_addr(all), info->dram_base);
	assert_int_equal(tpc_mem_alloc(dev, 1, 0, 0, &more), -ENOMEM);
	sim_expect_message(dev, "longest free range has 0");
	tpc_mem_free(all);
	assert_int_equal(tpc_mem_alloc(dev, info->sram_size + 128, 0,
				       TPC_MEM_SRAM, &more),
			 -ENOMEM);
	sim_expect_message(dev, "SRAM");
}

/* ---- Queues ----------------------------------------------------------- */

static void queues_have_the_driver_s_numbers(void **state)
{
	struct tpc_device *dev = *state;
	uint64_t addr = 1;

	assert_int_equal(tpc_queue(dev, TPC_ENGINE_DMA, 0, 3), 3);
	assert_int_equal(tpc_queue(dev, TPC_ENGINE_DMA, 1, 0), 4);
	assert_int_equal(tpc_queue(dev, TPC_ENGINE_DMA, 2, 0), 9);
	assert_int_equal(tpc_queue(dev, TPC_ENGINE_DMA, 7, 3), 32);
	assert_int_equal(tpc_queue(dev, TPC_ENGINE_TPC, 0, 0), 41);
	assert_int_equal(tpc_queue(dev, TPC_ENGINE_TPC, 7, 3), 72);
	assert_int_equal(tpc_queue(dev, TPC_ENGINE_TPC, 8, 0), -EINVAL);
	assert_int_equal(tpc_queue(dev, TPC_ENGINE_DMA, 0, 4), -EINVAL);
	assert_int_equal(tpc_queue(dev, (enum tpc_engine)9, 0, 0), -EINVAL);
	assert_int_equal(tpc_queue_fence_addr(dev, 4, 0, false, &addr), 0);
	assert_int_equal(addr, 0x7ffc528308);
	assert_int_equal(tpc_queue_fence_addr(dev, 45, 0, true, &addr), 0);
	assert_int_equal(addr, 0x7ffce48318);
	assert_int_equal(tpc_queue_fence_addr(dev, 2, 3, false, &addr), 0);
	assert_int_equal(addr, 0x7ffc50834c);
	assert_int_equal(tpc_queue_fence_addr(dev, 4, 4, false, &addr),
			 -EINVAL);
	assert_int_equal(tpc_queue_fence_addr(dev, 200, 0, false, &addr),
			 -EINVAL);
}

/* Stream 0 waits for a monitor that stream 1 triggers by a sync object. */
static void streams_meet_at_a_monitor(void **state)
{
	struct tpc_device *dev = *state;
	struct tpc_cmdbuf *waits, *signals;
	struct tpc_job jobs[2] = {{.queue = 0}, {.queue = 1}};
	struct tpc_mem *mem;
	uint64_t fence, seq;
	uint32_t word = 0;

	assert_int_equal(tpc_mem_alloc(dev, 128, 0, 0, &mem), 0);
	assert_int_equal(tpc_fill(dev, tpc_mem_addr(mem), 0, 128), 0);
	assert_int_equal(tpc_queue_fence_addr(dev, 0, 1, false, &fence), 0);
	assert_int_equal(tpc_cmdbuf_new(dev, &waits), 0);
	assert_int_equal(tpc_cmdbuf_new(dev, &signals), 0);
	tpc_cmdbuf_monitor(waits, 100, 200, 3, fence, 1);
	tpc_cmdbuf_fence(waits, 1, 1, 1, 0);
	tpc_cmdbuf_msg_long(waits, tpc_mem_addr(mem), 1234, 0);
	jobs[0].cmds = waits;
	assert_int_equal(tpc_submit(dev, jobs, 1, &seq), 0);
	/* Two of three are not enough. */
	tpc_cmdbuf_sob(signals, 200, TPC_SOB_ADD, 2, 0);
	jobs[1].cmds = signals;
	{
		uint64_t other;

		assert_int_equal(tpc_submit(dev, &jobs[1], 1, &other), 0);
		assert_int_equal(tpc_wait(dev, other, -1), 0);
	}
	assert_int_equal(tpc_wait(dev, seq, 0), -ETIMEDOUT);
	tpc_cmdbuf_reset(signals);
	tpc_cmdbuf_sob(signals, 200, TPC_SOB_ADD, 1, 0);
	{
		uint64_t other;

		assert_int_equal(tpc_submit(dev, &jobs[1], 1, &other), 0);
		assert_int_equal(tpc_wait(dev, other, -1), 0);
	}
	assert_int_equal(tpc_wait(dev, seq, 5000000), 0);
	assert_int_equal(tpc_read(dev, &word, tpc_mem_addr(mem), 4), 0);
	assert_int_equal(word, 1234);
	tpc_cmdbuf_free(waits);
	tpc_cmdbuf_free(signals);
	tpc_mem_free(mem);
}

static void the_driver_s_refusals_come_through(void **state)
{
	struct tpc_device *dev = *state;
	struct tpc_job job = {.queue = 0};
	struct tpc_cmdbuf *cb;
	uint64_t seq = 0x77;
	uint32_t value = 0;

	assert_int_equal(tpc_cmdbuf_new(dev, &cb), 0);
	job.cmds = cb;
	tpc_cmdbuf_stop(cb, 0);
	assert_int_equal(tpc_submit(dev, &job, 1, &seq), -EPERM);
	sim_expect_message(dev, "ioctl CS: Operation not permitted (EPERM)");
	tpc_cmdbuf_reset(cb);
	tpc_cmdbuf_wreg_bulk(cb, 0, (uint32_t[]){0, 0}, 2, 0);
	assert_int_equal(tpc_submit(dev, &job, 1, &seq), -EPERM);
	tpc_cmdbuf_reset(cb);
	tpc_cmdbuf_msg_prot(cb, 0x20000000, value, 0);
	assert_int_equal(tpc_submit(dev, &job, 1, &seq), -EPERM);
	tpc_cmdbuf_reset(cb);
	tpc_cmdbuf_wait(cb, 0, 1, 1, 0);
	assert_int_equal(tpc_submit(dev, &job, 1, &seq), -EINVAL);
	job = (struct tpc_job){.queue = 41, .addr = 0x10, .size = 16};
	assert_int_equal(tpc_submit(dev, &job, 1, &seq), -EFAULT);
	job.queue = 999;
	assert_int_equal(tpc_submit(dev, &job, 1, &seq), -EINVAL);
	assert_int_equal(tpc_wait(dev, 12345, 0), -EINVAL);
	assert_int_equal(seq, 0x77);
	tpc_cmdbuf_free(cb);
}

/* ---- Threads ---------------------------------------------------------- */

struct worker {
	struct tpc_device *dev;
	unsigned id;
};

static void *copy_around(void *arg)
{
	struct worker *w = arg;
	uint32_t out[256], in[256];
	struct tpc_mem *mem;
	unsigned round, i;

	for (round = 0; round < 50; round++) {
		if (tpc_mem_alloc(w->dev, sizeof(out), 0, 0, &mem))
			return w;
		for (i = 0; i < 256; i++)
			out[i] = w->id << 24 | round << 16 | i;
		if (tpc_write(w->dev, tpc_mem_addr(mem), out, sizeof(out)) ||
		    tpc_read(w->dev, in, tpc_mem_addr(mem), sizeof(in)) ||
		    memcmp(in, out, sizeof(in)))
			return w;
		tpc_mem_free(mem);
	}
	return NULL;
}

static void threads_share_a_device(void **state)
{
	struct worker w[6];
	pthread_t thread[6];
	void *failed;
	unsigned i;

	for (i = 0; i < 6; i++) {
		w[i] = (struct worker){*state, i};
		assert_int_equal(
			pthread_create(&thread[i], NULL, copy_around, &w[i]),
			0);
	}
	for (i = 0; i < 6; i++) {
		pthread_join(thread[i], &failed);
		assert_null(failed);
	}
}

static void closing_refuses_while_objects_exist(void **state)
{
	struct tpc_device *dev = *state;
	struct tpc_buf *buf;

	assert_int_equal(tpc_buf_alloc(dev, 1, &buf), 0);
	assert_int_equal(tpc_device_close(dev), -EBUSY);
	sim_expect_message(dev, "1 objects");
	tpc_buf_free(buf);
	assert_int_equal(tpc_device_close(NULL), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_names_say_what_is_right),
		cmocka_unit_test(a_missing_node_names_the_next_step),
		cmocka_unit_test(a_real_device_gives_its_facts),
		cmocka_unit_test(the_control_node_answers_info_only),
		TEST(the_driver_knows_how_much_memory_is_taken),
		TEST(odd_copies_arrive_whole),
		TEST(device_memory_is_copied_and_filled),
		TEST(the_caller_s_own_memory_can_be_mapped),
		TEST(memory_is_used_until_it_is_full),
		TEST(queues_have_the_driver_s_numbers),
		TEST(streams_meet_at_a_monitor),
		TEST(the_driver_s_refusals_come_through),
		TEST(threads_share_a_device),
		TEST(closing_refuses_while_objects_exist),
	};

	return cmocka_run_group_tests_name("device", tests, NULL, NULL);
}
