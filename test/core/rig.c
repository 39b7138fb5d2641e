/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* A core with a piece of memory, for tests. */
#include <errno.h>
#include <stdlib.h>

#include "rig.h"
#include "tpc/asm.h"
#include "tpc/cb.h"
#include "tpc/object.h"

static void *rig_map(void *ctx, uint64_t addr, size_t *len, bool write)
{
	struct rig *rig = ctx;

	(void)write;
	if (addr < RIG_BASE || addr >= RIG_BASE + RIG_SIZE)
		return NULL;
	if (*len > RIG_BASE + RIG_SIZE - addr)
		*len = RIG_BASE + RIG_SIZE - addr;
	return rig->memory + (addr - RIG_BASE);
}

static int rig_lbw_read(void *ctx, uint64_t addr, uint32_t *value)
{
	struct rig *rig = ctx;

	if (addr != rig->lbw_addr)
		return -ENXIO;
	*value = rig->lbw_value;
	return 0;
}

static int rig_lbw_write(void *ctx, uint64_t addr, uint32_t value)
{
	struct rig *rig = ctx;

	if (addr != rig->lbw_addr)
		return -ENXIO;
	rig->lbw_value = value;
	return 0;
}

static int rig_cfg_read(void *ctx, uint32_t offset, uint32_t *value)
{
	struct rig *rig = ctx;

	if (offset % 4 || offset / 4 >= RIG_CFG_WORDS)
		return -ENXIO;
	*value = rig->cfg[offset / 4];
	return 0;
}

static int rig_cfg_write(void *ctx, uint32_t offset, uint32_t value)
{
	struct rig *rig = ctx;

	if (offset % 4 || offset / 4 >= RIG_CFG_WORDS)
		return -ENXIO;
	rig->cfg[offset / 4] = value;
	return 0;
}

int rig_setup(void **state)
{
	struct rig *rig = calloc(1, sizeof(*rig));

	if (!rig)
		return -1;
	rig->memory = calloc(1, RIG_SIZE);
	rig->bus = (struct tpc_core_bus){
		.ctx = rig,
		.map = rig_map,
		.lbw_read = rig_lbw_read,
		.lbw_write = rig_lbw_write,
		.cfg_read = rig_cfg_read,
		.cfg_write = rig_cfg_write,
	};
	rig->core = tpc_core_new(TPC_CPU_GAUDI, &rig->bus);
	rig->desc.code = RIG_BASE;
	rig->opt.max_bundles = 100000;
	*state = rig;
	return rig->memory && rig->core ? 0 : -1;
}

int rig_teardown(void **state)
{
	struct rig *rig = *state;

	tpc_core_free(rig->core);
	free(rig->memory);
	free(rig);
	return 0;
}

void rig_run(struct rig *rig, const char *text)
{
	const struct tpc_asm_options opt = {
		.cpu = TPC_CPU_GAUDI,
		.name = "test",
	};
	struct tpc_diags *diags = tpc_diags_new();
	struct tpc_object *obj = NULL;
	const uint8_t *code;
	size_t size;
	int err;

	err = tpc_assemble(text, strlen(text), &opt, diags, &obj);
	if (err) {
		tpc_diags_print(diags, stderr);
		fprintf(stderr, "in:\n%s\n", text);
	}
	tpc_diags_free(diags);
	assert_int_equal(err, 0);
	code = tpc_object_code(obj, &size);
	assert_true(size <= RIG_DATA - RIG_BASE);
	memset(rig->memory, 0, RIG_DATA - RIG_BASE);
	memcpy(rig->memory, code, size);
	tpc_object_free(obj);
	assert_int_equal(
		tpc_core_run(rig->core, &rig->desc, &rig->opt, &rig->result),
		0);
}

void rig_ok(struct rig *rig, const char *text)
{
	rig_run(rig, text);
	if (rig->result.stop != TPC_CORE_HALTED)
		fprintf(stderr, "%s\nin:\n%s\n", rig->result.message, text);
	assert_int_equal(rig->result.stop, TPC_CORE_HALTED);
}

void rig_one(struct rig *rig, const char *fmt, ...)
{
	char text[1024];
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	snprintf(text + n, sizeof(text) - (size_t)n, "\nhalt\nnop\nnop\nnop\n");
	rig_ok(rig, text);
}

void *rig_at(struct rig *rig, uint64_t addr)
{
	return rig->memory + (addr - RIG_BASE);
}

#define CONFIG(field) TPC_GAUDI_TPC_DESC_TENSOR_TENSOR_CONFIG_##field

void rig_tensor(struct rig *rig, unsigned n, unsigned type, uint64_t base,
		unsigned dims, ...)
{
	struct tpc_core_tensor *t = &rig->desc.tensor[n];
	uint32_t stride = 1;
	va_list args;

	memset(t, 0, sizeof(*t));
	t->base = base;
	t->config =
		TPC_FIELD_PREP(
			TPC_GAUDI_TPC_DESC_TENSOR_TENSOR_CONFIG_DATA_TYPE,
			type) |
		TPC_FIELD_PREP(
			TPC_GAUDI_TPC_DESC_TENSOR_TENSOR_CONFIG_VALID_DIM_MASK,
			0x1f);
	va_start(args, dims);
	for (unsigned d = 0; d < TPC_CORE_DIMS; d++) {
		t->dim[d].size = d < dims ? va_arg(args, unsigned) : 1;
		t->dim[d].stride = d < dims ? stride : 0;
		stride *= t->dim[d].size;
	}
	va_end(args);
}

void set_v(struct rig *rig, unsigned n, const void *value)
{
	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_V, n, value, 256),
			 0);
}

void get_v(struct rig *rig, unsigned n, void *value)
{
	assert_int_equal(tpc_core_get_reg(rig->core, TPC_FILE_V, n, value, 256),
			 0);
}

void set_s(struct rig *rig, unsigned n, uint32_t value)
{
	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_S, n, &value, 4),
			 0);
}

uint32_t get_s(struct rig *rig, unsigned n)
{
	uint32_t value;

	assert_int_equal(tpc_core_get_reg(rig->core, TPC_FILE_S, n, &value, 4),
			 0);
	return value;
}

void set_sp(struct rig *rig, unsigned n, bool value)
{
	uint8_t byte = value;

	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_SP, n, &byte, 1),
			 0);
}

bool get_sp(struct rig *rig, unsigned n)
{
	uint8_t byte;

	assert_int_equal(tpc_core_get_reg(rig->core, TPC_FILE_SP, n, &byte, 1),
			 0);
	return byte;
}

void set_vp(struct rig *rig, unsigned n, const uint8_t *bits)
{
	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_VP, n, bits, 32),
			 0);
}

void get_vp(struct rig *rig, unsigned n, uint8_t *bits)
{
	assert_int_equal(tpc_core_get_reg(rig->core, TPC_FILE_VP, n, bits, 32),
			 0);
}

void set_i(struct rig *rig, unsigned n, int a, int b, int c, int d, int e)
{
	int32_t dims[5] = {a, b, c, d, e};

	assert_int_equal(tpc_core_set_reg(rig->core, TPC_FILE_I, n, dims, 20),
			 0);
}

void get_i(struct rig *rig, unsigned n, int32_t *dims)
{
	assert_int_equal(tpc_core_get_reg(rig->core, TPC_FILE_I, n, dims, 20),
			 0);
}

uint32_t rig_random(uint64_t *seed)
{
	*seed += 0x9e3779b97f4a7c15u;
	return (uint32_t)((*seed ^ *seed >> 29) * 0xbf58476d1ce4e5b9u >> 32);
}

void fill_words(uint32_t *w, unsigned n, uint64_t seed)
{
	static const uint32_t edges[] = {0,	     1,		 0xffffffff,
					 0x80000000, 0x7fffffff, 0x00ff8000,
					 0x7fff0001, 0x80ff7f01, 0x000000ff};

	for (unsigned i = 0; i < n; i++) {
		uint32_t r = rig_random(&seed);

		w[i] = r % 4 ? rig_random(&seed)
			     : edges[rig_random(&seed) %
				     (sizeof(edges) / sizeof(edges[0]))];
	}
}

void fill_floats(uint32_t *w, unsigned n, uint64_t seed)
{
	static const uint32_t edges[] = {
		0x00000000, 0x80000000, 0x3f800000, 0xbf800000, 0x7f800000,
		0xff800000, 0x7fc00000, 0x00000001, 0x807fffff, 0x00800000,
		0x7f7fffff, 0x3f000000, 0x40200000, 0xc0200000, 0x4b000001};

	for (unsigned i = 0; i < n; i++) {
		uint32_t r = rig_random(&seed);

		if (r % 5 == 0)
			w[i] = edges[rig_random(&seed) %
				     (sizeof(edges) / sizeof(edges[0]))];
		else if (r % 5 == 1) /* anything */
			w[i] = rig_random(&seed);
		else /* near one, where rounding matters */
			w[i] = (rig_random(&seed) & 0x80ffffffu) ^ 0x3f000000u;
	}
}

void fill_bf16(uint16_t *h, unsigned n, uint64_t seed)
{
	uint32_t w;

	for (unsigned i = 0; i < n; i++) {
		fill_floats(&w, 1, seed + i * 77);
		h[i] = w >> 16;
	}
}
