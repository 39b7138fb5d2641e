// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The checks, one small function a rule. */
#include "check_priv.h"
#include "isa_tables.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* --- one bundle ---------------------------------------------------------- */

static void check_bundle_rule(struct check *c,
			      const struct tpc_bundle_rule *rule, uint32_t at)
{
	const struct tpc_op *a, *b;
	char text[160];
	unsigned i, k;

	for (i = 0; i < TPC_NUM_SLOTS; i++) {
		a = check_op(c, at, i);
		if (!a || !tpc_op_matches(&rule->a, a))
			continue;
		for (k = 0; k < TPC_NUM_SLOTS; k++) {
			b = check_op(c, at, k);
			if (k == i || !b || !tpc_op_matches(&rule->b, b))
				continue;
			check_report(c, TPC_CHECK_BUNDLE, at, a, at, NULL,
				     "may not share a bundle with '%s': %s",
				     check_text(c, b, text, sizeof(text)),
				     rule->name);
		}
	}
}

void check_bundles(struct check *c)
{
	const struct tpc_bundle_rule *rules;
	unsigned count, r;
	uint32_t at;

	rules = tpc_sched_bundle_rules(c->sched, &count);
	for (at = 0; at < c->count; at++)
		for (r = 0; r < count; r++)
			check_bundle_rule(c, &rules[r], at);
}

/* --- two bundles --------------------------------------------------------- */

/* Guards that are never true together. */
static bool exclude(const struct tpc_op *a, const struct tpc_op *b)
{
	return a->pred.index && a->pred.file == b->pred.file &&
	       a->pred.index == b->pred.index &&
	       a->pred.invert != b->pred.invert;
}

static void register_name(const struct effect *e, char buf[16])
{
	snprintf(buf, 16, "%s%u", tpc_file_prefix(e->file), e->index);
}

static unsigned latency(const struct check *c, unsigned result, unsigned port)
{
	unsigned ports;
	const uint8_t *matrix = tpc_sched_matrix(c->sched, &ports);

	return matrix[result * ports + port];
}

/* Whether the older result lands behind the younger one. */
static bool lands_late(const struct check *c, unsigned older, unsigned younger,
		       unsigned distance)
{
	unsigned ports, p;

	tpc_sched_matrix(c->sched, &ports);
	for (p = 0; p < ports; p++)
		if (latency(c, older, p) > distance + latency(c, younger, p))
			return true;
	return false;
}

static void check_read(struct check *c, uint32_t from, const struct tpc_op *def,
		       const struct effect *w, uint32_t at,
		       const struct tpc_op *use, const struct effect *r,
		       unsigned distance)
{
	unsigned need = latency(c, w->sched, r->sched);
	char reg[16], text[160], what[192];

	if (distance >= need)
		return;
	register_name(w, reg);
	snprintf(what, sizeof(what), "written by '%s'",
		 check_text(c, def, text, sizeof(text)));
	check_report(c, TPC_CHECK_EARLY, at, use, from, what,
		     "reads %s at distance %u, the value is visible at %u", reg,
		     distance, need);
}

static void check_write(struct check *c, uint32_t from,
			const struct tpc_op *older, const struct effect *a,
			uint32_t at, const struct tpc_op *younger,
			const struct effect *b, unsigned distance)
{
	char reg[16], text[160], what[192];

	if (!lands_late(c, a->sched, b->sched, distance))
		return;
	register_name(a, reg);
	snprintf(what, sizeof(what), "written by '%s'",
		 check_text(c, older, text, sizeof(text)));
	check_report(c, TPC_CHECK_ORDER, at, younger, from, what,
		     "writes %s at distance %u from a write that lands later",
		     reg, distance);
}

static void check_registers(struct check *c, uint32_t from,
			    const struct tpc_op *older,
			    const struct effects *first, uint32_t at,
			    const struct tpc_op *younger, unsigned distance)
{
	struct effects second;
	unsigned i, k;

	check_effects(c, younger, &second);
	for (i = 0; i < first->count; i++) {
		const struct effect *w = &first->e[i];

		if (!w->write)
			continue;
		for (k = 0; k < second.count; k++) {
			const struct effect *e = &second.e[k];

			if (e->file != w->file || e->index != w->index)
				continue;
			if (e->write)
				check_write(c, from, older, w, at, younger, e,
					    distance);
			else
				check_read(c, from, older, w, at, younger, e,
					   distance);
		}
	}
}

static bool same_result(const struct check *c, const struct tpc_op *a,
			const struct tpc_op *b)
{
	struct effects x, y;
	unsigned i, k;

	check_effects(c, a, &x);
	check_effects(c, b, &y);
	for (i = 0; i < x.count; i++)
		for (k = 0; k < y.count; k++)
			if (x.e[i].write && y.e[k].write &&
			    x.e[i].file == y.e[k].file &&
			    x.e[i].index == y.e[k].index)
				return !exclude(a, b);
	return false;
}

static bool uses_srcd(const struct tpc_op *op)
{
	unsigned i;

	for (i = 0; i < op->nopnds; i++)
		if (op->opnd[i].field == TPC_F_SRCD)
			return true;
	return false;
}

static bool related(const struct check *c, const struct tpc_distance_rule *rule,
		    uint32_t from, const struct tpc_op *first,
		    const struct tpc_op *second, bool fell)
{
	switch (rule->relation) {
	case TPC_RULE_NONE:
		return true;
	case TPC_RULE_SAME_DEST:
		return same_result(c, first, second);
	case TPC_RULE_USES_SRCD:
		return uses_srcd(second);
	case TPC_RULE_FALL_THROUGH:
		return fell;
	case TPC_RULE_DELAY_SLOT:
		return from && check_loop_op(c, from - 1);
	default: /* the address of a configuration register is not known */
		return false;
	}
}

static void check_distances(struct check *c, uint32_t from,
			    const struct tpc_op *first, uint32_t at,
			    const struct tpc_op *second, unsigned distance,
			    bool fell)
{
	const struct tpc_distance_rule *rules;
	char text[160], what[192];
	unsigned count, r;

	rules = tpc_sched_distance_rules(c->sched, &count);
	for (r = 0; r < count; r++) {
		const struct tpc_distance_rule *rule = &rules[r];

		if (distance >= rule->min && (int)distance != rule->not_exactly)
			continue;
		if (!tpc_op_matches(&rule->first, first) ||
		    !tpc_op_matches(&rule->second, second) ||
		    !related(c, rule, from, first, second, fell))
			continue;
		snprintf(what, sizeof(what), "the first one: '%s'",
			 check_text(c, first, text, sizeof(text)));
		check_report(c, TPC_CHECK_DISTANCE, at, second, from, what,
			     "is at distance %u, %s %u: %s", distance,
			     distance < rule->min ? "the least is"
						  : "which may not be",
			     distance < rule->min ? rule->min : distance,
			     rule->name);
	}
}

static void check_pair(struct check *c, uint32_t from, uint32_t at,
		       unsigned distance, bool fell)
{
	const struct tpc_op *first, *second;
	struct effects effects;
	unsigned i, k;

	for (i = 0; i < TPC_NUM_SLOTS; i++) {
		first = check_op(c, from, i);
		if (!first)
			continue;
		check_effects(c, first, &effects);
		for (k = 0; k < TPC_NUM_SLOTS; k++) {
			second = check_op(c, at, k);
			if (!second)
				continue;
			if (!exclude(first, second))
				check_registers(c, from, first, &effects, at,
						second, distance);
			check_distances(c, from, first, at, second, distance,
					fell);
		}
	}
}

static unsigned depth_of_rules(const struct check *c)
{
	unsigned depth = tpc_sched_max_latency(c->sched), count, r;
	const struct tpc_distance_rule *rules;

	rules = tpc_sched_distance_rules(c->sched, &count);
	for (r = 0; r < count; r++) {
		if (rules[r].min > depth)
			depth = rules[r].min;
		if (rules[r].not_exactly + 1 > (int)depth)
			depth = rules[r].not_exactly + 1;
	}
	return depth;
}

/* The bundles at one distance from a start; each once. */
struct level {
	uint32_t *at;
	size_t count;
};

static void add_to_level(struct level *l, uint32_t *stamp, uint32_t mark,
			 uint32_t at)
{
	if (stamp[at] == mark)
		return;
	stamp[at] = mark;
	l->at[l->count++] = at;
}

/* Walks all paths from a bundle for as long as rules reach. */
static void check_from(struct check *c, uint32_t start, unsigned depth,
		       struct level *now, struct level *then, uint32_t *stamp,
		       uint32_t *mark)
{
	uint32_t next[MAX_SUCCESSORS];
	bool fall[MAX_SUCCESSORS];
	struct level *swap;
	unsigned d, n, k;
	size_t i;

	now->at[0] = start;
	now->count = 1;
	for (d = 1; d < depth && now->count; d++) {
		then->count = 0;
		++*mark;
		for (i = 0; i < now->count; i++) {
			n = check_successors(c, now->at[i], next, fall);
			for (k = 0; k < n; k++) {
				add_to_level(then, stamp, *mark, next[k]);
				if (d == 1)
					check_pair(c, start, next[k], d,
						   fall[k]);
			}
		}
		for (i = 0; d > 1 && i < then->count; i++)
			check_pair(c, start, then->at[i], d, false);
		swap = now;
		now = then;
		then = swap;
	}
}

void check_paths(struct check *c)
{
	struct level a = {0}, b = {0};
	unsigned depth = depth_of_rules(c);
	uint32_t *stamp, mark = 0, at;

	a.at = calloc(c->count + 1, sizeof(*a.at));
	b.at = calloc(c->count + 1, sizeof(*b.at));
	stamp = calloc(c->count + 1, sizeof(*stamp));
	for (at = 0; a.at && b.at && stamp && at < c->count; at++)
		check_from(c, at, depth, &a, &b, stamp, &mark);
	if (!a.at || !b.at || !stamp)
		c->found = -ENOMEM;
	free(a.at);
	free(b.at);
	free(stamp);
}

/* --- ends ---------------------------------------------------------------- */

static bool is_empty(const struct check *c, uint32_t at)
{
	unsigned s;

	for (s = 0; s < TPC_NUM_SLOTS; s++)
		if (check_op(c, at, s))
			return false;
	return true;
}

/* Of a compressed one or another. */
static uint32_t bundle_size(const struct check *c, uint32_t at)
{
	if (at + 1 < c->count)
		return c->addr[at + 1] - c->addr[at];
	return TPC_BUNDLE_BYTES - c->addr[at] % TPC_BUNDLE_BYTES;
}

/* Compressed NOPs count half: it is the room that matters (facts 5.10). */
static void check_halt(struct check *c, uint32_t at, const struct tpc_op *op)
{
	uint32_t nops = (uint32_t)check_rule(c, TPC_SCHED_HALT_NOPS), room = 0,
		 i;

	for (i = at + 1; i < c->count && is_empty(c, i); i++)
		room += bundle_size(c, i);
	if (room < nops * TPC_BUNDLE_BYTES)
		check_report(c, TPC_CHECK_END, at, op, 0, NULL,
			     "has %u empty bundles behind it, instruction "
			     "fetch wants %u",
			     room / TPC_BUNDLE_BYTES, nops);
}

void check_ends(struct check *c)
{
	const struct tpc_op *op;
	bool halts = false;
	uint32_t at;

	for (at = 0; at < c->count; at++) {
		op = check_op(c, at, TPC_SLOT_SPU);
		if (!check_is(op, TPC_MN_HALT))
			continue;
		halts = true;
		check_halt(c, at, op);
	}
	if (!halts && c->checks >> TPC_CHECK_END & 1) {
		c->found++;
		tpc_warning(c->diags, (struct tpc_loc){.file = c->name},
			    "the code has no HALT [-Wend]");
	}
}

/* --- data types ---------------------------------------------------------- */

static void check_type(struct check *c, uint32_t at, const struct tpc_op *op,
		       unsigned type, const char *role)
{
	const struct tpc_isa *isa = c->isa;

	if (type < 32 && type != TPC_TYPE_NONE && !(isa->types >> type & 1))
		check_report(c, TPC_CHECK_TYPE, at, op, 0, NULL,
			     "has the %s %s, which %s does not compute with",
			     role, tpc_type_name(type), tpc_cpu_name(isa->cpu));
}

/* The reference assembler takes nearly every type everywhere, and so do we. */
void check_types(struct check *c)
{
	const struct tpc_op *op;
	unsigned slot;
	uint32_t at;

	for (at = 0; at < c->count; at++)
		for (slot = 0; slot < TPC_NUM_SLOTS; slot++) {
			op = check_op(c, at, slot);
			if (!op)
				continue;
			check_type(c, at, op, op->type, "data type");
			if (check_is(op, TPC_MN_CONVERT))
				check_type(
					c, at, op,
					tpc_op_switch(op, TPC_SW_TARGET_TYPE),
					"target type");
		}
}
