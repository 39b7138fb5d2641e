/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Strict mode: stops at the first rule of the schedule records that a program
 * breaks, naming the rule and both parties. Hardware does not check them, and
 * what it does then is not known.
 */
#include <string.h>

#include "core_impl.h"

static bool is_mnemonic(const struct uop *u, unsigned mnemonic)
{
	return u->op->mnemonic == mnemonic;
}

static bool is_jump(const struct uop *u)
{
	return is_mnemonic(u, TPC_MN_JMPR) || is_mnemonic(u, TPC_MN_JMPA);
}

void strict_early(struct tpc_core *core, const struct uop *u)
{
	const struct write *w = core->regs.early_write;
	unsigned distance = (unsigned)(core->regs.now - w->cycle);
	char by[96] = "the loop's iterator";

	if (w->by)
		describe_uop(w->by, by, sizeof(by));
	core_broken_rule(core, u,
			 "early read: distance %u from %s, visible after %u",
			 distance, by, core->regs.early_latency);
}

/* --- within a bundle
 * ---------------------------------------------------------- */

static void check_bundle(struct tpc_core *core, const struct line *line)
{
	const struct tpc_bundle_rule *rules;
	unsigned count;

	rules = tpc_sched_bundle_rules(core->sched, &count);
	for (unsigned r = 0; r < count; r++) {
		for (unsigned i = 0; i < line->n * line->n; i++) {
			const struct uop *a = &line->uop[i / line->n];
			const struct uop *b = &line->uop[i % line->n];
			char other[96];

			if (a == b || !tpc_op_matches(&rules[r].a, a->op) ||
			    !tpc_op_matches(&rules[r].b, b->op))
				continue;
			describe_uop(b, other, sizeof(other));
			core_broken_rule(core, a, "%s: %s, with %s",
					 rules[r].record, rules[r].name, other);
		}
	}
}

/* --- between bundles
 * ------------------------------------------------------------ */

static bool same_result(const struct uop *a, const struct uop *b)
{
	/* complementary guards never write both */
	if (a->guard == b->guard && a->guard_index == b->guard_index &&
	    a->guard_invert != b->guard_invert && a->guard >= GUARD_SCALAR)
		return false;
	for (unsigned i = 0; i < a->nres; i++) {
		for (unsigned j = 0; j < b->nres; j++) {
			if (a->res[i].file == b->res[j].file &&
			    a->res[i].index == b->res[j].index &&
			    a->res[i].index < CARRY_S)
				return true;
		}
	}
	return false;
}

static bool uses_srcd(const struct uop *u)
{
	for (unsigned i = 0; i < u->op->nopnds; i++) {
		if (u->op->opnd[i].field == TPC_F_SRCD)
			return true;
	}
	return false;
}

static bool related(const struct tpc_distance_rule *rule,
		    const struct recent *old, const struct uop *first,
		    const struct uop *second)
{
	switch (rule->relation) {
	case TPC_RULE_SAME_DEST:
		return same_result(first, second);
	case TPC_RULE_USES_SRCD:
		return uses_srcd(second);
	case TPC_RULE_MMIO:
		return old->mmio && !strcmp(old->mmio, rule->registers);
	case TPC_RULE_FALL_THROUGH:
		return old->fell_through;
	case TPC_RULE_DELAY_SLOT:
		return old->delay_slot;
	default:
		return true;
	}
}

static void check_pair(struct tpc_core *core,
		       const struct tpc_distance_rule *rule, unsigned distance,
		       const struct recent *old, const struct uop *second)
{
	char other[96];

	for (unsigned i = 0; i < old->line->n; i++) {
		const struct uop *first = &old->line->uop[i];

		if (!tpc_op_matches(&rule->first, first->op) ||
		    !related(rule, old, first, second))
			continue;
		describe_uop(first, other, sizeof(other));
		core_broken_rule(core, second, "%s: %s; distance %u from %s",
				 rule->record, rule->name, distance, other);
	}
}

static void check_distances(struct tpc_core *core, const struct line *line)
{
	const struct tpc_distance_rule *rules;
	unsigned count;

	rules = tpc_sched_distance_rules(core->sched, &count);
	for (unsigned r = 0; r < count; r++) {
		for (unsigned i = 0; i < line->n; i++) {
			const struct uop *u = &line->uop[i];

			if (!tpc_op_matches(&rules[r].second, u->op))
				continue;
			for (unsigned d = 1; d < STRICT_DEPTH; d++) {
				struct recent *old;

				if (d >= rules[r].min &&
				    (int)d != rules[r].not_exactly)
					continue;
				old = &core->recent[(core->regs.now - d) %
						    STRICT_DEPTH];
				if (!old->line ||
				    core->regs.now - old->cycle != d)
					continue;
				check_pair(core, &rules[r], d, old, u);
			}
		}
	}
}

/* --- loops -------------------------------------------------------------------
 */

static unsigned bundles_between(uint32_t from, uint32_t to)
{
	return (to - from) / TPC_BUNDLE_BYTES;
}

/* An ordinary write of the iterator that LOOP is about to use. */
static void check_iterator(struct tpc_core *core, const struct uop *loop)
{
	int min =
		tpc_sched_loop_rule(core->sched, TPC_SCHED_LOOP_ITERATOR_WRITE);
	unsigned reg = core->mach->loop_iterator + core->depth;

	for (int d = 1; d < min; d++) {
		struct recent *old =
			&core->recent[(core->regs.now - d) % STRICT_DEPTH];

		if (!old->line || core->regs.now - old->cycle != (unsigned)d)
			continue;
		for (unsigned i = 0; i < old->line->n; i++) {
			const struct uop *u = &old->line->uop[i];

			if (u->nres && u->res[0].file == TPC_FILE_S &&
			    u->res[0].index == reg)
				core_broken_rule(
					core, loop,
					"iterator S%u written %d bundles before"
					" LOOP, %d are needed",
					reg, d, min);
		}
	}
}

static void check_loop(struct tpc_core *core, const struct line *line)
{
	const struct tpc_sched *s = core->sched;
	const struct hw_loop *l =
		core->depth ? &core->loop[core->depth - 1] : NULL;

	for (unsigned i = 0; i < line->n; i++) {
		const struct uop *u = &line->uop[i];
		int min;

		if (is_mnemonic(u, TPC_MN_LOOP))
			check_iterator(core, u);
		if (!l)
			continue;
		min = tpc_sched_loop_rule(s, TPC_SCHED_LOOP_JMP_BEFORE_END);
		if (is_jump(u) && (int)bundles_between(core->pc, l->end) < min)
			core_broken_rule(core, u,
					 "jump %u bundles before the loop's "
					 "end, %d are needed",
					 bundles_between(core->pc, l->end),
					 min);
		min = tpc_sched_loop_rule(s, TPC_SCHED_LOOP_NO_LOOKUP_IN_LAST);
		if ((int)bundles_between(core->pc, l->end) < min &&
		    tpc_sched_space(s, u->op) == TPC_SPACE_TABLE)
			core_broken_rule(core, u,
					 "LOOKUP in the last bundle of a loop");
	}
}

/* A jump that has just been taken into the end of a body. */
static void check_target(struct tpc_core *core, const struct line *line)
{
	int min = tpc_sched_loop_rule(core->sched,
				      TPC_SCHED_LOOP_TARGET_BEFORE_END);
	const struct hw_loop *l;

	if (!core->jumped || !core->depth)
		return;
	l = &core->loop[core->depth - 1];
	if (core->next_pc <= l->start || core->next_pc > l->end)
		return;
	if ((int)bundles_between(core->next_pc, l->end) < min)
		core_broken_rule(core, &line->uop[0],
				 "jump target %u bundles before the loop's "
				 "end, %d are needed",
				 bundles_between(core->next_pc, l->end), min);
}

/*
 * A LOOP that has just issued inside of another one: their ends stay apart,
 * unless immediates say that the inner loop runs.
 */
static void check_ends(struct tpc_core *core, const struct uop *loop)
{
	uint32_t end = control_loop_end(loop);
	const struct hw_loop *outer;
	bool entered, known;
	int min;

	entered = core->depth && core->loop[core->depth - 1].start == loop->pc;
	if (core->depth < 1u + entered)
		return;
	outer = &core->loop[core->depth - 1 - entered];
	known = entered && loop->src[0].file == TPC_FILE_IMM &&
		loop->src[1].file == TPC_FILE_IMM;
	min = known ? 1
		    : tpc_sched_loop_rule(core->sched,
					  TPC_SCHED_LOOP_ENDS_APART);
	if (end > outer->end || (int)bundles_between(end, outer->end) < min)
		core_broken_rule(core, loop,
				 "ends %d bundles before the loop around it, "
				 "%d are needed",
				 (int)(outer->end - end) / TPC_BUNDLE_BYTES,
				 min);
}

void strict_check(struct tpc_core *core, const struct line *line)
{
	core->mmio = NULL;
	check_bundle(core, line);
	check_distances(core, line);
	check_loop(core, line);
}

/* Whether the bundle before this one is a LOOP. */
static bool is_delay_slot(const struct tpc_core *core)
{
	const struct recent *r =
		&core->recent[(core->regs.now - 1) % STRICT_DEPTH];

	return r->line && r->cycle == core->regs.now - 1 && r->line->n &&
	       is_mnemonic(&r->line->uop[0], TPC_MN_LOOP);
}

void strict_done(struct tpc_core *core, const struct line *line)
{
	struct recent *r = &core->recent[core->regs.now % STRICT_DEPTH];

	r->delay_slot = is_delay_slot(core);
	r->line = line;
	r->cycle = core->regs.now;
	r->mmio = core->mmio;
	r->fell_through = false;
	for (unsigned i = 0; i < line->n; i++) {
		if (is_jump(&line->uop[i]))
			r->fell_through = !core->jumped;
		if (is_mnemonic(&line->uop[i], TPC_MN_LOOP))
			check_ends(core, &line->uop[i]);
	}
	check_target(core, line);
}
