/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Strict mode: stops at the first rule of the schedule records that a program
 * breaks, naming the rule and both parties. Hardware does not check them, and
 * what it does then is not known.
 */
#include <string.h>

#include "strict.h"

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

/* --- within a bundle ------------------------------------------------------ */

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

/* --- between bundles ------------------------------------------------------ */

const struct recent *strict_recent(const struct tpc_core *core,
				   unsigned distance)
{
	uint64_t cycle = core->regs.now - distance;
	const struct recent *r = &core->recent[cycle % STRICT_DEPTH];

	return r->line && r->cycle == cycle ? r : NULL;
}

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
				const struct recent *old;

				if (d >= rules[r].min &&
				    (int)d != rules[r].not_exactly)
					continue;
				old = strict_recent(core, d);
				if (old)
					check_pair(core, &rules[r], d, old, u);
			}
		}
	}
}

void strict_check(struct tpc_core *core, const struct line *line)
{
	core->mmio = NULL;
	check_bundle(core, line);
	check_distances(core, line);
	strict_loops_check(core, line);
}

void strict_done(struct tpc_core *core, const struct line *line)
{
	struct recent *r = &core->recent[core->regs.now % STRICT_DEPTH];

	r->delay_slot = strict_delay_slot(core) != NULL;
	r->line = line;
	r->cycle = core->regs.now;
	r->mmio = core->mmio;
	r->fell_through = false;
	for (unsigned i = 0; i < line->n; i++) {
		if (strict_is_jump(&line->uop[i]))
			r->fell_through = !core->jumped;
	}
	strict_loops_done(core, line);
}
