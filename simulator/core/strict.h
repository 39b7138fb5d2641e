/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* What the two files of strict mode share. */
#ifndef TPC_CORE_STRICT_H
#define TPC_CORE_STRICT_H

#include "core_impl.h"

static inline bool strict_is_jump(const struct uop *u)
{
	return u->op->mnemonic == TPC_MN_JMPR || u->op->mnemonic == TPC_MN_JMPA;
}

static inline bool strict_is_loop(const struct uop *u)
{
	return u->op->mnemonic == TPC_MN_LOOP;
}

/* The bundle that issued @distance cycles ago, or NULL. */
const struct recent *strict_recent(const struct tpc_core *core,
				   unsigned distance);

/* --- strict_loops.c ------------------------------------------------------- */

/* The LOOP in whose delay slot the bundle of this cycle stands, or NULL. */
const struct uop *strict_delay_slot(const struct tpc_core *core);
/* The rules on loops, before and after a bundle runs. */
void strict_loops_check(struct tpc_core *core, const struct line *line);
void strict_loops_done(struct tpc_core *core, const struct line *line);

#endif
