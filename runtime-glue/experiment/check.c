/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: results against expectations. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

/* An element, as the kernel left it and as it should be. */
struct pair {
	double got, want; /* of a real type; want before rounding to it */
	int64_t igot, iwant;
};

static bool real_ok(const struct tensor *t, const struct pair *v)
{
	enum tpc_experiment_type type = t->pub.type;
	uint32_t got = exp_real_bits(type, v->got);
	uint32_t want = exp_real_bits(type, v->want);
	double rounded = exp_bits_real(type, want);
	double distance;

	if (isnan(v->got) || isnan(v->want))
		return isnan(v->got) && isnan(v->want);
	if (v->got == rounded)
		return true;
	if (isinf(v->got) || isinf(rounded))
		return false;
	distance = fabs(v->got - v->want);
	return (t->tol.has_ulp &&
		exp_ulp_distance(type, got, want) <= (uint64_t)t->tol.ulp) ||
	       (t->tol.has_abs && distance <= t->tol.abs) ||
	       (t->tol.has_rel && distance <= t->tol.rel * fabs(v->want));
}

static bool int_ok(const struct tensor *t, const struct pair *v)
{
	double distance = fabs((double)v->igot - (double)v->iwant);

	return v->igot == v->iwant ||
	       (t->tol.has_abs && distance <= t->tol.abs) ||
	       (t->tol.has_rel &&
		distance <= t->tol.rel * fabs((double)v->iwant));
}

static void describe_tolerance(const struct tolerance *tol, char *buf,
			       size_t size)
{
	const char *or = "";
	int n;

	n = snprintf(buf, size, "%s",
		     tol->has_ulp || tol->has_abs || tol->has_rel ? "within "
								  : "exact");
	if (tol->has_ulp) {
		n += snprintf(buf + n, size - n, "%lld ulp",
			      (long long)tol->ulp);
		or = " or ";
	}
	if (tol->has_abs) {
		n += snprintf(buf + n, size - n, "%sabs %g", or, tol->abs);
		or = " or ";
	}
	if (tol->has_rel)
		snprintf(buf + n, size - n, "%srel %g", or, tol->rel);
}

static void describe(const struct tensor *t, const struct pair *v,
		     struct tpc_experiment_mismatch *m)
{
	enum tpc_experiment_type type = t->pub.type;
	/* the fewest digits that tell two neighbours apart */
	int digits = type == TPC_EXPERIMENT_BF16 ? 5 : 9;
	char *s = m->message, tol[80];
	size_t size = sizeof(m->message);
	int n = snprintf(s, size, "%s[", t->pub.name);

	for (unsigned d = 0; d < t->pub.ndims; d++)
		n += snprintf(s + n, size - n, "%s%llu", d ? "," : "",
			      (unsigned long long)m->coord[d]);
	describe_tolerance(&t->tol, tol, sizeof(tol));
	if (exp_type_is_real(type))
		snprintf(s + n, size - n, "]: got %.*g, expected %.*g (%s)",
			 digits, v->got, digits,
			 exp_bits_real(type, exp_real_bits(type, v->want)),
			 tol);
	else
		snprintf(s + n, size - n, "]: got %lld, expected %lld (%s)",
			 (long long)v->igot, (long long)v->iwant, tol);
}

static void report(const struct eval *ev, unsigned index, const struct pair *v,
		   struct tpc_experiment_result *result)
{
	const struct tensor *t = &ev->exp->tensor[index];
	const unsigned max = sizeof(result->first) / sizeof(result->first[0]);
	struct tpc_experiment_mismatch *m;

	result->mismatches++;
	result->tensor_mismatches[index]++;
	if (result->num_first == max)
		return;
	m = &result->first[result->num_first++];
	m->tensor = index;
	for (unsigned d = 0; d < t->pub.ndims; d++)
		m->coord[d] = ev->var[d];
	describe(t, v, m);
}

static bool check_element(struct eval *ev, const struct tensor *t,
			  const void *final, uint64_t e, struct pair *v)
{
	enum tpc_experiment_type type = t->pub.type;

	if (exp_type_is_real(type)) {
		v->want = exp_eval_real(ev, t->expect);
		v->got = exp_load_real(type, final, e);
		return real_ok(t, v);
	}
	v->iwant = exp_eval_int(ev, t->expect);
	v->igot = exp_load_int(type, final, e);
	if (v->iwant < exp_type_min(type) || v->iwant > exp_type_max(type))
		exp_eval_fail(ev, t->expect,
			      "expected value %lld does not fit %s (use "
			      "wrap_%s() or sat_%s())",
			      (long long)v->iwant,
			      tpc_experiment_type_name(type),
			      tpc_experiment_type_name(type),
			      tpc_experiment_type_name(type));
	return int_ok(t, v);
}

static int check_tensor(const struct tpc_experiment *exp, unsigned index,
			const void *const *initial, const void *final,
			struct tpc_experiment_result *result, char *why,
			size_t why_size)
{
	const struct tensor *t = &exp->tensor[index];
	struct eval ev = {
		.exp = exp,
		.data = initial,
		.limited = exp->max_steps,
		.steps = exp->max_steps,
	};
	struct pair v = {0};

	for (uint64_t e = 0; e < t->pub.elements; e++) {
		bool ok = check_element(&ev, t, final, e, &v);

		if (ev.failed) {
			exp_eval_report(&ev, why, why_size);
			return -EDOM;
		}
		result->checked++;
		result->tensor_checked[index]++;
		if (!ok)
			report(&ev, index, &v, result);
		for (unsigned d = 0; d < t->pub.ndims; d++) {
			if ((uint64_t)++ev.var[d] < t->pub.dims[d])
				break;
			ev.var[d] = 0;
		}
	}
	return 0;
}

/* Elements of an input that the kernel changed. */
static uint64_t count_changes(const struct tpc_experiment_tensor *t,
			      const uint8_t *before, const uint8_t *after)
{
	unsigned size = tpc_experiment_type_size(t->type);
	uint64_t n = 0;

	if (!memcmp(before, after, t->bytes))
		return 0;
	for (uint64_t e = 0; e < t->elements; e++)
		n += memcmp(before + e * size, after + e * size, size) != 0;
	return n;
}

int tpc_experiment_check(const struct tpc_experiment *exp,
			 const void *const *initial, const void *const *final,
			 struct tpc_experiment_result *result, char *why,
			 size_t why_size)
{
	int err;

	for (unsigned i = 0; i < exp->num_tensors; i++) {
		const struct tpc_experiment_tensor *t = &exp->tensor[i].pub;

		if (!initial[i] || (!final[i] && t->dir != TPC_EXPERIMENT_IN))
			return -EINVAL;
	}
	memset(result, 0, sizeof(*result));
	for (unsigned i = 0; i < exp->num_tensors; i++) {
		const struct tensor *t = &exp->tensor[i];

		if (t->pub.dir == TPC_EXPERIMENT_IN && final[i])
			result->inputs_changed +=
				count_changes(&t->pub, initial[i], final[i]);
		if (!t->expect)
			continue;
		err = check_tensor(exp, i, initial, final[i], result, why,
				   why_size);
		if (err)
			return err;
	}
	return result->mismatches || result->inputs_changed ? -EBADMSG : 0;
}
