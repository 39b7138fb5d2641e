/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Runs arbitrary bundles on a core: whatever a kernel does ends with a reason,
 * and touches nothing but the memory that the bus gives.
 *
 * Input: a byte of options, then bundles of which the 65 bits are left out
 * that Gaudi does not use. Bundles that do not decode are dropped.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tpc/sim_core.h"

#define CHUNK	 24u
#define MEM_BASE 0x10000u
#define MEM_SIZE 0x10000u
#define MAX_CODE 256u

static uint8_t memory[MEM_SIZE];

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

static int cfg_read(void *ctx, uint32_t offset, uint32_t *value)
{
	(void)ctx;
	*value = offset * 3;
	return offset < 0x1000 ? 0 : -5;
}

static int cfg_write(void *ctx, uint32_t offset, uint32_t value)
{
	(void)ctx;
	(void)value;
	return offset < 0x1000 ? 0 : -5;
}

/* Behind the code; the types and shapes vary with the tensor's number. */
static void set_tensors(struct tpc_core_desc *desc)
{
	for (unsigned n = 0; n < TPC_CORE_TENSORS; n++) {
		struct tpc_core_tensor *t = &desc->tensor[n];

		t->base = MEM_BASE + 0x8000 + 0x400 * n;
		t->config = n % 8 | 0x1f00 | (n & 8 ? 0x80000 : 0);
		t->pad = 0x01020304 * n;
		for (unsigned d = 0; d < TPC_CORE_DIMS; d++) {
			t->dim[d].size = d ? 3 : 60;
			t->dim[d].stride = d ? 20 * d : 1;
		}
	}
}

static size_t load(const uint8_t *data, size_t size)
{
	const struct tpc_isa *isa = tpc_isa_get(TPC_CPU_GAUDI);
	struct tpc_bundle bundle;
	size_t n = 0;

	for (; size >= CHUNK && n < MAX_CODE; data += CHUNK, size -= CHUNK) {
		uint8_t *at = memory + n * TPC_BUNDLE_BYTES;

		memset(at, 0, TPC_BUNDLE_BYTES);
		memcpy(at, data, CHUNK);
		at[CHUNK - 1] &= 0x7f;
		if (!tpc_decode(isa, at, &bundle, NULL, 0))
			n++;
	}
	memset(memory + n * TPC_BUNDLE_BYTES, 0, TPC_BUNDLE_BYTES);
	return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct tpc_core *core;
	const struct tpc_core_bus bus = {
		.map = map, .cfg_read = cfg_read, .cfg_write = cfg_write};
	struct tpc_core_desc desc = {.code = MEM_BASE};
	struct tpc_core_options opt = {.max_bundles = 2000};
	struct tpc_core_result result;

	if (!size)
		return 0;
	/* a fresh core now and then, so that state goes away */
	if (core && data[0] & 8) {
		tpc_core_free(core);
		core = NULL;
	}
	if (!core)
		core = tpc_core_new(TPC_CPU_GAUDI, &bus);
	if (!core)
		return 0;
	memset(memory, 0x3f, sizeof(memory));
	load(data + 1, size - 1);
	set_tensors(&desc);
	desc.round_csr = data[0] >> 4 & 7;
	desc.small_vlm = data[0] & 4;
	for (unsigned i = 0; i < 4; i++)
		desc.lut_base[i] = MEM_BASE + 0x8000;
	opt.strict = data[0] & 1;
	opt.count_early = data[0] & 2;
	if (tpc_core_run(core, &desc, &opt, &result))
		abort();
	if (result.stop != TPC_CORE_HALTED && !*result.message)
		abort();
	return 0;
}
