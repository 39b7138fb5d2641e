/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Jumps, hardware loops, HALT (facts 5.6, 5.8).
 *
 * A taken jump costs its own bundle; the bundle behind it, which may hold VPU
 * work of the fall-through path only, does not execute.
 *
 * assumed, where the facts leave it open: start, bound and step are taken when
 * LOOP issues; the iterator register is a copy of the loop's own counter, so
 * ordinary writes to it do not change the loop; after the loop it holds the
 * first value that failed; iterators compare as signed numbers; a jump out of
 * a body ends its loop; with a false guard the delay slot still executes.
 */
#include "core_impl.h"

enum { P_CMP, P_END, P_ONCE, P_IMMEDIATE };

static void jump_to(struct tpc_core *core, const struct uop *u, int64_t target)
{
	if (target < 0 || target > UINT32_MAX - TPC_BUNDLE_BYTES) {
		core_fault(core, u, FAULT_PC_WRAP, "jump to %lld",
			   (long long)target);
		return;
	}
	if (target % TPC_BUNDLE_BYTES) {
		core_fault(core, u, FAULT_ILLEGAL,
			   "jump to 0x%llx, which is no bundle",
			   (unsigned long long)target);
		return;
	}
	core->next_pc = (uint32_t)target;
	core->jumped = true;
}

static void exec_jmpr(struct tpc_core *core, const struct uop *u)
{
	jump_to(core, u, (int64_t)u->pc + (int32_t)src_word(core, u, 0));
}

/*
 * The immediate is a distance, as the assembler encodes labels (see the
 * record); a register holds an offset from the start of the kernel (assumed).
 */
static void exec_jmpa(struct tpc_core *core, const struct uop *u)
{
	if (u->param[P_IMMEDIATE])
		exec_jmpr(core, u);
	else
		jump_to(core, u, src_word(core, u, 0));
}

static void exec_halt(struct tpc_core *core, const struct uop *u)
{
	(void)u;
	core->halting = true;
}

static void exec_nothing(struct tpc_core *core, const struct uop *u)
{
	(void)core;
	(void)u;
}

/* --- loops ------------------------------------------------------------------
 */

static bool goes_on(const struct hw_loop *l)
{
	switch (l->cmp) {
	case TPC_LOOP_GRT:
		return l->iterator > l->bound;
	case TPC_LOOP_GEQ:
		return l->iterator >= l->bound;
	case TPC_LOOP_LESS:
		return l->iterator < l->bound;
	case TPC_LOOP_LEQ:
		return l->iterator <= l->bound;
	case TPC_LOOP_EQ:
		return l->iterator == l->bound;
	default:
		return l->iterator != l->bound;
	}
}

static void set_iterator(struct tpc_core *core, unsigned depth, int32_t value)
{
	regs_write_s(
		&core->regs, core->mach->loop_iterator + depth,
		tpc_sched_named(core->sched, TPC_SCHED_NAMED_LOOP_ITERATOR),
		NULL, (uint32_t)value);
}

/* Skips the body behind the delay slot. */
static void skip_loop(struct tpc_core *core, const struct uop *u)
{
	core->delay = DELAY_NEXT;
	core->delay_next = u->pc + u->param[P_END] + TPC_BUNDLE_BYTES;
}

static void exec_loop(struct tpc_core *core, const struct uop *u)
{
	struct hw_loop l = {
		.start = u->pc,
		.end = u->pc + u->param[P_END],
		.iterator = (int32_t)src_word(core, u, 0),
		.bound = (int32_t)src_word(core, u, 1),
		.step = (int32_t)src_word(core, u, 2),
		.cmp = u->param[P_CMP],
		.by = u,
	};

	if (core->depth >= core->mach->loop_depth) {
		core_unsupported(core, u, "a loop inside of %u others",
				 core->depth);
		return;
	}
	if (core->delay != DELAY_NONE) {
		core_unsupported(core, u, "a loop in a loop's delay slot");
		return;
	}
	set_iterator(core, core->depth, l.iterator);
	if (!goes_on(&l)) {
		skip_loop(core, u);
		return;
	}
	core->loop[core->depth++] = l;
	core->delay = DELAY_NEXT;
	core->delay_next = u->pc + 2 * TPC_BUNDLE_BYTES;
}

uint32_t control_loop_end(const struct uop *loop)
{
	return loop->pc + loop->param[P_END];
}

/* A false guard skips the loop; called by the run loop. */
void control_skipped(struct tpc_core *core, const struct uop *u)
{
	if (u->op->mnemonic == TPC_MN_LOOP)
		skip_loop(core, u);
}

static bool in_body(const struct hw_loop *l, uint32_t pc)
{
	return pc > l->start && pc <= l->end;
}

static void leave_loops(struct tpc_core *core)
{
	while (core->depth &&
	       !in_body(&core->loop[core->depth - 1], core->next_pc))
		core->depth--;
}

/* Behind the last bundle of a body: around again, or out of the loop. */
static void end_of_body(struct tpc_core *core)
{
	while (core->depth) {
		struct hw_loop *l = &core->loop[core->depth - 1];

		if (core->pc != l->end)
			return;
		/* overflow wraps as any 32-bit addition */
		l->iterator =
			(int32_t)((uint32_t)l->iterator + (uint32_t)l->step);
		set_iterator(core, core->depth - 1, l->iterator);
		if (goes_on(l)) {
			core->next_pc = l->start + 2 * TPC_BUNDLE_BYTES;
			return;
		}
		core->depth--;
	}
}

/*
 * core->delay says where the bundle stands: a LOOP makes it DELAY_NEXT, the
 * bundle behind it runs as DELAY_NOW.
 */
void control_advance(struct tpc_core *core)
{
	if (core->jumped) {
		leave_loops(core);
		core->delay = DELAY_NONE;
	} else if (core->delay == DELAY_NOW) {
		core->next_pc = core->delay_next;
		core->delay = DELAY_NONE;
	} else if (core->delay == DELAY_NEXT) {
		core->delay = DELAY_NOW;
	} else {
		end_of_body(core);
	}
	core->pc = core->next_pc;
}

static int prepare_loop(struct prep *p)
{
	const struct tpc_op *op = p->op;
	struct uop *u = p->u;

	u->param[P_CMP] = op->raw[TPC_F_LOOP_CMP];
	u->param[P_END] = op->raw[TPC_F_LOOP_END];
	if (op->raw[TPC_F_LOOP_FLAGS] >> TPC_LOOP_FLAG_ONCE & 1)
		return prep_refuse(p, "repeat at most once");
	if (u->param[P_CMP] > TPC_LOOP_NEQ)
		return prep_refuse(p, "comparison %u", u->param[P_CMP]);
	if (u->nsrc < 3)
		return prep_refuse(p, "this operand form");
	if (u->param[P_END] < 2 * TPC_BUNDLE_BYTES)
		return prep_refuse(p, "a loop without a body");
	if (u->param[P_END] % TPC_BUNDLE_BYTES)
		return prep_refuse(p, "a loop that ends inside of a bundle");
	u->exec = exec_loop;
	return 0;
}

int prepare_control(struct prep *p)
{
	struct uop *u = p->u;

	switch (p->op->mnemonic) {
	case TPC_MN_LOOP:
		return prepare_loop(p);
	case TPC_MN_JMPR:
		u->exec = exec_jmpr;
		return 0;
	case TPC_MN_JMPA:
		u->param[P_IMMEDIATE] = u->src[0].file == TPC_FILE_IMM;
		u->exec = exec_jmpa;
		return 0;
	case TPC_MN_HALT:
		u->exec = exec_halt;
		return 0;
	default: /* DBG: assumed to do nothing */
		u->exec = exec_nothing;
		return 0;
	}
}
