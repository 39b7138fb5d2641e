/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Fuzzes experiment headers: parses any text, and for what is accepted fills
 * the tensors, checks them and prints the first mismatches.
 */
#include <stdlib.h>
#include <string.h>

#include "../../runtime-glue/experiment/internal.h"

#define MAX_BYTES 65536 /* of one tensor, so that a run stays short */
#define MAX_STEPS 100000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* NULL if the tensor is too large or has no contents of its own. */
static void *contents(struct tpc_experiment *exp, unsigned index)
{
	const struct tpc_experiment_tensor *t =
		tpc_experiment_tensor(exp, index);
	char why[64];
	void *buf;

	if (t->bytes > MAX_BYTES)
		return NULL;
	/* Exactly as large as stated, so that an overrun is seen. */
	buf = malloc(t->bytes);
	if (buf &&
	    tpc_experiment_fill(exp, index, buf, t->bytes, why, sizeof(why)))
		memset(buf, 0x3c, t->bytes);
	return buf;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct tpc_experiment_define defs[] = {{"N", 3}};
	void *buf[TPC_EXPERIMENT_MAX_TENSORS] = {NULL};
	struct tpc_experiment_result result;
	struct tpc_experiment *exp;
	uint64_t space[TPC_EXPERIMENT_MAX_DIMS];
	char why[100];
	bool known = size && data[0] & 1;

	if (tpc_experiment_parse((const char *)data, size, "fuzz", 1, defs,
				 known, &exp, why, sizeof(why)))
		return 0;
	exp->max_steps = MAX_STEPS;
	tpc_experiment_index_space(exp, space);
	for (unsigned i = 0; i < tpc_experiment_num_args(exp); i++)
		tpc_experiment_set_arg(exp, i, "-7", why, sizeof(why));
	for (unsigned i = 0; i < tpc_experiment_num_tensors(exp); i++)
		buf[i] = contents(exp, i);
	tpc_experiment_check(exp, (const void *const *)buf,
			     (const void *const *)buf, &result, why,
			     sizeof(why));
	for (unsigned i = 0; i < TPC_EXPERIMENT_MAX_TENSORS; i++)
		free(buf[i]);
	tpc_experiment_free(exp);
	return 0;
}
