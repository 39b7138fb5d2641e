// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/*
 * Compression (facts 4.3): after the first pass, bundles that may be compressed
 * are paired and everything behind them moves up. A pair fills the place of a
 * bundle, so all other bundles stay at multiples of their size.
 *
 * A bundle is compressed if it has a compressed form, the next one is, too, and
 * it neither jumps nor starts a loop nor ends the kernel, nor is it the first
 * of the kernel or of a loop, one of the last few of a loop
 * (LOOP_UNCOMPRESSED_TAIL in TPCScheduleRules.td), or the target of a jump.
 * These are the reference assembler's rules.
 */
#include "asm_priv.h"
#include "isa_tables.h"
#include "tpc/sched.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct compressor {
	struct tpc_asm *as;
	/* By statement: */
	bool *keep;    /* not to be compressed */
	uint32_t *old; /* address before compression, the last one is the end */
};

/*
 * The statement at or behind an address that takes room, the number of
 * statements if there is none.
 */
static size_t stmt_at(const struct compressor *c, int64_t addr)
{
	size_t low = 0, high = c->as->num_stmts, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (c->old[mid] < addr)
			low = mid + 1;
		else
			high = mid;
	}
	while (low < c->as->num_stmts && c->old[low] == c->old[low + 1])
		low++;
	return low;
}

static void keep_at(struct compressor *c, int64_t addr)
{
	size_t i = stmt_at(c, addr);

	if (i < c->as->num_stmts)
		c->keep[i] = true;
}

/* The first bundle of a loop and the last ones before its end. */
static void keep_loop(struct compressor *c, size_t loop, int64_t end)
{
	const struct tpc_sched *sched = tpc_sched_get(c->as->isa->cpu);
	int tail = tpc_sched_loop_rule(sched, TPC_SCHED_LOOP_UNCOMPRESSED_TAIL);
	int64_t first = end - tail * TPC_BUNDLE_BYTES;
	size_t i;

	keep_at(c, c->old[loop + 1]);
	for (i = stmt_at(c, end); i > loop + 1 && c->old[i - 1] >= first; i--)
		c->keep[i - 1] = true;
}

/* What a bundle means for itself and for others. */
static void judge(struct compressor *c, size_t i,
		  const struct tpc_bundle *bundle)
{
	const struct tpc_asm *as = c->as;
	const struct tpc_op *spu = &bundle->op[TPC_SLOT_SPU];
	int64_t target;

	if (tpc_ends_block(as->isa, bundle) || !tpc_fits_half(as->isa, bundle))
		c->keep[i] = true;
	if (!tpc_op_target(spu, as->stmts[i].addr, &target) || target < 0)
		return;
	if (spu->mnemonic == TPC_MN_LOOP)
		keep_loop(c, i, target);
	else
		keep_at(c, target);
}

/* Errors are left to the second pass, which meets them again. */
static void judge_all(struct compressor *c)
{
	struct tpc_asm *as = c->as;
	struct tpc_bundle bundle;
	bool first = true;
	size_t i;

	for (i = 0; i < as->num_stmts; i++) {
		const struct tpc_stmt *stmt = &as->stmts[i];
		struct tpc_parser parser = tpc_asm_parser(as, stmt);

		c->keep[i] |=
			first || stmt->kind != TPC_STMT_BUNDLE || stmt->half;
		if (stmt->kind != TPC_STMT_BUNDLE)
			continue;
		first = false;
		as->pc = stmt->addr;
		as->index = i;
		parser.diags = NULL;
		if (tpc_parse_bundle(&parser, stmt->text, stmt->len, stmt->col,
				     &bundle))
			c->keep[i] = true;
		else
			judge(c, i, &bundle);
	}
}

/* Filling up to an alignment depends on what is before it. */
static uint32_t new_size(const struct tpc_stmt *stmt, uint32_t addr)
{
	if (stmt->kind != TPC_STMT_FILL)
		return stmt->size;
	return -addr & ((UINT32_C(1) << stmt->unit) - 1);
}

static void place_all(struct compressor *c)
{
	struct tpc_asm *as = c->as;
	struct tpc_stmt *stmt;
	uint32_t addr = 0;
	size_t i;

	for (i = 0; i < as->num_stmts; i++) {
		stmt = &as->stmts[i];
		if (!c->keep[i] && i + 1 < as->num_stmts && !c->keep[i + 1]) {
			stmt[0].half = stmt[1].half = true;
			stmt[0].size = stmt[1].size = TPC_HALF_BYTES;
			c->keep[i] = c->keep[i + 1] = true;
		}
		stmt->addr = addr;
		stmt->size = new_size(stmt, addr);
		addr += stmt->size;
	}
	as->addr = addr;
}

static uint32_t new_addr(const struct tpc_asm *as, size_t stmt)
{
	return stmt < as->num_stmts ? as->stmts[stmt].addr : as->addr;
}

/* Labels stand before a statement, wherever that goes. */
static void move_labels(struct tpc_asm *as)
{
	struct tpc_sym *sym = as->symtab.syms;
	struct tpc_def_list *list;
	size_t i, k;

	for (i = 0; i < as->symtab.count; i++, sym++)
		if (sym->label)
			sym->value.num = new_addr(as, sym->stmt);
	for (i = 0; i < as->locals.num_lists; i++) {
		list = &as->locals.lists[i];
		for (k = 0; k < list->count; k++)
			list->defs[k].addr = new_addr(as, list->defs[k].from);
	}
}

void tpc_asm_compress(struct tpc_asm *as)
{
	struct compressor c = {.as = as};
	size_t i;

	c.keep = calloc(as->num_stmts + 1, sizeof(*c.keep));
	c.old = calloc(as->num_stmts + 1, sizeof(*c.old));
	if (!c.keep || !c.old) {
		tpc_asm_nomem(as);
	} else {
		for (i = 0; i < as->num_stmts; i++)
			c.old[i] = as->stmts[i].addr;
		c.old[i] = as->addr;
		judge_all(&c);
		place_all(&c);
		move_labels(as);
	}
	free(c.keep);
	free(c.old);
}
