/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Rows of a latency table against tpc_latency(): parsing of the notation
 * "SLOT:mnemonic.type.switch[operand]>FILE".
 */
#ifndef LATENCY_ROWS_H
#define LATENCY_ROWS_H

#include <stdbool.h>

#include "tpc/isa.h"

/* What came of a table. */
struct latency_count {
	unsigned rows;	/* of the generation */
	unsigned pairs; /* producer and consumer compared */
	unsigned wrong;
	unsigned unmatched; /* no such instruction form */
};

/*
 * Compares one pair. @want: the distance; @bound: an upper bound only.
 * Prints what differs.
 */
void latency_pair(const struct tpc_isa *isa, const char *producer,
		  const char *file, const char *consumer, int want, bool bound,
		  struct latency_count *count);

#endif
