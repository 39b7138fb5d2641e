/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * How fast one simulated core is: lane operations a second of a few loops, and
 * vector add of 16M floats against a plain C loop, both on one thread.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "tpc/asm.h"
#include "tpc/cb.h"
#include "tpc/object.h"
#include "tpc/sim_core.h"

#define FLOATS	 (16u << 20)
#define MEM_BASE 0x20000000ull
#define CODE	 0x10000u
#define MEM_SIZE (CODE + 3ull * 4 * FLOATS)

static uint8_t *memory;

static void *map(void *ctx, uint64_t addr, size_t *len, bool write)
{
	(void)ctx;
	(void)write;
	if (addr < MEM_BASE || addr >= MEM_BASE + MEM_SIZE)
		return NULL;
	if (*len > MEM_BASE + MEM_SIZE - addr)
		*len = MEM_BASE + MEM_SIZE - addr;
	return memory + (addr - MEM_BASE);
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void load_program(const char *text)
{
	const struct tpc_asm_options opt = {.cpu = TPC_CPU_GAUDI,
					    .name = "bench"};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj;
	const uint8_t *code;
	size_t size;

	if (tpc_assemble(text, strlen(text), &opt, diags, &obj)) {
		tpc_diags_print(diags, stderr);
		exit(1);
	}
	code = tpc_object_code(obj, &size);
	memset(memory, 0, CODE);
	memcpy(memory, code, size);
	tpc_object_free(obj);
	tpc_diags_free(diags);
}

static void set_tensor(struct tpc_core_desc *desc, unsigned n)
{
	struct tpc_core_tensor *t = &desc->tensor[n];

	t->base = MEM_BASE + CODE + 4ull * FLOATS * n;
	t->config =
		TPC_FIELD_PREP(
			TPC_GAUDI_TPC_DESC_TENSOR_TENSOR_CONFIG_DATA_TYPE, 7) |
		TPC_FIELD_PREP(
			TPC_GAUDI_TPC_DESC_TENSOR_TENSOR_CONFIG_VALID_DIM_MASK,
			0x1f);
	for (unsigned d = 0; d < TPC_CORE_DIMS; d++)
		t->dim[d].size = 1;
	t->dim[0].size = FLOATS;
	t->dim[0].stride = 1;
}

static double run(struct tpc_core *core, const struct tpc_core_desc *desc,
		  struct tpc_core_result *result)
{
	double start = seconds();

	if (tpc_core_run(core, desc, NULL, result) ||
	    result->stop != TPC_CORE_HALTED) {
		fprintf(stderr, "bench_core: %s\n", result->message);
		exit(1);
	}
	return seconds() - start;
}

static void report(const char *name, double lanes, double time,
		   const struct tpc_core_result *r)
{
	printf("%-28s %7.1f M lane operations/s, %5.0f ns a bundle\n", name,
	       1e-6 * lanes / time, 1e9 * time / (double)r->bundles);
}

/* One operation in every bundle of a loop body of eight. */
static void bench_op(struct tpc_core *core, const struct tpc_core_desc *desc,
		     const char *op, unsigned lanes)
{
	enum { TRIPS = 50000 };
	struct tpc_core_result r;
	char text[1024];
	int n;

	n = snprintf(text, sizeof(text), "loop 0, %d, 1, <, end\nnop\n", TRIPS);
	for (unsigned i = 0; i < 8; i++)
		n += snprintf(text + n, sizeof(text) - (size_t)n,
			      "nop; nop; %s\n", op);
	snprintf(text + n, sizeof(text) - (size_t)n,
		 "end:\nhalt\nnop\nnop\nnop\n");
	load_program(text);
	report(op, 8.0 * TRIPS * lanes, run(core, desc, &r), &r);
}

static const char add_kernel[] =
	"mov b11111 I2, 0\n"
	"mov b11111 I3, 0\n"
	"loop 0, %u, 1, <, end\n"
	"nop\n"
	"ld_tnsr V0, 0, I2\n"
	"ld_tnsr V1, 1, I2; add.i32 b00001 I2, 64, I2\n"
	"ld_tnsr V2, 0, I2\n"
	"ld_tnsr V3, 1, I2; add.i32 b00001 I2, 64, I2\n"
	"nop\n"
	"nop; nop; add.f32 V4, V0, V1\n"
	"nop; nop; nop; st_tnsr 2, I3, V4\n"
	"nop; add.i32 b00001 I3, 64, I3; add.f32 V5, V2, V3\n"
	"nop; add.i32 b00001 I3, 64, I3; nop; st_tnsr 2, I3, V5\n"
	"end:\n"
	"halt\nnop\nnop\nnop\n";

static void plain_add(float *z, const float *x, const float *y)
{
	for (unsigned i = 0; i < FLOATS; i++)
		z[i] = x[i] + y[i];
}

static void bench_add(struct tpc_core *core, const struct tpc_core_desc *desc)
{
	float *x = (float *)(memory + CODE);
	float *y = x + FLOATS, *z = y + FLOATS;
	double sim = 1e9, plain = 1e9, start;
	struct tpc_core_result r;
	char text[2048];

	for (unsigned i = 0; i < FLOATS; i++) {
		x[i] = (float)i;
		y[i] = 0.5f * (float)i;
	}
	snprintf(text, sizeof(text), add_kernel, FLOATS / 128);
	load_program(text);
	for (unsigned i = 0; i < 3; i++) {
		double t = run(core, desc, &r);

		sim = t < sim ? t : sim;
		for (unsigned k = 0; k < FLOATS; k++) {
			if (z[k] != x[k] + y[k]) {
				fprintf(stderr, "bench_core: z[%u] is wrong\n",
					k);
				exit(1);
			}
		}
		memset(z, 0, 4ul * FLOATS);
		start = seconds();
		plain_add(z, x, y);
		t = seconds() - start;
		plain = t < plain ? t : plain;
	}
	report("vector add of 16M floats", FLOATS, sim, &r);
	printf("plain C loop: %.1f ms, simulator: %.1f ms, %.1f times\n",
	       1e3 * plain, 1e3 * sim, sim / plain);
}

int main(void)
{
	const struct tpc_core_bus bus = {.map = map};
	struct tpc_core *core = tpc_core_new(TPC_CPU_GAUDI, &bus);
	struct tpc_core_desc desc = {.code = MEM_BASE};

	memory = aligned_alloc(4096, MEM_SIZE);
	if (!memory || !core)
		return 1;
	for (unsigned i = 0; i < 3; i++)
		set_tensor(&desc, i);
	bench_op(core, &desc, "nop", 0);
	bench_op(core, &desc, "add.f32 V1, V2, V3", 64);
	bench_op(core, &desc, "mac.f32 V1, V2, V3", 64);
	bench_op(core, &desc, "mac.bf16 V1, V2, V3", 128);
	bench_op(core, &desc, "mac.bf16 acc_fp32 D0, V2, V3", 128);
	bench_op(core, &desc, "add.i32 V1, V2, V3", 64);
	bench_op(core, &desc, "max.i8 V1, V2, V3", 256);
	bench_op(core, &desc, "sel_less.f32 V1, V2, V3, V4, V5", 64);
	bench_op(core, &desc, "cmp_grt.f32 VP1, V2, V3", 64);
	bench_op(core, &desc, "mov.f32 V1, V2, VP1", 64);
	bench_op(core, &desc, "convert.f32 target_type=int32 rhne V1, V2", 64);
	bench_add(core, &desc);
	tpc_core_free(core);
	free(memory);
	return 0;
}
