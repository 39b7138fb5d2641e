// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Launches a kernel on the simulated Gaudi: device, kernel, tensors, scalars,
 * index space, run, results. This is also all that a program of one's own does
 * with libtpc.
 */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"

struct bench {
	struct tpc_device *dev;
	struct tpc_kernel *kernel;
	struct array *array[TPC_MAX_TENSORS];
	unsigned arrays;
	uint32_t scalar[TPC_MAX_SCALARS];
	unsigned scalars;
	uint32_t space[TPC_DIMS];
	uint32_t random;
	double worst;
};

/* How the index space is divided: TPCs at work, parts. */
static const struct {
	unsigned tpcs, parts;
} splits[] = {{1, 1}, {8, 8}, {3, 7}};
#define SPLITS (sizeof(splits) / sizeof(splits[0]))

static void *zeroed(size_t count, size_t size)
{
	void *p = calloc(count, size);

	if (!p) {
		perror("kernel-examples");
		exit(1);
	}
	return p;
}

/* Ends the program with the device's own words if a call failed. */
static void check(struct bench *b, int err, const char *what)
{
	char text[512];

	if (!err)
		return;
	tpc_device_message(b->dev, text, sizeof(text));
	printf("  %s: %s (%s)\n", what, text, strerror(-err));
	exit(1);
}

unsigned random_below(struct bench *b, unsigned below)
{
	b->random ^= b->random << 13;
	b->random ^= b->random >> 17;
	b->random ^= b->random << 5;
	return (unsigned)((uint64_t)b->random * below >> 32);
}

struct array *make_array(struct bench *b, const char *name, enum tpc_dtype type,
			 bool in, bool out, struct fill fill,
			 const unsigned *size)
{
	struct array *a = zeroed(1, sizeof(*a));
	unsigned width = tpc_dtype_bytes(type);
	bool whole = type != F32 && type != BF16;
	double span = fill.high - fill.low;

	assert(b->arrays < TPC_MAX_TENSORS);
	b->array[b->arrays++] = a;
	a->name = name;
	a->type = type;
	a->in = in;
	a->out = out;
	a->elements = 1;
	while (a->rank < TPC_DIMS && size[a->rank]) {
		a->size[a->rank] = size[a->rank];
		a->elements *= size[a->rank++];
	}
	a->bytes = a->elements * width;
	a->data = zeroed(a->bytes + GUARD, 1);
	memset(a->data, 0xa5, a->bytes + GUARD);
	if (out) {
		a->want = zeroed(a->elements, sizeof(*a->want));
		a->wanted = zeroed(a->elements, sizeof(*a->wanted));
	}
	if (!in)
		return a;
	for (size_t k = 0; k < a->elements; k++) {
		double r = random_below(b, 1u << 31) / 2147483648.0;
		double v = whole ? floor(r * (span + 1)) : r * span;
		uint32_t bits = encode(type, fill.low + v);

		memcpy(a->data + k * width, &bits, width);
	}
	return a;
}

void scalar_i32(struct bench *b, int32_t value)
{
	assert(b->scalars < TPC_MAX_SCALARS);
	b->scalar[b->scalars++] = (uint32_t)value;
}

void scalar_f32(struct bench *b, float value)
{
	scalar_i32(b, (int32_t)encode(F32, value));
}

void set_index_space(struct bench *b, const unsigned *size)
{
	for (unsigned d = 0; d < TPC_DIMS; d++)
		b->space[d] = size[d] ? size[d] : 1;
}

/* Puts an array into device memory and describes it to the kernel. */
static void give_tensor(struct bench *b, struct tpc_launch *launch,
			unsigned number)
{
	struct array *a = b->array[number];
	struct tpc_tensor tensor;

	if (!a->mem)
		check(b, tpc_mem_alloc(b->dev, a->bytes + GUARD, 0, 0, &a->mem),
		      a->name);
	check(b,
	      tpc_write(b->dev, tpc_mem_addr(a->mem), a->data,
			a->bytes + GUARD),
	      a->name);
	check(b,
	      tpc_tensor_init(&tensor, a->type, a->rank, a->size,
			      tpc_mem_addr(a->mem)),
	      a->name);
	tensor.pad = encode(a->type, a->pad);
	check(b, tpc_launch_set_tensor(launch, number, &tensor), a->name);
}

static bool results_are_right(struct bench *b)
{
	bool right = true;

	for (unsigned k = 0; right && k < b->arrays; k++) {
		struct array *a = b->array[k];
		unsigned char *got = zeroed(a->bytes + GUARD, 1);

		check(b,
		      tpc_read(b->dev, got, tpc_mem_addr(a->mem),
			       a->bytes + GUARD),
		      a->name);
		right = array_is_right(a, got, &b->worst);
		free(got);
	}
	return right;
}

static bool run_split(struct bench *b, unsigned tpcs, unsigned parts)
{
	struct tpc_launch *launch;

	check(b, tpc_launch_new(b->kernel, &launch), "launch");
	for (unsigned k = 0; k < b->arrays; k++)
		give_tensor(b, launch, k);
	for (unsigned k = 0; k < b->scalars; k++)
		check(b, tpc_launch_set_scalar(launch, k, b->scalar[k]),
		      "scalar argument");
	check(b, tpc_launch_set_index_space(launch, TPC_DIMS, b->space),
	      "index space");
	check(b, tpc_launch_set_parts(launch, tpcs, parts), "division");
	check(b, tpc_launch_run(launch, -1), "run");
	tpc_launch_free(launch);
	return results_are_right(b);
}

static void empty(struct bench *b)
{
	while (b->arrays)
		free_array(b->array[--b->arrays]);
	b->scalars = 0;
	b->random = 0x2545f491;
}

static void open_bench(struct bench *b, const char *object)
{
	const struct tpc_open_options options = {.sim_strict = true};
	char why[512];

	if (tpc_device_open("sim:gaudi", &options, &b->dev, why, sizeof(why))) {
		printf("  %s\n", why);
		exit(1);
	}
	check(b, tpc_kernel_load_file(b->dev, object, &b->kernel), object);
	empty(b);
}

static void close_bench(struct bench *b)
{
	empty(b);
	tpc_kernel_free(b->kernel);
	check(b, tpc_device_close(b->dev), "closing the device");
}

static bool measure_big(struct bench *b, const struct example *example)
{
	static struct tpc_stats stats;
	uint64_t cycles = 0;

	example->set_up(b, example->big);
	if (!run_split(b, 1, 1))
		return false;
	check(b, tpc_device_stats(b->dev, &stats), "counters");
	for (unsigned k = 0; k < TPC_MAX_TPCS; k++)
		cycles += stats.tpc[k].cycles;
	printf("%s: %llu cycles\n", example->name, (unsigned long long)cycles);
	return true;
}

static bool run_shapes(struct bench *b, const struct example *example)
{
	unsigned shapes = 0;

	for (; shapes < MAX_SHAPES && example->shapes[shapes][0]; shapes++) {
		const unsigned *n = example->shapes[shapes];

		empty(b);
		example->set_up(b, n);
		for (unsigned k = 0; k < SPLITS; k++) {
			if (run_split(b, splits[k].tpcs, splits[k].parts))
				continue;
			printf("%s: wrong for shape %u %u %u %u %u, "
			       "%u TPCs, %u parts\n",
			       example->name, n[0], n[1], n[2], n[3], n[4],
			       splits[k].tpcs, splits[k].parts);
			return false;
		}
	}
	printf("%s: right for %u shapes, %zu divisions each, worst %.3g ulp\n",
	       example->name, shapes, SPLITS, b->worst);
	return shapes != 0;
}

bool run_example(const struct example *example, const char *object,
		 bool measure)
{
	struct bench b = {0};
	bool right;

	open_bench(&b, object);
	right = measure ? measure_big(&b, example) : run_shapes(&b, example);
	close_bench(&b);
	return right;
}
