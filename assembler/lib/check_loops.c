// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* The checks of hardware loops: bodies, delay slots, iterators, nesting. */
#include "check_priv.h"
#include "isa_tables.h"

#include <errno.h>
#include <stdlib.h>

static void check_lookups(struct check *c, const struct loop *l)
{
	int without = check_rule(c, TPC_SCHED_LOOP_NO_LOOKUP_IN_LAST), d;
	const struct tpc_op *op;

	for (d = 0; d < without && l->first + d <= l->last; d++) {
		op = check_op(c, l->last - d, TPC_SLOT_LOAD);
		if (op && tpc_sched_space(c->sched, op) == TPC_SPACE_TABLE)
			check_report(c, TPC_CHECK_LOOP, l->last - d, op, l->at,
				     "the loop is here",
				     "stands in the last bundle of a loop");
	}
}

/* Without jumps and inner loops, a body has a least length. */
static bool is_plain(const struct check *c, const struct loop *l)
{
	uint32_t at;

	for (at = l->first; at <= l->last; at++)
		if (check_is_jump(check_op(c, at, TPC_SLOT_SPU)) ||
		    check_loop_op(c, at))
			return false;
	return true;
}

static void check_least(struct check *c, const struct loop *l)
{
	int length = (int)(l->last - l->first) + 1;
	int min = check_rule(c, TPC_SCHED_LOOP_MIN_BODY);

	if (length >= 1 && length < min && is_plain(c, l))
		check_report(c, TPC_CHECK_LOOP, l->at, check_loop_op(c, l->at),
			     0, NULL, "has a body of %d bundles, %d are needed",
			     length, min);
}

static void check_body(struct check *c, const struct loop *l)
{
	const struct tpc_op *op = check_loop_op(c, l->at);
	int64_t length = (int64_t)l->last - l->first + 1;
	int max = check_rule(c, TPC_SCHED_LOOP_MAX_BODY);

	if (l->last >= c->count)
		check_report(c, TPC_CHECK_LOOP, l->at, op, 0, NULL,
			     "ends behind the code");
	else if (length < 1)
		check_report(c, TPC_CHECK_LOOP, l->at, op, 0, NULL,
			     "has no body");
	else if (length > max)
		check_report(c, TPC_CHECK_LOOP, l->at, op, 0, NULL,
			     "has a body of %lld bundles, %d are possible",
			     (long long)length, max);
	else if (l->depth >= (unsigned)c->machine->loop_depth)
		check_report(c, TPC_CHECK_LOOP, l->at, op, 0, NULL,
			     "lies in %u other loops, %u are possible",
			     l->depth, (unsigned)c->machine->loop_depth - 1);
	if (l->last >= c->count)
		return;
	check_least(c, l);
	check_lookups(c, l);
}

/* Jumps in the body, and their targets. */
static void check_jumps(struct check *c, const struct loop *l)
{
	int before = check_rule(c, TPC_SCHED_LOOP_JMP_BEFORE_END);
	int target_before = check_rule(c, TPC_SCHED_LOOP_TARGET_BEFORE_END);
	const struct tpc_op *op;
	int64_t target;
	uint32_t at;

	/* A loop too many has its message; deep nests would take long. */
	if (l->depth >= (unsigned)c->machine->loop_depth)
		return;
	for (at = l->first; at <= l->last && at < c->count; at++) {
		op = check_op(c, at, TPC_SLOT_SPU);
		if (!check_is_jump(op))
			continue;
		if ((int)(l->last - at) < before)
			check_report(c, TPC_CHECK_LOOP, at, op, l->at,
				     "the loop is here",
				     "is %u bundles before the end of a loop, "
				     "%d are needed",
				     l->last - at, before);
		if (!tpc_op_target(op, c->addr[at], &target))
			continue;
		target = check_bundle_at(c, target);
		if (target >= l->first && target <= l->last &&
		    (int)(l->last - target) < target_before)
			check_report(c, TPC_CHECK_LOOP, at, op, l->at,
				     "the loop is here",
				     "leads %d bundles before the end of a "
				     "loop, %d are needed",
				     (int)(l->last - target), target_before);
	}
}

/* Start and bound are numbers, so the first iteration is certain. */
static bool surely_runs(const struct tpc_op *op)
{
	return op->nopnds >= 2 && op->opnd[0].file == TPC_FILE_IMM &&
	       op->opnd[1].file == TPC_FILE_IMM && !op->pred.index;
}

static void check_nesting(struct check *c, const struct loop *inner,
			  const struct loop *outer)
{
	const struct tpc_op *op = check_loop_op(c, inner->at);
	int apart =
		surely_runs(op) ? 1 : check_rule(c, TPC_SCHED_LOOP_ENDS_APART);

	if (inner->at < outer->first || inner->at > outer->last)
		return;
	if (inner->last > outer->last)
		check_report(c, TPC_CHECK_LOOP, inner->at, op, outer->at,
			     "the loop around it",
			     "ends behind the loop "
			     "around it");
	else if ((int)(outer->last - inner->last) < apart)
		check_report(c, TPC_CHECK_LOOP, inner->at, op, outer->at,
			     "the loop around it",
			     "ends %u bundles before the loop around it, %d "
			     "are needed",
			     outer->last - inner->last, apart);
}

static unsigned iterator_of(const struct check *c, const struct loop *l)
{
	return (unsigned)c->machine->loop_iterator + l->depth;
}

/* Whether an operation of the vector pipe reads a scalar register. */
static bool reads_late(const struct check *c, const struct tpc_op *op,
		       unsigned reg)
{
	int stage = check_rule(c, TPC_SCHED_VECTOR_PIPE_STAGE);
	struct effects effects;
	unsigned i;

	check_effects(c, op, &effects);
	for (i = 0; i < effects.count; i++) {
		const struct effect *e = &effects.e[i];

		if (!e->write && e->file == TPC_FILE_S && e->index == reg &&
		    tpc_sched_read_stage(c->sched, e->sched) == stage)
			return true;
	}
	return false;
}

/* Bundles from @from to @to where the vector pipe reads the iterator. */
static void check_late(struct check *c, const struct loop *l, uint32_t from,
		       uint32_t to, const char *where)
{
	unsigned reg = iterator_of(c, l), s;
	const struct tpc_op *op;
	uint32_t at;

	for (at = from; at <= to; at++)
		for (s = 0; s < TPC_NUM_SLOTS; s++) {
			op = check_op(c, at, s);
			if (!op || check_is(op, TPC_MN_LOOP) ||
			    !reads_late(c, op, reg))
				continue;
			check_report(c, TPC_CHECK_LOOP, at, op, l->at,
				     "the loop is here",
				     "reads the iterator S%u in the vector "
				     "pipe, not possible in the %u bundles "
				     "%s",
				     reg, to - from + 1, where);
		}
}

static void check_iterator_uses(struct check *c, const struct loop *l)
{
	uint32_t end = (uint32_t)check_rule(c, TPC_SCHED_LOOP_ITERATOR_USE_END);
	uint32_t before =
		(uint32_t)check_rule(c, TPC_SCHED_LOOP_ITERATOR_USE_BEFORE);

	if (l->depth >= (unsigned)c->machine->loop_depth)
		return;
	if (l->last < c->count && l->first <= l->last) {
		if (end > l->last - l->first + 1)
			end = l->last - l->first + 1;
		check_late(c, l, l->last - end + 1, l->last,
			   "at the end of a loop");
	}
	if (before > l->at)
		before = l->at;
	if (before)
		check_late(c, l, l->at - before, l->at - 1, "before a loop");
}

/* The bundle behind LOOP may not write what LOOP reads. */
static void check_delay_slot(struct check *c, const struct loop *l)
{
	struct effects reads, writes;
	const struct tpc_op *op;
	unsigned s, i, k;

	if (l->at + 1 >= c->count)
		return;
	check_effects(c, check_loop_op(c, l->at), &reads);
	for (s = 0; s < TPC_NUM_SLOTS; s++) {
		op = check_op(c, l->at + 1, s);
		if (!op || check_is(op, TPC_MN_LOOP))
			continue;
		check_effects(c, op, &writes);
		for (i = 0; i < writes.count; i++)
			for (k = 0; k < reads.count; k++)
				if (writes.e[i].write && !reads.e[k].write &&
				    writes.e[i].file == reads.e[k].file &&
				    writes.e[i].index == reads.e[k].index)
					check_report(
						c, TPC_CHECK_LOOP, l->at + 1,
						op, l->at, "the loop is here",
						"writes %s%u, which the LOOP "
						"before it reads",
						tpc_file_prefix(
							writes.e[i].file),
						writes.e[i].index);
	}
}

/* An ordinary write of the iterator shortly before LOOP takes it. */
static void check_iterator(struct check *c, const struct loop *l)
{
	unsigned reg = iterator_of(c, l), s, i;
	int min = check_rule(c, TPC_SCHED_LOOP_ITERATOR_WRITE), d;
	const struct tpc_op *op;
	struct effects effects;

	for (d = 1; d < min && d <= (int)l->at; d++) {
		for (s = 0; s < TPC_NUM_SLOTS; s++) {
			op = check_op(c, l->at - d, s);
			if (!op || check_is(op, TPC_MN_LOOP))
				continue;
			check_effects(c, op, &effects);
			for (i = 0; i < effects.count; i++)
				if (effects.e[i].write &&
				    effects.e[i].file == TPC_FILE_S &&
				    effects.e[i].index == reg)
					check_report(
						c, TPC_CHECK_LOOP, l->at - d,
						op, l->at, "the loop is here",
						"writes the iterator S%u %d "
						"bundles before LOOP, %d are "
						"needed",
						reg, d, min);
		}
	}
}

/* Loops that the text is in; a loop too many has its own message. */
static unsigned check_open(struct check *c, const struct loop *l,
			   const struct loop **open, unsigned count)
{
	unsigned kept = 0, k;

	if (l->depth >= (unsigned)c->machine->loop_depth)
		return count;
	for (k = 0; k < count; k++) {
		if (open[k]->last < l->at)
			continue;
		check_nesting(c, l, open[k]);
		open[kept++] = open[k];
	}
	return kept;
}

void check_loops(struct check *c)
{
	const struct loop **open = calloc(c->num_loops + 1, sizeof(*open));
	unsigned count = 0, i;

	for (i = 0; open && i < c->num_loops; i++) {
		check_body(c, &c->loops[i]);
		check_jumps(c, &c->loops[i]);
		check_iterator(c, &c->loops[i]);
		check_iterator_uses(c, &c->loops[i]);
		check_delay_slot(c, &c->loops[i]);
		count = check_open(c, &c->loops[i], open, count);
		open[count++] = &c->loops[i];
	}
	if (!open)
		c->found = -ENOMEM;
	free(open);
}
