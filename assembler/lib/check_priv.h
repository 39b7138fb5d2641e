/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The inside of the checker: code as bundles, effects and paths. */
#ifndef TPC_LIB_CHECK_PRIV_H
#define TPC_LIB_CHECK_PRIV_H

#include "tpc/check.h"
#include "tpc/sched.h"
#include "tpc/text.h"

/* Nothing of this is exported, whatever the linker map says. */
#pragma GCC visibility push(hidden)

/* A register that an operation writes or reads; groups are split. */
struct effect {
	uint8_t file; /* enum tpc_file */
	uint8_t index;
	uint8_t sched; /* result or port class */
	bool write;
};

/* Operands, their groups of four, guard, carry, iterator. */
#define MAX_EFFECTS 32

struct effects {
	struct effect e[MAX_EFFECTS];
	unsigned count;
};

/* A hardware loop of the text; bundles by number. */
struct loop {
	uint32_t at, first, last; /* LOOP, body */
	unsigned depth;		  /* loops around it */
	uint32_t next;		  /* the next one with this last bundle, or 0 */
};

struct check {
	const struct tpc_object *obj;
	const struct tpc_isa *isa;
	const struct tpc_sched *sched;
	const struct tpc_machine *machine;
	const char *name;
	unsigned checks;
	struct tpc_diags *diags;
	struct tpc_bundle *bundle;
	uint32_t *addr;	    /* of each */
	uint32_t count;	    /* of bundles */
	struct loop *loops; /* in the order of the text */
	unsigned num_loops;
	/* Loops by their LOOP and by their last bundle: number plus 1, or 0. */
	uint32_t *loop_at, *loop_end;
	uint8_t *reported; /* bit set over enum tpc_check a bundle */
	int found;
};

/* The operation of a slot if it does something, or NULL. */
const struct tpc_op *check_op(const struct check *c, uint32_t at,
			      unsigned slot);
bool check_is(const struct tpc_op *op, unsigned mnemonic);
bool check_is_jump(const struct tpc_op *op);
/* The bundle at an address or the first one behind it; -1 before the code. */
int64_t check_bundle_at(const struct check *c, int64_t addr);
/* The number that a rule on loops or ends gives. */
static inline int check_rule(const struct check *c,
			     enum tpc_sched_loop_rule which)
{
	return tpc_sched_loop_rule(c->sched, which);
}
/* LOOP of a bundle, or NULL. */
const struct tpc_op *check_loop_op(const struct check *c, uint32_t at);
/* Registers of an operation. */
void check_effects(const struct check *c, const struct tpc_op *op,
		   struct effects *out);

/*
 * Bundles that may come behind @at; @fall tells which of them follows a jump
 * that is not taken. Returns their number.
 */
#define MAX_SUCCESSORS 8
unsigned check_successors(const struct check *c, uint32_t at,
			  uint32_t next[MAX_SUCCESSORS],
			  bool fall[MAX_SUCCESSORS]);

/*
 * Reports a violation at bundle @at by @op; @other is the place of the second
 * party, @what what it did there. Only the first one a kind and bundle counts.
 */
void check_report(struct check *c, enum tpc_check kind, uint32_t at,
		  const struct tpc_op *op, uint32_t other, const char *what,
		  const char *fmt, ...) __attribute__((format(printf, 7, 8)));
/* The operation as text, for messages. */
const char *check_text(const struct check *c, const struct tpc_op *op,
		       char *buf, size_t size);

/* Rules on bundles, on pairs of bundles at a distance, on loops and ends. */
void check_bundles(struct check *c);
void check_paths(struct check *c);
void check_loops(struct check *c);
void check_ends(struct check *c);
/* Rule on single operations. */
void check_types(struct check *c);

#pragma GCC visibility pop

#endif
