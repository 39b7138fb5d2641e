// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Runs generated programs on the host and, compiled several times, on the
 * simulated device, and compares everything that they wrote.
 *
 * usage: differential-run PROGRAMS HOST.so KERNEL.o...
 *
 * Exit status 0: all agree. 1: a line `program N: ...` for each that does not.
 * 2: something could not be run; the line says what.
 */
#include <dlfcn.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE__
#include <xmmintrin.h>
#endif

#include "lanes.h"
#include "tpc/tpc.h"

enum { TYPES = 8, OUT_ROWS = 8 /* a program */, VECTOR = 256 };

static const struct {
	const char *name;
	unsigned lanes, host_bytes;
} types[TYPES] = {
#define ROW(T, N, C, W) {#T, N, sizeof(C)},
	ALL_TYPES(ROW)};

static const struct host_arguments arguments = {
	{5, -77, 123456789, INT32_MIN + 3}, {0.75f, -12.5f}};

static _Noreturn void stop(const char *what, const char *why)
{
	printf("%s: %s\n", what, why);
	exit(2);
}

static void check(struct tpc_device *dev, int err, const char *what)
{
	char text[512];

	if (!err)
		return;
	tpc_device_message(dev, text, sizeof(text));
	stop(what, *text ? text : strerror(-err));
}

static void *zeroed(size_t size)
{
	void *p = calloc(size, 1);

	if (!p)
		stop("memory", strerror(ENOMEM));
	return p;
}

static uint32_t random_word(void)
{
	static uint32_t state = 0x2545f491;

	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return state;
}

/* Small numbers, large ones, edges. */
static void fill_inputs(void)
{
	for (unsigned t = 0; t < TYPES; t++) {
		unsigned count = IN_ROWS * types[t].lanes;
		unsigned char *p = zeroed((size_t)count * types[t].host_bytes);

		host_tensors.in[t] = p;
		for (unsigned k = 0; k < count; k++) {
			uint32_t word = random_word(), kind = random_word() % 4;
			float f = (float)((int)(word % 2001) - 1000) / 8;

			if (kind == 0)
				word = (uint32_t)((int)(word % 33) - 16);
			if (kind == 1 && word % 8 == 0)
				word = 0x80808080 - word % 3;
			if (t < 2) {
				f = t == 1 ? to_bf16(f) : f;
				memcpy(&word, &f, sizeof(f));
			}
			memcpy(p + (size_t)k * types[t].host_bytes, &word,
			       types[t].host_bytes);
		}
	}
}

/* A row of the host's lanes as the device holds them, and back. */
static void to_device(unsigned t, const void *host, unsigned char *device)
{
	if (t != 1) {
		memcpy(device, host, VECTOR);
		return;
	}
	for (unsigned k = 0; k < types[t].lanes; k++)
		memcpy(device + 2 * k, (const char *)host + 4 * k + 2, 2);
}

static void run_host(const char *path, unsigned programs)
{
	void (*run)(const struct host_arguments *);
	void *file = dlopen(path, RTLD_NOW);

	if (!file)
		stop(path, dlerror());
	*(void **)&run = dlsym(file, "host_programs");
	if (!run)
		stop(path, dlerror());
	host_tensors.out_rows = programs * OUT_ROWS;
	for (unsigned t = 0; t < TYPES; t++) {
		size_t bytes = (size_t)host_tensors.out_rows * types[t].lanes *
			       types[t].host_bytes;

		host_tensors.out[t] = zeroed(bytes);
	}
#ifdef __SSE__
	/* The machine counts subnormal numbers as zero. */
	_mm_setcsr(_mm_getcsr() | 0x8040);
#endif
	run(&arguments);
}

struct machine {
	struct tpc_device *dev;
	struct tpc_mem *in[TYPES], *out[TYPES];
};

static void give_tensor(struct machine *m, struct tpc_launch *launch,
			unsigned number, unsigned rows, struct tpc_mem *mem)
{
	unsigned t = number % TYPES;
	const uint32_t size[2] = {types[t].lanes, rows};
	struct tpc_tensor tensor;
	int type = tpc_dtype_by_name(types[t].name);

	check(m->dev,
	      tpc_tensor_init(&tensor, type, 2, size, tpc_mem_addr(mem)),
	      "tensor");
	check(m->dev, tpc_launch_set_tensor(launch, number, &tensor), "tensor");
}

static void open_machine(struct machine *m)
{
	const struct tpc_open_options options = {.sim_strict = true,
						 .sim_max_bundles = 1 << 26};
	unsigned char row[VECTOR];
	char why[512];

	if (tpc_device_open("sim:gaudi", &options, &m->dev, why, sizeof(why)))
		stop("device", why);
	for (unsigned t = 0; t < TYPES; t++) {
		check(m->dev,
		      tpc_mem_alloc(m->dev, IN_ROWS * VECTOR, 0, 0, &m->in[t]),
		      "memory");
		check(m->dev,
		      tpc_mem_alloc(m->dev, host_tensors.out_rows * VECTOR, 0,
				    0, &m->out[t]),
		      "memory");
		for (unsigned r = 0; r < IN_ROWS; r++) {
			to_device(t,
				  (char *)host_tensors.in[t] +
					  (size_t)r * types[t].lanes *
						  types[t].host_bytes,
				  row);
			check(m->dev,
			      tpc_write(m->dev,
					tpc_mem_addr(m->in[t]) + r * VECTOR,
					row, VECTOR),
			      "inputs");
		}
	}
}

static void close_machine(struct machine *m)
{
	for (unsigned t = 0; t < TYPES; t++) {
		tpc_mem_free(m->in[t]);
		tpc_mem_free(m->out[t]);
	}
	check(m->dev, tpc_device_close(m->dev), "closing the device");
}

static void run_kernel(struct machine *m, const char *path)
{
	const uint32_t one = 1;
	struct tpc_kernel *kernel;
	struct tpc_launch *launch;
	uint32_t word;

	check(m->dev, tpc_kernel_load_file(m->dev, path, &kernel), path);
	check(m->dev, tpc_launch_new(kernel, &launch), "launch");
	for (unsigned t = 0; t < TYPES; t++) {
		give_tensor(m, launch, t, IN_ROWS, m->in[t]);
		give_tensor(m, launch, TYPES + t, host_tensors.out_rows,
			    m->out[t]);
		check(m->dev,
		      tpc_fill(m->dev, tpc_mem_addr(m->out[t]), 0,
			       host_tensors.out_rows * VECTOR),
		      "results");
	}
	for (unsigned k = 0; k < 6; k++) {
		memcpy(&word, (const char *)&arguments + 4 * k, 4);
		check(m->dev, tpc_launch_set_scalar(launch, k, word), "scalar");
	}
	check(m->dev, tpc_launch_set_index_space(launch, 1, &one), "space");
	check(m->dev, tpc_launch_run(launch, -1), path);
	tpc_launch_free(launch);
	tpc_kernel_free(kernel);
}

static double lane(unsigned t, const unsigned char *row, unsigned k)
{
	uint32_t word = 0;
	float f;

	memcpy(&word, row + k * (VECTOR / types[t].lanes),
	       VECTOR / types[t].lanes);
	if (t == 1)
		word <<= 16;
	memcpy(&f, &word, sizeof(f));
	return t < 2 ? f : word;
}

/* Whether a row is the host's; +0 and -0 count as one number. */
static bool same_row(unsigned t, unsigned r, const unsigned char *got,
		     const char *path)
{
	unsigned char want[VECTOR];

	to_device(t,
		  (char *)host_tensors.out[t] +
			  (size_t)r * types[t].lanes * types[t].host_bytes,
		  want);
	for (unsigned k = 0; k < types[t].lanes; k++) {
		double a = lane(t, got, k), b = lane(t, want, k);

		if (a == b || (isnan(a) && isnan(b)))
			continue;
		printf("program %u: %s: %s result %u, lane %u is %.9g, "
		       "on the host %.9g\n",
		       r / OUT_ROWS, path, types[t].name, r % OUT_ROWS, k, a,
		       b);
		return false;
	}
	return true;
}

static bool compare(struct machine *m, const char *path)
{
	unsigned rows = host_tensors.out_rows;
	unsigned char *got = zeroed((size_t)rows * VECTOR);
	bool *wrong = zeroed(rows / OUT_ROWS * sizeof(*wrong));
	bool right = true;

	for (unsigned t = 0; t < TYPES; t++) {
		check(m->dev,
		      tpc_read(m->dev, got, tpc_mem_addr(m->out[t]),
			       (size_t)rows * VECTOR),
		      "results");
		for (unsigned r = 0; r < rows; r++) {
			if (wrong[r / OUT_ROWS] ||
			    same_row(t, r, got + (size_t)r * VECTOR, path))
				continue;
			wrong[r / OUT_ROWS] = true;
			right = false;
		}
	}
	free(wrong);
	free(got);
	return right;
}

int main(int argc, char **argv)
{
	struct machine machine;
	bool right = true;

	if (argc < 4) {
		fprintf(stderr, "usage: differential-run PROGRAMS HOST.so "
				"KERNEL.o...\n");
		return 2;
	}
	fill_inputs();
	run_host(argv[2], (unsigned)atoi(argv[1]));
	open_machine(&machine);
	for (int k = 3; k < argc; k++) {
		run_kernel(&machine, argv[k]);
		right &= compare(&machine, argv[k]);
	}
	close_machine(&machine);
	return !right;
}
