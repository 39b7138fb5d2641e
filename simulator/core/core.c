/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The core: making and running one, reasons to stop, registers from outside.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core_impl.h"
#include "tpc/cb.h"

/* --- reasons to stop --------------------------------------------------------
 */

static void stop_run(struct tpc_core *core, enum tpc_core_stop why,
		     const struct uop *u, const char *what, const char *fmt,
		     va_list args)
{
	const char *colon = what && *what ? ": " : "";
	struct tpc_core_result *r = core->result;
	char where[96], reason[128];

	if (core->stopping)
		return;
	core->stopping = true;
	r->stop = why;
	r->pc = core->pc;
	if (u)
		describe_uop(u, where, sizeof(where));
	else
		snprintf(where, sizeof(where), "bundle 0x%x", core->pc);
	vsnprintf(reason, sizeof(reason), fmt, args);
	snprintf(r->message, sizeof(r->message), "%s: %s%s%s", where,
		 what ? what : "", colon, reason);
}

unsigned core_cause(const struct tpc_core *core, enum tpc_fault fault)
{
	return core->chip->cause[fault];
}

void core_fault(struct tpc_core *core, const struct uop *u,
		enum tpc_fault fault, const char *fmt, ...)
{
	unsigned cause = core_cause(core, fault);
	va_list args;

	if (core->stopping)
		return;
	core->result->cause = cause;
	va_start(args, fmt);
	stop_run(core, TPC_CORE_FAULT, u,
		 tpc_core_cause_name(core->chip->cpu, cause), fmt, args);
	va_end(args);
}

void core_unsupported(struct tpc_core *core, const struct uop *u,
		      const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	stop_run(core, TPC_CORE_UNSUPPORTED, u, "not supported", fmt, args);
	va_end(args);
}

void core_broken_rule(struct tpc_core *core, const struct uop *u,
		      const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	stop_run(core, TPC_CORE_BROKEN_RULE, u, "", fmt, args);
	va_end(args);
}

const char *tpc_core_cause_name(enum tpc_cpu cpu, unsigned cause)
{
	const struct core_chip *chip = &core_chip_gaudi;
	const struct tpc_cb *cb;

	if (cpu != chip->cpu)
		return NULL;
	cb = tpc_cb_get(chip->cb);
	return cb ? tpc_cb_cause_name(cb, "TPC", cause) : NULL;
}

/* --- making one ----------------------------------------------------------- */

bool tpc_core_is_modelled(enum tpc_cpu cpu)
{
	return cpu == core_chip_gaudi.cpu;
}

struct tpc_core *tpc_core_new(enum tpc_cpu cpu, const struct tpc_core_bus *bus)
{
	struct tpc_core *core;

	if (!tpc_core_is_modelled(cpu))
		return NULL;
	core = aligned_alloc(64, (sizeof(*core) + 63) / 64 * 64);
	if (!core)
		return NULL;
	memset(core, 0, sizeof(*core));
	core->bus = *bus;
	core->chip = &core_chip_gaudi;
	core->isa = tpc_isa_get(cpu);
	core->sched = tpc_sched_get(cpu);
	core->mach = tpc_machine_get(cpu);
	if (!core->isa || !core->sched || !core->mach)
		goto fail;
	lanes_select(&core->lanes, &core->convert);
	core->slm = calloc(1, core->mach->slm_size);
	core->vlm = calloc(1, core->mach->vlm_size);
	if (!core->slm || !core->vlm || regs_init(&core->regs, core->sched))
		goto fail;
	core->regs.sp[0] = true;
	memset(&core->regs.vp[0], 0xff, sizeof(core->regs.vp[0]));
	return core;
fail:
	tpc_core_free(core);
	return NULL;
}

void tpc_core_free(struct tpc_core *core)
{
	if (!core)
		return;
	code_free(core);
	regs_fini(&core->regs);
	free(core->slm);
	free(core->vlm);
	free(core);
}

/* --- running ----------------------------------------------------------------
 */

static void run_uop(struct tpc_core *core, const struct uop *u)
{
	core->nscratch = 0;
	core->regs.early_write = NULL;
	if (u->guard == GUARD_ALWAYS) {
		core->masked = false;
		u->exec(core, u);
	} else if (guard_open(core, u)) {
		u->exec(core, u);
	} else {
		control_skipped(core, u);
	}
	if (core->regs.early_write && core->opt->strict)
		strict_early(core, u);
}

static void run_line(struct tpc_core *core, struct line *line)
{
	struct tpc_core_result *r = core->result;

	core->next_pc = core->pc + TPC_BUNDLE_BYTES;
	core->jumped = false;
	core->regs.now++;
	r->bundles++;
	if (core->opt->strict)
		strict_check(core, line);
	for (unsigned i = 0; i < line->n && !core->stopping; i++) {
		const struct uop *u = &line->uop[i];

		r->slot_ops[u->op->slot]++;
		run_uop(core, u);
	}
	if (core->opt->trace)
		trace_line(core, line);
	if (core->opt->strict)
		strict_done(core, line);
}

static void run(struct tpc_core *core)
{
	uint64_t max = core->opt->max_bundles ? core->opt->max_bundles
					      : TPC_CORE_MAX_BUNDLES;
	struct tpc_core_result *r = core->result;

	while (!core->stopping) {
		struct line *line;

		if (r->bundles >= max) {
			r->stop = TPC_CORE_LIMIT;
			r->pc = core->pc;
			snprintf(r->message, sizeof(r->message),
				 "bundle 0x%x: no HALT after %llu bundles "
				 "(max_bundles, tpc-run --max-bundles, allow "
				 "more)",
				 core->pc, (unsigned long long)max);
			return;
		}
		line = code_fetch(core);
		if (!line)
			return;
		run_line(core, line);
		if (core->stopping)
			return;
		r->pc = core->pc;
		if (core->halting) {
			r->stop = TPC_CORE_HALTED;
			return;
		}
		control_advance(core);
	}
}

static void load_registers(struct tpc_core *core,
			   const struct tpc_core_desc *desc)
{
	for (unsigned d = 0; d < TPC_CORE_DIMS; d++) {
		core->regs.i[0].dim[d] = desc->tid_base[d];
		core->regs.i[1].dim[d] = desc->tid_size[d];
	}
	for (unsigned i = 0; i < desc->num_srf; i++)
		core->regs.s[i] = desc->srf[i];
}

static void load_polynomial(struct tpc_core *core)
{
	uint32_t value = 0;

	if (core->bus.cfg_read)
		core->bus.cfg_read(core->bus.ctx, core->chip->lfsr_polynom,
				   &value);
	core->lfsr_poly = value ? value : (uint32_t)core->mach->lfsr_polynom;
}

static void start_run(struct tpc_core *core, const struct tpc_core_desc *desc)
{
	core->run++;
	code_select(core, desc->code);
	memset(core->window, 0, sizeof(core->window));
	for (unsigned i = 0; i < TPC_CORE_TENSORS; i++)
		core->chip->tensor(&desc->tensor[i], &core->tensor[i]);
	memcpy(core->lut_base, desc->lut_base, sizeof(core->lut_base));
	core->vlm_size = desc->small_vlm ? core->mach->vlm_size_small
					 : core->mach->vlm_size;
	core->round_csr = desc->round_csr;
	core->trap_causes = desc->trap_causes;
	core->pc = 0;
	core->stopping = false;
	core->halting = false;
	core->out_of_memory = false;
	core->depth = 0;
	core->delay = DELAY_NONE;
	core->mmio = NULL;
	memset(core->recent, 0, sizeof(core->recent));
	load_registers(core, desc);
	load_polynomial(core);
	lfsr_reset(core);
}

int tpc_core_run(struct tpc_core *core, const struct tpc_core_desc *desc,
		 const struct tpc_core_options *options,
		 struct tpc_core_result *result)
{
	static const struct tpc_core_options defaults;

	if (!core || !desc || !result || desc->num_srf > TPC_CORE_SRF_ARGS)
		return -EINVAL;
	memset(result, 0, sizeof(*result));
	core->opt = options ? options : &defaults;
	core->result = result;
	core->regs.watch = core->opt->count_early || core->opt->strict;
	core->regs.early = 0;
	core->traced_early = 0;
	start_run(core, desc);
	run(core);
	regs_drain(&core->regs);
	result->cycles = result->bundles;
	result->early_reads = core->regs.early;
	core->opt = NULL;
	core->result = NULL;
	return core->out_of_memory ? -ENOMEM : 0;
}

void tpc_core_set_tensor(struct tpc_core *core, unsigned index,
			 const struct tpc_core_tensor *tensor)
{
	if (index < TPC_CORE_TENSORS)
		core->chip->tensor(tensor, &core->tensor[index]);
}

/* --- registers from outside ----------------------------------------------- */

static void *cell(struct tpc_core *core, enum tpc_file file, unsigned index,
		  size_t *size)
{
	const struct tpc_machine *m = core->mach;

	switch (file) {
	case TPC_FILE_S:
		*size = sizeof(uint32_t);
		return index < m->num_s ? &core->regs.s[index] : NULL;
	case TPC_FILE_SP:
		*size = sizeof(bool);
		return index < m->num_sp ? &core->regs.sp[index] : NULL;
	case TPC_FILE_V:
		*size = sizeof(struct vec);
		return index < m->num_v ? core->regs.v[index] : NULL;
	case TPC_FILE_VP:
		*size = sizeof(struct vpred);
		return index < m->num_vp ? &core->regs.vp[index] : NULL;
	case TPC_FILE_I:
		*size = sizeof(struct irf);
		return index < m->num_i ? &core->regs.i[index] : NULL;
	case TPC_FILE_AD:
		*size = sizeof(uint64_t);
		return index < m->num_ad ? &core->regs.ad[index].addr : NULL;
	default:
		return NULL;
	}
}

int tpc_core_get_reg(const struct tpc_core *core, enum tpc_file file,
		     unsigned index, void *value, size_t size)
{
	size_t have;
	void *p = cell((struct tpc_core *)core, file, index, &have);

	if (!p || size != have)
		return -EINVAL;
	memcpy(value, p, size);
	return 0;
}

int tpc_core_set_reg(struct tpc_core *core, enum tpc_file file, unsigned index,
		     const void *value, size_t size)
{
	size_t have;
	void *p = cell(core, file, index, &have);

	if (!p || size != have)
		return -EINVAL;
	if ((file == TPC_FILE_SP || file == TPC_FILE_VP) && !index)
		return -EINVAL; /* constant true */
	if (file == TPC_FILE_SP)
		core->regs.sp[index] = *(const uint8_t *)value & 1;
	else
		memcpy(p, value, size);
	return 0;
}
