/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * A core whose "kernel" is one word and its arguments, so that tests of the
 * chip need no instruction. It replaces simulator/core at link time.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fake_core.h"

struct tpc_core {
	struct tpc_core_bus bus;
	struct tpc_core_tensor changed;
	int changed_index;
};

bool tpc_core_is_modelled(enum tpc_cpu cpu)
{
	return cpu == TPC_CPU_GAUDI;
}

struct tpc_core *tpc_core_new(enum tpc_cpu cpu, const struct tpc_core_bus *bus)
{
	struct tpc_core *core = calloc(1, sizeof(*core));

	if (core)
		core->bus = *bus;
	return core;
}

void tpc_core_free(struct tpc_core *core)
{
	free(core);
}

void tpc_core_set_tensor(struct tpc_core *core, unsigned index,
			 const struct tpc_core_tensor *tensor)
{
	core->changed = *tensor;
	core->changed_index = (int)index;
}

static void fault(struct tpc_core_result *result, unsigned cause,
		  const char *text)
{
	result->stop = TPC_CORE_FAULT;
	result->cause = cause;
	snprintf(result->message, sizeof(result->message), "%s", text);
}

static void copy(struct tpc_core *core, const struct tpc_core_desc *desc,
		 struct tpc_core_result *result)
{
	uint32_t bytes = desc->srf[0];
	size_t in_len = bytes;
	size_t out_len = bytes;
	char *in = core->bus.map(core->bus.ctx, desc->tensor[0].base, &in_len,
				 false);
	char *out = core->bus.map(core->bus.ctx, desc->tensor[1].base, &out_len,
				  true);

	if (!in || in_len != bytes)
		fault(result, TPC_GAUDI_INTR_TPC_HBW_RRESP_ERR, "read");
	else if (!out || out_len != bytes)
		fault(result, TPC_GAUDI_INTR_TPC_HBW_BRESP_ERR, "write");
	else
		memmove(out, in, bytes);
}

/* Reports what a launch handed over as words in tensor 1. */
static void dump(struct tpc_core *core, const struct tpc_core_desc *desc)
{
	size_t len = 64;
	uint32_t *out =
		core->bus.map(core->bus.ctx, desc->tensor[1].base, &len, true);

	out[0] = desc->tensor[0].dim[2].size;
	out[1] = desc->tensor[0].dim[2].stride;
	out[2] = desc->tensor[0].pad;
	out[3] = desc->tensor[0].config;
	out[4] = (uint32_t)desc->tid_base[1];
	out[5] = (uint32_t)desc->tid_size[4];
	out[6] = desc->num_srf;
	out[7] = desc->srf[31];
	out[8] = desc->small_vlm;
	out[9] = (uint32_t)desc->lut_base[0];
	out[10] = (uint32_t)desc->lut_base[3];
}

static void change_tensor(struct tpc_core *core, struct tpc_core_result *result)
{
	uint32_t at = TPC_GAUDI_TPC_CFG_KERNEL_TENSOR_DIM_SIZE(3, 1);
	uint32_t value = 0;

	core->changed_index = -1;
	if (core->bus.cfg_write(core->bus.ctx, at, 77) ||
	    core->bus.cfg_read(core->bus.ctx, at, &value) || value != 77)
		fault(result, TPC_GAUDI_INTR_TPC_LBW_BRESP_ERR, "cfg");
	else if (core->changed_index != 3 || core->changed.dim[1].size != 77)
		fault(result, TPC_GAUDI_INTR_TPC_ASSERTIONS, "not told");
}

static void nap(unsigned ms)
{
	struct timespec t = {.tv_nsec = (long)ms * 1000000};

	nanosleep(&t, NULL);
}

int tpc_core_run(struct tpc_core *core, const struct tpc_core_desc *desc,
		 const struct tpc_core_options *options,
		 struct tpc_core_result *result)
{
	size_t len = 4;
	uint32_t *code = core->bus.map(core->bus.ctx, desc->code, &len, false);

	memset(result, 0, sizeof(*result));
	result->bundles = 10;
	result->cycles = 12;
	result->slot_ops[TPC_SLOT_VPU] = 3;
	if (!code) {
		fault(result, TPC_GAUDI_INTR_TPC_HBW_RRESP_ERR, "no code");
		return 0;
	}
	switch ((enum fake_kernel) * code) {
	case FAKE_HALT:
		break;
	case FAKE_ENDLESS:
		result->stop = TPC_CORE_LIMIT;
		result->bundles = options->max_bundles;
		strcpy(result->message, "ran too many bundles");
		break;
	case FAKE_FAULT:
		fault(result, desc->srf[0], "asked for");
		break;
	case FAKE_COPY:
		copy(core, desc, result);
		break;
	case FAKE_DUMP:
		dump(core, desc);
		break;
	case FAKE_MESSAGE:
		if (core->bus.lbw_write(core->bus.ctx,
					desc->srf[0] | (uint64_t)desc->srf[1]
							       << 32,
					desc->srf[2]))
			fault(result, TPC_GAUDI_INTR_TPC_LBW_BRESP_ERR, "lbw");
		break;
	case FAKE_CHANGE_TENSOR:
		change_tensor(core, result);
		break;
	case FAKE_NAP:
		nap(desc->srf[0]);
		break;
	}
	return 0;
}
