/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: initial contents of tensors. */
#include <errno.h>
#include <string.h>

#include "internal.h"

/*
 * Element e of a random tensor is number e of a splitmix64 sequence, so that
 * contents depend on nothing but seed and position.
 */
static uint64_t random_word(uint64_t seed, uint64_t e)
{
	uint64_t z = seed + (e + 1) * 0x9e3779b97f4a7c15ull;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ z >> 27) * 0x94d049bb133111ebull;
	return z ^ z >> 31;
}

static void store(enum tpc_experiment_type type, void *buf, uint64_t e,
		  const struct value *v)
{
	if (exp_type_is_real(type))
		exp_store_real(type, buf, e, v->r);
	else
		exp_store_int(type, buf, e, v->i);
}

static void fill_random(const struct tensor *t, void *buf)
{
	enum tpc_experiment_type type = t->pub.type;
	const struct value *lo = &t->values[0], *hi = &t->values[1];
	/* Ranges of integer types are at most 2^32 long. */
	uint64_t span = (uint64_t)(hi->i - lo->i) + 1;

	for (uint64_t e = 0; e < t->pub.elements; e++) {
		uint64_t word = random_word(t->seed, e);
		double unit = (word >> 11) * 0x1p-53;

		if (exp_type_is_real(type))
			exp_store_real(type, buf, e,
				       lo->r + unit * (hi->r - lo->r));
		else
			exp_store_int(
				type, buf, e,
				lo->i + (int64_t)((word >> 32) * span >> 32));
	}
}

static void fill_iota(const struct tensor *t, void *buf)
{
	const struct value *start = &t->values[0], *by = &t->values[1];

	for (uint64_t e = 0; e < t->pub.elements; e++) {
		struct value v = {
			.i = start->i + (int64_t)((uint64_t)by->i * e),
			.r = start->r + by->r * e,
		};

		store(t->pub.type, buf, e, &v);
	}
}

static void next_coordinate(const struct tpc_experiment_tensor *t,
			    int64_t *coord)
{
	for (unsigned d = 0; d < t->ndims; d++) {
		if ((uint64_t)++coord[d] < t->dims[d])
			return;
		coord[d] = 0;
	}
}

static void each_element(struct eval *ev, const struct tensor *t, void *buf,
			 uint64_t e)
{
	enum tpc_experiment_type type = t->pub.type;
	int64_t v;

	if (exp_type_is_real(type)) {
		exp_store_real(type, buf, e, exp_eval_real(ev, t->each));
		return;
	}
	v = exp_eval_int(ev, t->each);
	if (v < exp_type_min(type) || v > exp_type_max(type))
		exp_eval_fail(ev, t->each,
			      "%lld does not fit %s (%lld to %lld)",
			      (long long)v, tpc_experiment_type_name(type),
			      (long long)exp_type_min(type),
			      (long long)exp_type_max(type));
	exp_store_int(type, buf, e, v);
}

static int fill_each(const struct tpc_experiment *exp, const struct tensor *t,
		     void *buf, char *why, size_t why_size)
{
	struct eval ev = {
		.exp = exp,
		.limited = exp->max_steps,
		.steps = exp->max_steps,
	};

	for (uint64_t e = 0; e < t->pub.elements && !ev.failed; e++) {
		each_element(&ev, t, buf, e);
		next_coordinate(&t->pub, ev.var);
	}
	if (ev.failed)
		exp_eval_report(&ev, why, why_size);
	return ev.failed ? -EDOM : 0;
}

int tpc_experiment_fill(const struct tpc_experiment *exp, unsigned index,
			void *buf, uint64_t size, char *why, size_t why_size)
{
	const struct tensor *t;

	if (index >= exp->num_tensors)
		return -ENOENT;
	t = &exp->tensor[index];
	if (size < t->pub.bytes)
		return -EINVAL;
	switch (t->fill) {
	case FILL_DEFAULT:
		memset(buf, t->pub.dir == TPC_EXPERIMENT_OUT ? 0xa5 : 0,
		       t->pub.bytes);
		return 0;
	case FILL_CONST:
	case FILL_VALUES:
		for (uint64_t e = 0; e < t->pub.elements; e++)
			store(t->pub.type, buf, e,
			      &t->values[e % t->num_values]);
		return 0;
	case FILL_IOTA:
		fill_iota(t, buf);
		return 0;
	case FILL_RANDOM:
		fill_random(t, buf);
		return 0;
	case FILL_EACH:
		return fill_each(exp, t, buf, why, why_size);
	case FILL_FILE:
		break;
	}
	return -EOPNOTSUPP;
}
