/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: accessors and arguments from outside. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

void tpc_experiment_free(struct tpc_experiment *exp)
{
	if (!exp)
		return;
	while (exp->nodes) {
		struct node *n = exp->nodes;

		exp->nodes = n->next;
		free(n);
	}
	while (exp->lets) {
		struct let *l = exp->lets;

		exp->lets = l->next;
		free(l->name);
		free(l);
	}
	for (unsigned i = 0; i < exp->num_tensors; i++) {
		free((char *)exp->tensor[i].pub.name);
		free((char *)exp->tensor[i].pub.file);
		free(exp->tensor[i].values);
	}
	for (unsigned i = 0; i < exp->num_args; i++)
		free((char *)exp->arg[i].pub.name);
	free(exp->file);
	free(exp);
}

bool tpc_experiment_is_empty(const struct tpc_experiment *exp)
{
	return exp->empty;
}

unsigned tpc_experiment_num_tensors(const struct tpc_experiment *exp)
{
	return exp->num_tensors;
}

const struct tpc_experiment_tensor *
tpc_experiment_tensor(const struct tpc_experiment *exp, unsigned index)
{
	return index < exp->num_tensors ? &exp->tensor[index].pub : NULL;
}

int tpc_experiment_find_tensor(const struct tpc_experiment *exp,
			       const char *name)
{
	for (unsigned i = 0; i < exp->num_tensors; i++)
		if (!strcmp(exp->tensor[i].pub.name, name))
			return i;
	return -ENOENT;
}

unsigned tpc_experiment_num_args(const struct tpc_experiment *exp)
{
	return exp->num_args;
}

const struct tpc_experiment_arg *
tpc_experiment_arg(const struct tpc_experiment *exp, unsigned index)
{
	return index < exp->num_args ? &exp->arg[index].pub : NULL;
}

static int bad_arg(const struct tpc_experiment_arg *a, const char *text,
		   char *why, size_t why_size)
{
	const char *type = tpc_experiment_type_name(a->type);

	if (!why || !why_size)
		return -EINVAL;
	if (exp_type_is_real(a->type))
		snprintf(why, why_size,
			 "'%s' is no number for argument '%s' (%s)", text,
			 a->name, type);
	else
		snprintf(why, why_size,
			 "'%s' is no value for argument '%s' (%s: integers "
			 "from %lld to %lld)",
			 text, a->name, type, (long long)exp_type_min(a->type),
			 (long long)exp_type_max(a->type));
	return -EINVAL;
}

int tpc_experiment_set_arg(struct tpc_experiment *exp, unsigned index,
			   const char *text, char *why, size_t why_size)
{
	struct tpc_experiment_arg *a;
	long long i;
	char *end;
	double r;

	if (index >= exp->num_args)
		return -ENOENT;
	a = &exp->arg[index].pub;
	if (exp_type_is_real(a->type)) {
		r = strtod(text, &end);
		if (end == text || *end)
			return bad_arg(a, text, why, why_size);
		a->word = exp_real_bits(a->type, r);
		return 0;
	}
	errno = 0;
	i = strtoll(text, &end, 0);
	if (errno || end == text || *end || i < exp_type_min(a->type) ||
	    i > exp_type_max(a->type))
		return bad_arg(a, text, why, why_size);
	a->word = (uint32_t)i;
	return 0;
}

unsigned tpc_experiment_index_space(const struct tpc_experiment *exp,
				    uint64_t *size)
{
	for (unsigned d = 0; d < TPC_EXPERIMENT_MAX_DIMS; d++)
		size[d] = d < exp->index_dims ? exp->index_size[d] : 1;
	return exp->index_dims;
}

unsigned tpc_experiment_tpcs(const struct tpc_experiment *exp)
{
	return exp->tpcs;
}

unsigned tpc_experiment_num_expects(const struct tpc_experiment *exp)
{
	unsigned n = 0;

	for (unsigned i = 0; i < exp->num_tensors; i++)
		n += exp->tensor[i].pub.has_expect;
	return n;
}
