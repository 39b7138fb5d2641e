/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Checks of finished code against the documented rules of the machine.
 *
 * Nothing in hardware keeps a program from reading a result too early or from
 * putting operations together that may not stand in one bundle; what happens
 * then is not known. The rules are the records in llvm-target/TPCSchedule.td,
 * which name their sources. The check looks at every path through the code up
 * to the distance at which rules end; it knows no values, so jumps through
 * registers, stores to configuration registers and memory are not followed.
 */
#ifndef TPC_CHECK_H
#define TPC_CHECK_H

#include "tpc/diag.h"
#include "tpc/object.h"

#ifdef __cplusplus
extern "C" {
#endif

enum tpc_check {
	TPC_CHECK_EARLY,    /* a register is read before its value is visible */
	TPC_CHECK_ORDER,    /* an older write lands behind a younger one */
	TPC_CHECK_BUNDLE,   /* two operations may not share a bundle */
	TPC_CHECK_DISTANCE, /* two operations are too close */
	TPC_CHECK_LOOP,	    /* bodies of hardware loops, jumps in them */
	TPC_CHECK_END,	/* bundles behind HALT, code that runs off its end */
	TPC_CHECK_TYPE, /* data types that the generation has not */
	TPC_NUM_CHECKS,
};

#define TPC_CHECK_ALL ((1u << TPC_NUM_CHECKS) - 1)

/*
 * tpc_check_name() - name of a check for options ("early"), NULL beyond the
 * last one. tpc_check_by_name() - the reverse, -EINVAL if there is none.
 */
const char *tpc_check_name(unsigned check);
int tpc_check_by_name(const char *name);

/*
 * tpc_check() - looks for violations.
 * @name: file that messages name; the object's source where it has lines.
 * @checks: bit set over enum tpc_check.
 * @diags: receives a warning a violation, with a note at the other party. The
 *	first violation of a kind in a bundle is reported.
 *
 * Returns the number of violations, -ENOTSUP if the generation has no schedule
 * records and other checks than that of types are asked for, -EILSEQ if a
 * bundle does not decode (with an error in @diags), or -ENOMEM. The function is
 * pure; calls may run at the same time.
 */
int tpc_check(const struct tpc_object *obj, const char *name, unsigned checks,
	      struct tpc_diags *diags);

#ifdef __cplusplus
}
#endif

#endif
