/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Random operations of a form, made through the public interface. */
#ifndef RANDOM_OP_H
#define RANDOM_OP_H

#include "tpc/isa.h"

/* A small generator with a state of its own: runs are reproducible. */
uint32_t random_next(uint64_t *state);

/* Whether some bits decode to the form in this generation. */
bool random_has_form(const struct tpc_isa *isa, unsigned form);

/*
 * Fills an operation of the form with random operands, type, switches and
 * predicate. Returns false if no try was accepted, or the generation has no
 * such form.
 */
bool random_op(const struct tpc_isa *isa, unsigned form, uint64_t *state,
	       struct tpc_op *op);

#endif
