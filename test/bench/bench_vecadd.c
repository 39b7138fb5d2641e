/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Vector add of float tensors: `bench-vecadd host N` times a plain C loop,
 * `bench-vecadd sim KERNEL.o N [DEVICE]` times the same sum as a TPC kernel on
 * a device. Each prints seconds of its fastest of several runs; the second
 * compares all results with the host's.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tpc/tpc.h"

#define RUNS	3
#define LANES	64 /* f32 elements of one index of the kernel */
#define TIMEOUT (600 * 1000000ll)

struct bench {
	struct tpc_device *dev;
	struct tpc_kernel *kernel;
	struct tpc_launch *launch;
	struct tpc_mem *mem[3];
	float *host[3]; /* a, b, a + b */
	uint32_t n;
};

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void __attribute__((noinline)) add(float *restrict out,
					  const float *restrict a,
					  const float *restrict b, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		out[i] = a[i] + b[i];
}

static int make_inputs(struct bench *b)
{
	for (int i = 0; i < 3; i++) {
		b->host[i] = malloc(b->n * sizeof(float));
		if (!b->host[i])
			return -ENOMEM;
	}
	for (uint32_t i = 0; i < b->n; i++) {
		b->host[0][i] = (float)(i % 8191) * 0.25f;
		b->host[1][i] = 100.0f - (float)(i % 127);
	}
	memset(b->host[2], 0, b->n * sizeof(float));
	return 0;
}

static double run_host(struct bench *b)
{
	double best = 1e9;

	for (int i = 0; i < RUNS; i++) {
		double start = seconds();

		add(b->host[2], b->host[0], b->host[1], b->n);
		double took = seconds() - start;

		best = took < best ? took : best;
	}
	return best;
}

static int set_up_device(struct bench *b, const char *name, const char *kernel,
			 char *why, size_t why_size)
{
	uint32_t indices = (b->n + LANES - 1) / LANES;
	int err = tpc_device_open(name, NULL, &b->dev, why, why_size);

	if (!err)
		err = tpc_kernel_load_file(b->dev, kernel, &b->kernel);
	if (!err)
		err = tpc_launch_new(b->kernel, &b->launch);
	for (unsigned i = 0; !err && i < 3; i++) {
		struct tpc_tensor tensor;

		err = tpc_mem_alloc(b->dev, b->n * sizeof(float), 0, 0,
				    &b->mem[i]);
		if (!err)
			err = tpc_tensor_init(&tensor, TPC_DTYPE_F32, 1, &b->n,
					      tpc_mem_addr(b->mem[i]));
		if (!err)
			err = tpc_launch_set_tensor(b->launch, i, &tensor);
		if (!err && i < 2)
			err = tpc_write(b->dev, tpc_mem_addr(b->mem[i]),
					b->host[i], b->n * sizeof(float));
	}
	if (!err)
		err = tpc_launch_set_index_space(b->launch, 1, &indices);
	return err;
}

static int run_device(struct bench *b, double *best)
{
	float *got;
	int err = 0;

	*best = 1e9;
	for (int i = 0; !err && i < RUNS; i++) {
		double start = seconds();

		err = tpc_launch_run(b->launch, TIMEOUT);
		double took = seconds() - start;

		*best = took < *best ? took : *best;
	}
	if (err)
		return err;
	got = malloc(b->n * sizeof(float));
	if (!got)
		return -ENOMEM;
	err = tpc_read(b->dev, got, tpc_mem_addr(b->mem[2]),
		       b->n * sizeof(float));
	add(b->host[2], b->host[0], b->host[1], b->n);
	if (!err && memcmp(got, b->host[2], b->n * sizeof(float)))
		err = -EBADMSG;
	free(got);
	return err;
}

static void tear_down(struct bench *b)
{
	tpc_launch_free(b->launch);
	tpc_kernel_free(b->kernel);
	for (int i = 0; i < 3; i++) {
		tpc_mem_free(b->mem[i]);
		free(b->host[i]);
	}
	if (b->dev)
		tpc_device_close(b->dev);
}

static int sim(struct bench *b, const char *kernel, const char *device)
{
	char why[512] = "";
	double best;
	int err = set_up_device(b, device, kernel, why, sizeof(why));

	if (!err)
		err = run_device(b, &best);
	if (err == -EBADMSG) {
		fprintf(stderr, "bench-vecadd: wrong sums\n");
	} else if (err) {
		if (b->dev)
			tpc_device_message(b->dev, why, sizeof(why));
		fprintf(stderr, "bench-vecadd: %s: %s\n", strerror(-err), why);
	} else {
		printf("%.6f\n", best);
	}
	return err;
}

int main(int argc, char **argv)
{
	struct bench b = {0};
	bool host = argc == 3 && !strcmp(argv[1], "host");
	int err;

	if (!host && !((argc == 4 || argc == 5) && !strcmp(argv[1], "sim"))) {
		fprintf(stderr,
			"usage: bench-vecadd host N\n"
			"       bench-vecadd sim KERNEL.o N [DEVICE]\n");
		return 2;
	}
	b.n = (uint32_t)strtoul(argv[host ? 2 : 3], NULL, 0);
	if (!b.n) {
		fprintf(stderr, "bench-vecadd: N must be 1 or more\n");
		return 2;
	}
	err = make_inputs(&b);
	if (!err && host)
		printf("%.6f\n", run_host(&b));
	else if (!err)
		err = sim(&b, argv[2], argc == 5 ? argv[4] : "sim:gaudi");
	tear_down(&b);
	return err ? 1 : 0;
}
