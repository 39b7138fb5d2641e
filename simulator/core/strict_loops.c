/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Strict mode: the rules on hardware loops (facts 5.6). The assembler's checker
 * (check_loops.c) looks at the text; this looks at what runs.
 */
#include "strict.h"

static int loop_rule(const struct tpc_core *core,
		     enum tpc_sched_loop_rule which)
{
	return tpc_sched_loop_rule(core->sched, which);
}

static unsigned bundles_between(uint32_t from, uint32_t to)
{
	return (to - from) / TPC_BUNDLE_BYTES;
}

/* --- iterators ------------------------------------------------------------ */

static bool writes_scalar(const struct uop *u, unsigned reg)
{
	for (unsigned i = 0; i < u->nres; i++) {
		if (u->res[i].file == TPC_FILE_S && u->res[i].index == reg)
			return true;
	}
	return false;
}

/* Whether the vector pipe reads a scalar register for an operation. */
static bool reads_late(const struct tpc_core *core, const struct uop *u,
		       unsigned reg)
{
	int stage = loop_rule(core, TPC_SCHED_VECTOR_PIPE_STAGE);

	for (unsigned i = 0; i < u->nsrc; i++) {
		const struct source *s = &u->src[i];

		if (s->file == TPC_FILE_S && s->index == reg &&
		    tpc_sched_read_stage(core->sched, s->port) == stage)
			return true;
	}
	return false;
}

/* What happened to the iterator shortly before the LOOP that takes it. */
static void check_iterator(struct tpc_core *core, const struct uop *loop)
{
	int write_min = loop_rule(core, TPC_SCHED_LOOP_ITERATOR_WRITE);
	int uses = loop_rule(core, TPC_SCHED_LOOP_ITERATOR_USE_BEFORE);
	unsigned reg = core->mach->loop_iterator + core->depth;

	for (int d = 1; d < write_min || d <= uses; d++) {
		const struct recent *old = strict_recent(core, (unsigned)d);

		for (unsigned i = 0; old && i < old->line->n; i++) {
			const struct uop *u = &old->line->uop[i];

			if (strict_is_loop(u))
				continue;
			if (d < write_min && writes_scalar(u, reg))
				core_broken_rule(
					core, loop,
					"iterator S%u written %d bundles before"
					" LOOP, %d are needed",
					reg, d, write_min);
			if (d <= uses && reads_late(core, u, reg))
				core_broken_rule(
					core, u,
					"iterator S%u read in the vector pipe "
					"%d bundles before LOOP, not possible "
					"in the last %d",
					reg, d, uses);
		}
	}
}

/* The same at the end of each loop that the bundle is in. */
static void check_iterator_uses(struct tpc_core *core, const struct uop *u)
{
	int uses = loop_rule(core, TPC_SCHED_LOOP_ITERATOR_USE_END);

	for (unsigned k = 0; k < core->depth; k++) {
		unsigned reg = core->mach->loop_iterator + k;
		unsigned left = bundles_between(core->pc, core->loop[k].end);

		if ((int)left < uses && reads_late(core, u, reg))
			core_broken_rule(core, u,
					 "iterator S%u read in the vector pipe "
					 "%u bundles before the loop's end, "
					 "not possible in the last %d",
					 reg, left, uses);
	}
}

/* --- delay slots ---------------------------------------------------------- */

const struct uop *strict_delay_slot(const struct tpc_core *core)
{
	const struct recent *r = strict_recent(core, 1);

	if (!r || !r->line->n || !strict_is_loop(&r->line->uop[0]))
		return NULL;
	return &r->line->uop[0];
}

static bool loop_reads(const struct uop *loop, const struct result *r)
{
	if (r->file == TPC_FILE_SP && loop->guard == GUARD_SCALAR &&
	    loop->guard_index == r->index)
		return true;
	for (unsigned i = 0; i < loop->nsrc; i++) {
		if (loop->src[i].file == r->file &&
		    loop->src[i].index == r->index)
			return true;
	}
	return false;
}

/* The bundle behind LOOP may not write what LOOP reads. */
static void check_delay_slot(struct tpc_core *core, const struct line *line)
{
	const struct uop *loop = strict_delay_slot(core);

	for (unsigned i = 0; loop && i < line->n; i++) {
		const struct uop *u = &line->uop[i];

		for (unsigned k = 0; k < u->nres; k++) {
			if (loop_reads(loop, &u->res[k]))
				core_broken_rule(
					core, u,
					"writes %s%u, which the LOOP before it "
					"reads",
					tpc_file_prefix(u->res[k].file),
					u->res[k].index);
		}
	}
}

/* --- bodies --------------------------------------------------------------- */

/*
 * The rule is on bodies without jumps and inner loops. With one of these a
 * shorter body breaks the rule on its distance from the end before it gets
 * here.
 */
static void check_least(struct tpc_core *core)
{
	int min = loop_rule(core, TPC_SCHED_LOOP_MIN_BODY), length;
	const struct hw_loop *l;

	if (!core->depth)
		return;
	l = &core->loop[core->depth - 1];
	/* the LOOP and its delay slot lie in front of the body */
	length = (int)bundles_between(l->start, l->end) - 1;
	if (core->pc == l->end && length < min)
		core_broken_rule(core, l->by,
				 "a body of %d bundles, %d are needed", length,
				 min);
}

static void check_body(struct tpc_core *core, const struct uop *u)
{
	unsigned left;
	int min;

	if (!core->depth)
		return;
	left = bundles_between(core->pc, core->loop[core->depth - 1].end);
	min = loop_rule(core, TPC_SCHED_LOOP_JMP_BEFORE_END);
	if (strict_is_jump(u) && (int)left < min)
		core_broken_rule(core, u,
				 "jump %u bundles before the loop's end, %d "
				 "are needed",
				 left, min);
	min = loop_rule(core, TPC_SCHED_LOOP_NO_LOOKUP_IN_LAST);
	if ((int)left < min &&
	    tpc_sched_space(core->sched, u->op) == TPC_SPACE_TABLE)
		core_broken_rule(core, u,
				 "LOOKUP in the last bundle of a loop");
}

/* A jump that has just been taken into the end of a body. */
static void check_target(struct tpc_core *core, const struct line *line)
{
	int min = loop_rule(core, TPC_SCHED_LOOP_TARGET_BEFORE_END);
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
	min = known ? 1 : loop_rule(core, TPC_SCHED_LOOP_ENDS_APART);
	if (end > outer->end || (int)bundles_between(end, outer->end) < min)
		core_broken_rule(core, loop,
				 "ends %d bundles before the loop around it, "
				 "%d are needed",
				 (int)(outer->end - end) / TPC_BUNDLE_BYTES,
				 min);
}

void strict_loops_check(struct tpc_core *core, const struct line *line)
{
	for (unsigned i = 0; i < line->n; i++) {
		const struct uop *u = &line->uop[i];

		check_body(core, u);
		check_iterator_uses(core, u);
		if (strict_is_loop(u))
			check_iterator(core, u);
	}
	check_delay_slot(core, line);
	check_least(core);
}

void strict_loops_done(struct tpc_core *core, const struct line *line)
{
	for (unsigned i = 0; i < line->n; i++) {
		if (strict_is_loop(&line->uop[i]))
			check_ends(core, &line->uop[i]);
	}
	check_target(core, line);
}
