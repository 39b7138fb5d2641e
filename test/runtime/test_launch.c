/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Kernel launches on simulated devices, from ELF to results. */
#include <errno.h>
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "provider.h"
#include "sim.h"

#define HALT "\thalt\n\tnop\n\tnop\n\tnop\n"

/* A loop of four bundles without end. */
static const char endless[] = "main:\n"
			      "\tnop\n"
			      "\tnop; jmpr main\n"
			      "\tnop\n"
			      "\tnop\n"
			      "\tnop\n" HALT;

/* An f32 tensor in device memory with a host buffer of the same size. */
struct array {
	struct tpc_mem *mem;
	struct tpc_buf *buf;
	struct tpc_tensor tensor;
	float *value; /* of the buffer */
	size_t count;
};

static void make_array(struct tpc_device *dev, struct array *a, unsigned rank,
		       const uint32_t *size, unsigned flags)
{
	unsigned d;

	a->count = 1;
	for (d = 0; d < rank; d++)
		a->count *= size[d];
	assert_int_equal(tpc_mem_alloc(dev, a->count * 4, 0, flags, &a->mem),
			 0);
	assert_int_equal(tpc_buf_alloc(dev, a->count * 4, &a->buf), 0);
	a->value = tpc_buf_ptr(a->buf);
	assert_int_equal(tpc_tensor_init(&a->tensor, TPC_DTYPE_F32, rank, size,
					 tpc_mem_addr(a->mem)),
			 0);
}

static void free_array(struct array *a)
{
	tpc_buf_free(a->buf);
	tpc_mem_free(a->mem);
}

static void fill(struct array *a, unsigned seed)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		a->value[i] = (float)(rand_r(&seed) % 20001 - 10000) / 8;
}

/* z = x + y as the example kernel does it. */
struct addition {
	struct tpc_device *dev;
	struct tpc_kernel *kernel;
	struct tpc_launch *launch;
	struct array x, y, z;
};

static void make_addition(struct addition *a, struct tpc_device *dev,
			  struct tpc_kernel *kernel, uint32_t n, uint32_t m,
			  unsigned flags)
{
	const uint32_t size[2] = {n, m}, space[2] = {(n + 63) / 64, m};
	size_t i;

	a->dev = dev;
	a->kernel = kernel;
	make_array(dev, &a->x, 2, size, flags);
	make_array(dev, &a->y, 2, size, flags);
	make_array(dev, &a->z, 2, size, flags);
	fill(&a->x, 1);
	fill(&a->y, 2);
	for (i = 0; i < a->z.count; i++)
		a->z.value[i] = -12345;
	assert_int_equal(tpc_launch_new(kernel, &a->launch), 0);
	assert_int_equal(tpc_launch_set_tensor(a->launch, 0, &a->x.tensor), 0);
	assert_int_equal(tpc_launch_set_tensor(a->launch, 1, &a->y.tensor), 0);
	assert_int_equal(tpc_launch_set_tensor(a->launch, 2, &a->z.tensor), 0);
	assert_int_equal(tpc_launch_set_index_space(a->launch, 2, space), 0);
	assert_int_equal(tpc_launch_add_download(a->launch, a->x.mem, 0,
						 a->x.buf, 0, a->x.count * 4),
			 0);
	assert_int_equal(tpc_launch_add_download(a->launch, a->y.mem, 0,
						 a->y.buf, 0, a->y.count * 4),
			 0);
	assert_int_equal(tpc_launch_add_upload(a->launch, a->z.buf, 0, a->z.mem,
					       0, a->z.count * 4),
			 0);
}

static void check_addition(struct addition *a)
{
	size_t i;

	for (i = 0; i < a->z.count; i++)
		if (a->z.value[i] != a->x.value[i] + a->y.value[i])
			fail_msg("element %zu: %g", i, (double)a->z.value[i]);
}

static void free_addition(struct addition *a)
{
	tpc_launch_free(a->launch);
	free_array(&a->x);
	free_array(&a->y);
	free_array(&a->z);
}

static void ragged_sizes_are_right_on_any_number_of_tpcs(void **state)
{
	static const uint32_t sizes[][2] = {{1, 1},   {63, 1},	{64, 2},
					    {65, 3},  {130, 7}, {1000, 5},
					    {64, 40}, {4097, 1}};
	static const unsigned spread[][2] = {{1, 0}, {2, 0}, {3, 0},  {7, 0},
					     {8, 0}, {0, 0}, {8, 30}, {2, 9},
					     {5, 1}, {1, 64}};
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel_file(dev, "examples/add/add.s");
	unsigned s, k;

	for (s = 0; s < sizeof(sizes) / sizeof(sizes[0]); s++) {
		for (k = 0; k < sizeof(spread) / sizeof(spread[0]); k++) {
			struct addition a = {0};

			make_addition(&a, dev, kernel, sizes[s][0], sizes[s][1],
				      0);
			assert_int_equal(tpc_launch_set_parts(a.launch,
							      spread[k][0],
							      spread[k][1]),
					 0);
			assert_int_equal(tpc_launch_run(a.launch, -1), 0);
			check_addition(&a);
			free_addition(&a);
		}
	}
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void work_is_spread_over_the_tpcs_asked_for(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel_file(dev, "examples/add/add.s");
	struct tpc_stats *stats = calloc(1, sizeof(*stats));
	struct addition a = {0};
	unsigned i;

	make_addition(&a, dev, kernel, 640, 16, 0);
	assert_int_equal(tpc_launch_set_parts(a.launch, 5, 10), 0);
	assert_int_equal(tpc_launch_run(a.launch, -1), 0);
	assert_int_equal(tpc_launch_num_parts(a.launch), 10);
	assert_int_equal(tpc_device_stats(dev, stats), 0);
	assert_int_equal(stats->num_tpcs, 8);
	for (i = 0; i < 8; i++) {
		assert_int_equal(stats->tpc[i].launches, i < 5 ? 2 : 0);
		assert_int_equal(stats->tpc[i].bundles > 0, i < 5);
		assert_true(stats->tpc[i].cycles >= stats->tpc[i].bundles);
	}
	assert_string_equal(stats->fault, "");
	free(stats);
	free_addition(&a);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void a_launch_can_run_again_with_other_arguments(void **state)
{
	const uint32_t size[2] = {100, 3}, space[2] = {2, 3};
	const float alphas[] = {0.5f, -2, 0};
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel =
		sim_kernel_file(dev, "examples/leaky_relu/leaky_relu.s");
	struct tpc_launch *launch;
	struct array x, y;
	unsigned k;
	size_t i;

	assert_int_equal(tpc_kernel_info(kernel)->num_scalars, 1);
	make_array(dev, &x, 2, size, 0);
	make_array(dev, &y, 2, size, 0);
	fill(&x, 5);
	assert_int_equal(tpc_launch_new(kernel, &launch), 0);
	assert_int_equal(tpc_launch_set_tensor(launch, 0, &x.tensor), 0);
	assert_int_equal(tpc_launch_set_tensor(launch, 1, &y.tensor), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 2, space), 0);
	assert_int_equal(tpc_launch_submit(launch), -EINVAL);
	sim_expect_message(dev, "takes 1 scalar arguments, 0 are set");
	/* No copies in the launch: they are done by hand. */
	assert_int_equal(
		tpc_write(dev, tpc_mem_addr(x.mem), x.value, x.count * 4), 0);
	for (k = 0; k < 3; k++) {
		uint32_t bits;

		memcpy(&bits, &alphas[k], 4);
		assert_int_equal(tpc_launch_set_scalar(launch, 0, bits), 0);
		assert_int_equal(tpc_launch_run(launch, -1), 0);
		assert_int_equal(tpc_read(dev, y.value, tpc_mem_addr(y.mem),
					  y.count * 4),
				 0);
		for (i = 0; i < x.count; i++)
			assert_true(y.value[i] ==
				    (x.value[i] < 0 ? alphas[k] * x.value[i]
						    : x.value[i]));
	}
	tpc_launch_free(launch);
	free_array(&x);
	free_array(&y);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void tensors_may_lie_in_sram(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel_file(dev, "examples/add/add.s");
	struct addition a = {0};

	make_addition(&a, dev, kernel, 1000, 4, TPC_MEM_SRAM);
	assert_true(tpc_mem_addr(a.x.mem) >= tpc_device_info(dev)->sram_base);
	assert_int_equal(tpc_launch_run(a.launch, -1), 0);
	check_addition(&a);
	free_addition(&a);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

/* Columns 10..49 of a 64-wide matrix: z has rows of another distance. */
static void strided_tensors_address_parts_of_a_matrix(void **state)
{
	const uint32_t part[2] = {40, 6};
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel_file(dev, "examples/add/add.s");
	struct addition a = {0};
	struct tpc_tensor t;
	unsigned i, k;

	make_addition(&a, dev, kernel, 64, 6, 0);
	assert_int_equal(tpc_tensor_init(&t, TPC_DTYPE_F32, 2, part,
					 tpc_mem_addr(a.z.mem) + 40),
			 0);
	t.stride[1] = 64;
	assert_int_equal(tpc_launch_set_tensor(a.launch, 2, &t), 0);
	assert_int_equal(tpc_launch_add_download(a.launch, a.z.mem, 0, a.z.buf,
						 0, a.z.count * 4),
			 0);
	assert_int_equal(tpc_launch_run(a.launch, -1), 0);
	for (k = 0; k < 6; k++)
		for (i = 0; i < 64; i++) {
			float z = a.z.value[64 * k + i];

			if (i < 10 || i >= 50)
				assert_true(z == -12345);
			else
				assert_true(z ==
					    a.x.value[64 * k + i - 10] +
						    a.y.value[64 * k + i - 10]);
		}
	free_addition(&a);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void the_number_of_host_threads_does_not_matter(void **state)
{
	static const unsigned threads[] = {1, 2, 8, 20};
	unsigned i;

	for (i = 0; i < sizeof(threads) / sizeof(threads[0]); i++) {
		const struct tpc_open_options options = {
			.sim_threads = threads[i],
		};
		struct addition a = {0};
		struct tpc_device *dev;

		assert_int_equal(
			tpc_device_open("sim:gaudi", &options, &dev, NULL, 0),
			0);
		make_addition(&a, dev,
			      sim_kernel_file(dev, "examples/add/add.s"), 300,
			      11, 0);
		assert_int_equal(tpc_launch_run(a.launch, -1), 0);
		check_addition(&a);
		free_addition(&a);
		tpc_kernel_free(a.kernel);
		assert_int_equal(tpc_device_close(dev), 0);
	}
}

/* ---- Two devices ------------------------------------------------------ */

static void *run_many(void *arg)
{
	struct addition *a = arg;
	unsigned i;

	for (i = 0; i < 5; i++)
		if (tpc_launch_run(a->launch, -1))
			return (void *)1;
	return NULL;
}

static void two_devices_of_a_process_are_independent(void **state)
{
	struct addition a[2] = {0};
	pthread_t thread[2];
	void *failed;
	unsigned i;

	for (i = 0; i < 2; i++) {
		struct tpc_device *dev = sim_open(0);

		make_addition(&a[i], dev,
			      sim_kernel_file(dev, "examples/add/add.s"),
			      500 + 77 * i, 10, 0);
	}
	/* The same addresses on both. */
	assert_int_equal(tpc_mem_addr(a[0].x.mem), tpc_mem_addr(a[1].x.mem));
	for (i = 0; i < 2; i++)
		assert_int_equal(
			pthread_create(&thread[i], NULL, run_many, &a[i]), 0);
	for (i = 0; i < 2; i++) {
		pthread_join(thread[i], &failed);
		assert_null(failed);
		check_addition(&a[i]);
		free_addition(&a[i]);
		tpc_kernel_free(a[i].kernel);
		assert_int_equal(tpc_device_close(a[i].dev), 0);
	}
}

static void *run_in_turn(void *arg)
{
	struct addition *a = arg;
	unsigned done = 0;
	int err;

	while (done < 20) {
		err = tpc_launch_run(a->launch, -1);
		if (err && err != -EBUSY)
			return a;
		done += !err;
	}
	return NULL;
}

static void threads_take_turns_at_launching(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel_file(dev, "examples/add/add.s");
	struct addition a[3] = {0};
	pthread_t thread[3];
	void *failed;
	unsigned i;

	for (i = 0; i < 3; i++)
		make_addition(&a[i], dev, kernel, 100 + 200 * i, 4, 0);
	for (i = 0; i < 3; i++)
		assert_int_equal(
			pthread_create(&thread[i], NULL, run_in_turn, &a[i]),
			0);
	for (i = 0; i < 3; i++) {
		pthread_join(thread[i], &failed);
		assert_null(failed);
		check_addition(&a[i]);
		free_addition(&a[i]);
	}
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

/* ---- The descriptor --------------------------------------------------- */

/*
 * The program of a TPC as words, against offsets and bits written out from the
 * public register lists (KD tpc0_cfg_regs.h, SYN): 4 messages, a fence, the
 * header of WREG_BULK, then 0x440 bytes of descriptor.
 */
static void descriptors_have_the_hardware_s_layout(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel_file(dev, "examples/add/add.s");
	struct addition a = {0};
	struct tpc_cmdbuf *cb;
	const uint32_t *w, *d, *t;
	unsigned i;

	make_addition(&a, dev, kernel, 1000, 3, 0);
	a.x.tensor.pad = 0x7fc00000;
	assert_int_equal(tpc_launch_set_tensor(a.launch, 0, &a.x.tensor), 0);
	assert_int_equal(tpc_launch_set_scalar(a.launch, 5, 0xabcd), 0);
	assert_int_equal(tpc_launch_set_parts(a.launch, 1, 2), 0);
	assert_int_equal(tpc_launch_run(a.launch, -1), 0);
	assert_int_equal(tpc_cmdbuf_new(dev, &cb), 0);
	assert_int_equal(dev->ops->launch_tpc(a.launch, 0, cb), 0);
	assert_int_equal(tpc_cmdbuf_size(cb),
			 4 * 16 + 8 + 2 * (8 + 0x440 + 8 + 8));
	w = tpc_cmdbuf_data(cb);
	/* Monitor 72 + queue 41 pays FENCE0 of the lower CP of TPC0's QMAN. */
	assert_int_equal(w[0], 0xfce08318);
	assert_int_equal(w[2], 0xfc4f4000 + 4 * 113);
	/* Group 144 / 8, first member, at least 1. */
	assert_int_equal(w[12], 1 << 17 | 0xfe00 | 18);
	assert_int_equal(w[16], 0x00010001);
	assert_int_equal(w[18], 136);
	assert_int_equal(w[19] & 0x1fffff00, 0x020a0000);
	d = w + 20;
	t = d; /* tensor 0 */
	assert_int_equal(t[0], (uint32_t)tpc_mem_addr(a.x.mem));
	assert_int_equal(t[1], 0);
	assert_int_equal(t[2], 0x7fc00000);
	assert_int_equal(t[3], 1 << 16 | 0x1f << 8 | 7);
	assert_int_equal(t[4], 1000);
	assert_int_equal(t[5], 1);
	assert_int_equal(t[6], 3);
	assert_int_equal(t[7], 1000);
	for (i = 2; i < 5; i++) {
		assert_int_equal(t[4 + 2 * i], 1);
		assert_int_equal(t[5 + 2 * i], 0);
	}
	assert_int_equal(d[2 * 14], (uint32_t)tpc_mem_addr(a.z.mem));
	/* A tensor that is not set has no element. */
	for (i = 3 * 14; i < 16 * 14; i++)
		assert_int_equal(d[i], 0);
	d += 0x380 / 4;
	assert_int_equal(d[0], 0x80000000);
	assert_int_equal(d[1], 0xfc4f2000 + 4 * 152);
	assert_int_equal(d[2], tpc_kernel_info(kernel)->text_addr);
	assert_int_equal(d[2] % 0x2000, 0);
	assert_int_equal(d[3], 0);
	assert_int_equal(d[4], 0); /* first index and size, dimension 0 */
	assert_int_equal(d[5], 8);
	assert_int_equal(d[7], 3);
	assert_int_equal(d[13], 1);
	assert_int_equal(d[14], 6 << 16 | 8 << 8 | 32 << 2 | 1 << 1);
	assert_int_equal(d[16 + 5], 0xabcd);
	/* Drop all caches when idle, then execute. */
	w = d + (0x440 - 0x380) / 4;
	assert_int_equal(w[0], 0xf);
	assert_int_equal(w[1], 0x61093000);
	assert_int_equal(w[2], 1);
	assert_int_equal(w[3], 0x41093800);
	/* A look-up table's address goes in front of that. */
	assert_int_equal(tpc_launch_set_lut(a.launch, 64, 0x3300000080ull), 0);
	tpc_cmdbuf_reset(cb);
	assert_int_equal(dev->ops->launch_tpc(a.launch, 0, cb), 0);
	w = (const uint32_t *)tpc_cmdbuf_data(cb) + 20 + 0x440 / 4;
	assert_int_equal(w[0], 0x80);
	assert_int_equal(w[1], 0x41098000);
	assert_int_equal(w[2], 0x33);
	assert_int_equal(w[3], 0x41098400);
	w += 4;
	/* The second part is the last: it adds 1. */
	assert_int_equal(w[6 + 0x380 / 4], 0x80000001);
	assert_int_equal(w[6 + 0x390 / 4], 8);
	assert_int_equal(w[6 + 0x394 / 4], 8);
	tpc_cmdbuf_free(cb);
	free_addition(&a);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

#define NOPS "\tnop\n\tnop\n\tnop\n\tnop\n\tnop\n\tnop\n\tnop\n\tnop\n"

/* The first coefficients of the table of reciprocals: 1 / (1 + lane / 128). */
static const char reciprocals[] = "main:\n"
				  "\tnop; nop; mov.u32 V1, V_LANE_ID_32\n" NOPS
				  "\tlookup_1c V2, V1, 129\n" NOPS
				  "\tnop; nop; nop; st_tnsr 2, I0, V2\n" HALT;

static void tables_of_special_functions_come_with_the_kernel(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel(dev, reciprocals);
	struct addition a = {0};
	size_t i;

	assert_true(tpc_kernel_info(kernel)->special_functions);
	make_addition(&a, dev, kernel, 64, 1, 0);
	assert_int_equal(tpc_launch_run(a.launch, -1), 0);
	for (i = 0; i < 64; i++) {
		double want = 1 / (1 + (double)i / 128);

		if (fabs(a.z.value[i] - want) > 0x1p-24)
			fail_msg("%zu: %.9g", i, (double)a.z.value[i]);
	}
	free_addition(&a);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void tables_of_the_caller_replace_them(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel(dev, reciprocals);
	float table[1664 / 4] = {0};
	struct addition a = {0};
	struct tpc_mem *mem;
	size_t i;

	/* Slot 1 of the class, three words an interval, ten a line. */
	for (i = 0; i < 128; i++)
		table[3 * i + 2 * (i / 10)] = (float)i;
	make_addition(&a, dev, kernel, 64, 1, 0);
	assert_int_equal(tpc_mem_alloc(dev, 2 * sizeof(table), 128, 0, &mem),
			 0);
	assert_int_equal(tpc_write(dev, tpc_mem_addr(mem) + sizeof(table),
				   table, sizeof(table)),
			 0);
	assert_int_equal(tpc_launch_set_lut(a.launch, 128, tpc_mem_addr(mem)),
			 0);
	assert_int_equal(tpc_launch_run(a.launch, -1), 0);
	for (i = 0; i < 64; i++)
		if (a.z.value[i] != (float)i)
			fail_msg("%zu: %.9g", i, (double)a.z.value[i]);
	free_addition(&a);
	tpc_mem_free(mem);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

/* ---- What goes wrong -------------------------------------------------- */

static const uint32_t one = 1;

static void an_endless_kernel_ends_at_the_bundle_limit(void **state)
{
	struct tpc_device *dev = sim_open(10000);
	struct tpc_kernel *kernel = sim_kernel(dev, endless);
	struct tpc_launch *launch;

	assert_int_equal(tpc_launch_new(kernel, &launch), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &one), 0);
	assert_int_equal(tpc_launch_run(launch, -1), -EIO);
	sim_expect_message(dev, "TPC0");
	sim_expect_message(dev, "10000 bundles");
	/* The launch is over, the device is dead as after a reset. */
	assert_int_equal(tpc_launch_wait(launch, 0), -EINVAL);
	assert_int_not_equal(tpc_launch_run(launch, -1), 0);
	tpc_launch_free(launch);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void a_running_launch_can_be_asked_and_excludes_others(void **state)
{
	struct tpc_device *dev = sim_open(200000000);
	struct tpc_kernel *kernel = sim_kernel(dev, endless);
	struct tpc_launch *launch, *other;
	int err;

	assert_int_equal(tpc_launch_new(kernel, &launch), 0);
	assert_int_equal(tpc_launch_new(kernel, &other), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &one), 0);
	assert_int_equal(tpc_launch_set_index_space(other, 1, &one), 0);
	assert_int_equal(tpc_launch_submit(launch), 0);
	assert_int_equal(tpc_launch_wait(launch, 0), -ETIMEDOUT);
	assert_int_equal(tpc_launch_wait(launch, 1000), -ETIMEDOUT);
	sim_expect_message(dev, "has not finished after 1000 us");
	assert_int_equal(tpc_launch_submit(other), -EBUSY);
	assert_int_equal(tpc_launch_submit(launch), -EBUSY);
	assert_int_equal(tpc_launch_wait(other, 0), -EINVAL);
	assert_int_equal(tpc_device_close(dev), -EBUSY);
	err = tpc_launch_wait(launch, -1);
	assert_int_equal(err, -EIO);
	tpc_launch_free(launch);
	tpc_launch_free(other);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void faults_are_named_as_the_hardware_names_them(void **state)
{
	struct tpc_device *dev = sim_open(0);
	unsigned char code[32 * 8];
	struct tpc_kernel *kernel;
	struct tpc_launch *launch;
	size_t size;
	void *elf;

	memset(code, 0xff, sizeof(code));
	elf = sim_object(code, sizeof(code), 0, &size);
	assert_int_equal(tpc_kernel_load(dev, elf, size, &kernel), 0);
	free(elf);
	assert_int_equal(tpc_launch_new(kernel, &launch), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &one), 0);
	assert_int_equal(tpc_launch_run(launch, -1), -EIO);
	sim_expect_message(dev, "tpc_illegal_instruction");
	tpc_launch_free(launch);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void
scalars_beyond_the_registers_need_metadata_and_a_tensor(void **state)
{
	const uint32_t size = 64;
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *few = sim_kernel(dev, "main:\n" HALT);
	struct tpc_kernel *many = sim_kernel(dev, "\t.section .tpc_metadata\n"
						  "\tparamsNum: DB 32\n"
						  "\tscalarLd[2]: DB 1\n"
						  "\t.text\nmain:\n" HALT);
	struct tpc_launch *launch;
	struct tpc_tensor t;
	struct tpc_mem *mem;
	unsigned k;

	assert_int_equal(tpc_mem_alloc(dev, 256, 0, 0, &mem), 0);
	assert_int_equal(
		tpc_tensor_init(&t, TPC_DTYPE_F32, 1, &size, tpc_mem_addr(mem)),
		0);
	assert_int_equal(tpc_launch_new(few, &launch), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &one), 0);
	assert_int_equal(tpc_launch_set_scalar(launch, 31, 1), 0);
	assert_int_equal(tpc_launch_run(launch, -1), 0);
	assert_int_equal(tpc_launch_set_scalar(launch, 32, 1), 0);
	assert_int_equal(tpc_launch_run(launch, -1), -EINVAL);
	sim_expect_message(dev, "33 scalar arguments are set");
	tpc_launch_free(launch);

	assert_int_equal(tpc_launch_new(many, &launch), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &one), 0);
	assert_int_equal(tpc_launch_set_scalar(launch, 31, 1), 0);
	/* The tensor of scalars is the first that is not set. */
	assert_int_equal(tpc_launch_set_tensor(launch, 0, &t), 0);
	assert_int_equal(tpc_launch_run(launch, -1), -EINVAL);
	sim_expect_message(dev, "uses tensor 2, which is not set");
	assert_int_equal(tpc_launch_set_tensor(launch, 1, &t), 0);
	assert_int_equal(tpc_launch_run(launch, -1), 0);
	for (k = 2; k < TPC_MAX_TENSORS; k++)
		assert_int_equal(tpc_launch_set_tensor(launch, k, &t), 0);
	assert_int_equal(tpc_launch_run(launch, -1), -EINVAL);
	sim_expect_message(dev, "no descriptor is left");
	tpc_launch_free(launch);
	tpc_mem_free(mem);
	tpc_kernel_free(few);
	tpc_kernel_free(many);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void as_many_scalars_as_registers_need_no_tensor(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel(dev, "\t.section .tpc_metadata\n"
						    "\tparamsNum: DB 31\n"
						    "\tscalarLd[0]: DB 1\n"
						    "\t.text\nmain:\n" HALT);
	struct tpc_launch *launch;

	assert_int_equal(tpc_launch_new(kernel, &launch), 0);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &one), 0);
	assert_int_equal(tpc_launch_set_scalar(launch, 30, 1), 0);
	/* Tensor 0 would hold the scalars if there were one more of them. */
	assert_int_equal(tpc_launch_run(launch, -1), -EINVAL);
	sim_expect_message(dev, "uses tensor 0, which is not set");
	tpc_launch_free(launch);
	tpc_kernel_free(kernel);
	assert_int_equal(tpc_device_close(dev), 0);
}

static void incomplete_and_wrong_launches_are_refused(void **state)
{
	const uint32_t zero = 0, big = 0x80000000u, size = 64;
	struct tpc_device *dev = sim_open(0), *other = sim_open(0);
	struct tpc_kernel *kernel = sim_kernel(dev, "\t.section .tpc_metadata\n"
						    "\tscalarLd[3]: DB 1\n"
						    "\t.text\nmain:\n" HALT);
	struct tpc_launch *launch;
	struct tpc_tensor t;
	struct tpc_mem *mem, *foreign;
	struct tpc_buf *buf;

	assert_int_equal(tpc_launch_new(kernel, &launch), 0);
	assert_int_equal(tpc_mem_alloc(dev, 256, 0, 0, &mem), 0);
	assert_int_equal(tpc_mem_alloc(other, 256, 0, 0, &foreign), 0);
	assert_int_equal(tpc_buf_alloc(dev, 256, &buf), 0);
	assert_int_equal(tpc_launch_submit(launch), -EINVAL);
	sim_expect_message(dev, "no index space");
	assert_int_equal(tpc_launch_set_index_space(launch, 0, &one), -EINVAL);
	assert_int_equal(tpc_launch_set_index_space(launch, 6, &one), -EINVAL);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &zero), -EINVAL);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &big), -EINVAL);
	assert_int_equal(tpc_launch_set_index_space(launch, 1, &one), 0);
	assert_int_equal(tpc_launch_submit(launch), -EINVAL);
	sim_expect_message(dev, "uses tensor 3");

	assert_int_equal(
		tpc_tensor_init(&t, TPC_DTYPE_F32, 1, &size, tpc_mem_addr(mem)),
		0);
	assert_int_equal(tpc_launch_set_tensor(launch, 16, &t), -EINVAL);
	sim_expect_message(dev, "16 descriptors");
	t.rank = 6;
	assert_int_equal(tpc_launch_set_tensor(launch, 0, &t), -EINVAL);
	sim_expect_message(dev, "rank");
	t.rank = 1;
	t.stride[0] = 2;
	assert_int_equal(tpc_launch_set_tensor(launch, 0, &t), -EINVAL);
	sim_expect_message(dev, "stride of dimension 0");
	t.stride[0] = 1;
	t.type = TPC_NUM_DTYPES;
	assert_int_equal(tpc_launch_set_tensor(launch, 0, &t), -EINVAL);
	t.type = TPC_DTYPE_F32;
	t.addr = 0;
	assert_int_equal(tpc_launch_set_tensor(launch, 0, &t), -EINVAL);
	sim_expect_message(dev, "address is 0");

	assert_int_equal(tpc_launch_set_scalar(launch, TPC_MAX_SCALARS, 0),
			 -EINVAL);
	sim_expect_message(dev, "room for 255");
	assert_int_equal(tpc_launch_set_parts(launch, 9, 0), -EINVAL);
	sim_expect_message(dev, "9 TPCs, the device has 8");
	assert_int_equal(tpc_launch_set_parts(launch, 0, TPC_MAX_PARTS + 1),
			 -EINVAL);
	assert_int_equal(tpc_launch_set_lut(launch, 100, 128), -EINVAL);
	assert_int_equal(tpc_launch_set_lut(launch, 128, 64), -EINVAL);
	assert_int_equal(tpc_launch_set_lut(launch, 128, 0x20000000), 0);
	assert_int_equal(tpc_launch_add_download(launch, mem, 1, buf, 0, 256),
			 -EINVAL);
	sim_expect_message(dev, "exceeds the device memory of 256");
	assert_int_equal(tpc_launch_add_upload(launch, buf, 200, mem, 0, 100),
			 -EINVAL);
	sim_expect_message(dev, "exceeds the host buffer of 256");
	assert_int_equal(
		tpc_launch_add_upload(launch, buf, UINT64_MAX, mem, 0, 2),
		-EINVAL);
	assert_int_equal(
		tpc_launch_add_download(launch, foreign, 0, buf, 0, 16),
		-EINVAL);
	sim_expect_message(dev, "another device");
	assert_int_equal(tpc_launch_wait(launch, 0), -EINVAL);
	tpc_launch_free(launch);
	tpc_launch_free(NULL);
	tpc_kernel_free(kernel);
	tpc_kernel_free(NULL);
	tpc_mem_free(mem);
	tpc_mem_free(foreign);
	tpc_buf_free(buf);
	assert_int_equal(tpc_device_close(dev), 0);
	assert_int_equal(tpc_device_close(other), 0);
}

static void broken_objects_are_refused(void **state)
{
	struct tpc_device *dev = sim_open(0);
	struct tpc_kernel *kernel = (void *)0x55;
	const unsigned char code[32] = {0};
	size_t size, len;
	uint8_t *elf = sim_assemble("main:\n" HALT, &size);

	assert_int_equal(tpc_kernel_load(dev, "hello", 5, &kernel), -ENOEXEC);
	assert_int_equal(tpc_kernel_load(dev, elf, 0, &kernel), -ENOEXEC);
	for (len = 1; len < size; len += 37)
		assert_int_equal(tpc_kernel_load(dev, elf, len, &kernel),
				 -ENOEXEC);
	assert_int_equal(tpc_kernel_load_file(dev, "/nonexistent.o", &kernel),
			 -ENOENT);
	sim_expect_message(dev, "/nonexistent.o");
	assert_int_not_equal(tpc_kernel_load_file(dev, "/", &kernel), 0);
	free(elf);
	elf = sim_object(code, sizeof(code), 4, &size);
	assert_int_equal(tpc_kernel_load(dev, elf, size, &kernel), -ENOEXEC);
	sim_expect_message(dev, "the object is for gaudi2");
	free(elf);
	elf = sim_object(code, sizeof(code), 99, &size);
	assert_int_equal(tpc_kernel_load(dev, elf, size, &kernel), -ENOEXEC);
	sim_expect_message(dev, "march 99");
	assert_ptr_equal(kernel, (void *)0x55);
	free(elf);
	assert_int_equal(tpc_device_close(dev), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ragged_sizes_are_right_on_any_number_of_tpcs),
		cmocka_unit_test(work_is_spread_over_the_tpcs_asked_for),
		cmocka_unit_test(a_launch_can_run_again_with_other_arguments),
		cmocka_unit_test(tensors_may_lie_in_sram),
		cmocka_unit_test(the_number_of_host_threads_does_not_matter),
		cmocka_unit_test(strided_tensors_address_parts_of_a_matrix),
		cmocka_unit_test(two_devices_of_a_process_are_independent),
		cmocka_unit_test(threads_take_turns_at_launching),
		cmocka_unit_test(descriptors_have_the_hardware_s_layout),
		cmocka_unit_test(
			tables_of_special_functions_come_with_the_kernel),
		cmocka_unit_test(tables_of_the_caller_replace_them),
		cmocka_unit_test(an_endless_kernel_ends_at_the_bundle_limit),
		cmocka_unit_test(
			a_running_launch_can_be_asked_and_excludes_others),
		cmocka_unit_test(faults_are_named_as_the_hardware_names_them),
		cmocka_unit_test(
			scalars_beyond_the_registers_need_metadata_and_a_tensor),
		cmocka_unit_test(as_many_scalars_as_registers_need_no_tensor),
		cmocka_unit_test(incomplete_and_wrong_launches_are_refused),
		cmocka_unit_test(broken_objects_are_refused),
	};

	return cmocka_run_group_tests_name("launch", tests, NULL, NULL);
}
