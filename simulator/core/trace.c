/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * One line a bundle: core id, cycle, place, and the bundle's text.
 */
#include "core_impl.h"
#include "tpc/text.h"

static const char *const slot_names[TPC_NUM_SLOTS] = {"LOAD", "SPU", "VPU",
						      "STORE"};

void describe_uop(const struct uop *u, char *buf, size_t size)
{
	const struct tpc_op *op = u->op;

	snprintf(buf, size, "bundle 0x%x, %s slot, %s%s%s", u->pc,
		 slot_names[op->slot], tpc_mnemonic_name(op->mnemonic),
		 op->type == TPC_TYPE_NONE ? "" : ".",
		 op->type == TPC_TYPE_NONE ? "" : tpc_type_name(op->type));
}

void trace_line(struct tpc_core *core, const struct line *line)
{
	struct tpc_printer printer = {.isa = core->isa, .pc = core->pc};
	char text[TPC_BUNDLE_TEXT_MAX];

	tpc_print_bundle(&printer, &line->bundle, text, sizeof(text));
	fprintf(core->opt->trace, "%u %llu 0x%05x %s%s%s\n", core->opt->id,
		(unsigned long long)core->result->bundles, core->pc, text,
		core->jumped ? " # taken" : "",
		core->regs.early != core->traced_early ? " # early read" : "");
	core->traced_early = core->regs.early;
}
