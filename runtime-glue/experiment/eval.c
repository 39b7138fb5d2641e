/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Experiment headers: the evaluator. It computes with the host's doubles and
 * 64-bit integers (which wrap) and knows nothing of how a kernel got its
 * result.
 */
#include <math.h>
#include <stdarg.h>
#include <stdio.h>

#include "internal.h"

void exp_eval_fail(struct eval *ev, const struct node *n, const char *fmt, ...)
{
	va_list ap;

	if (ev->failed)
		return;
	ev->failed = true;
	ev->pos = n->pos;
	va_start(ap, fmt);
	vsnprintf(ev->why, sizeof(ev->why), fmt, ap);
	va_end(ap);
}

void exp_eval_report(const struct eval *ev, char *why, size_t why_size)
{
	if (why && why_size)
		snprintf(why, why_size, "%s:%u:%u: error: %s", ev->exp->file,
			 ev->pos.line, ev->pos.col, ev->why);
}

static bool step(struct eval *ev, const struct node *n)
{
	if (ev->failed)
		return false;
	if (!ev->limited)
		return true;
	if (ev->steps) {
		ev->steps--;
		return true;
	}
	exp_eval_fail(ev, n, "this constant takes more than %d steps",
		      MAX_CONST_STEPS);
	return false;
}

static void fail_outside(struct eval *ev, const struct node *n,
			 const int64_t *coord)
{
	const struct tpc_experiment_tensor *t = &ev->exp->tensor[n->index].pub;
	char at[120], dims[120];
	int a = 0, d = 0;

	for (unsigned k = 0; k < t->ndims; k++) {
		a += snprintf(at + a, sizeof(at) - a, "%s%lld", k ? "," : "",
			      (long long)coord[k]);
		d += snprintf(dims + d, sizeof(dims) - d, "%s%llu",
			      k ? "," : "", (unsigned long long)t->dims[k]);
	}
	exp_eval_fail(ev, n,
		      "%s[%s] is outside %s[%s]; write '%s[...] else VALUE' to "
		      "give elements outside a value",
		      t->name, at, t->name, dims, t->name);
}

/* Finds the element; false if it lies outside (or evaluation failed). */
static bool locate(struct eval *ev, const struct node *n, uint64_t *index)
{
	const struct tpc_experiment_tensor *t = &ev->exp->tensor[n->index].pub;
	int64_t coord[TPC_EXPERIMENT_MAX_DIMS];
	bool inside = true;

	*index = 0;
	for (unsigned k = t->ndims; k-- > 0;) {
		coord[k] = exp_eval_int(ev, n->kid[k]);
		if (coord[k] < 0 || (uint64_t)coord[k] >= t->dims[k])
			inside = false;
		else
			*index = *index * t->dims[k] + coord[k];
	}
	if (ev->failed)
		return false;
	if (!ev->data || !ev->data[n->index]) {
		exp_eval_fail(ev, n, "the contents of '%s' are not known here",
			      t->name);
		return false;
	}
	if (!inside && !n->other)
		fail_outside(ev, n, coord);
	return inside;
}

static int64_t to_int(struct eval *ev, const struct node *n, double v)
{
	/* 2^63 is the first double that does not fit. */
	if (v >= -9223372036854775808.0 && v < 9223372036854775808.0)
		return (int64_t)v;
	exp_eval_fail(ev, n, "no 64-bit integer holds %g", v);
	return 0;
}

static int64_t floor_div(struct eval *ev, const struct node *n, int64_t a,
			 int64_t b)
{
	int64_t q;

	if (!b) {
		exp_eval_fail(ev, n, "division by zero");
		return 0;
	}
	if (b == -1) /* INT64_MIN / -1 traps */
		return (int64_t)(0 - (uint64_t)a);
	q = a / b;
	return a % b && (a < 0) != (b < 0) ? q - 1 : q;
}

static int64_t shift(struct eval *ev, const struct node *n, int64_t a,
		     int64_t by)
{
	if (by < 0 || by > 63) {
		exp_eval_fail(ev, n, "shift by %lld (legal: 0 to 63)",
			      (long long)by);
		return 0;
	}
	return n->op == OP_SHL ? (int64_t)((uint64_t)a << by) : a >> by;
}

/* A reduction's bounds; false if it has nothing to do. */
static bool range(struct eval *ev, const struct node *n, int64_t *from,
		  int64_t *to)
{
	*from = exp_eval_int(ev, n->kid[0]);
	*to = exp_eval_int(ev, n->kid[1]);
	if (ev->failed)
		return false;
	if (*from >= *to && n->op != OP_SUM)
		exp_eval_fail(ev, n, "%s over the empty range %lld..%lld",
			      n->op == OP_RMIN ? "min" : "max",
			      (long long)*from, (long long)*to);
	return *from < *to;
}

static int64_t reduce_int(struct eval *ev, const struct node *n)
{
	int64_t from, to, v, acc = 0;

	if (!range(ev, n, &from, &to))
		return 0;
	for (int64_t k = from; k < to && step(ev, n); k++) {
		ev->var[n->index] = k;
		v = exp_eval_int(ev, n->kid[2]);
		if (n->op == OP_SUM)
			acc = (int64_t)((uint64_t)acc + (uint64_t)v);
		else if (k == from || (n->op == OP_RMIN ? v < acc : v > acc))
			acc = v;
	}
	return acc;
}

static double reduce_real(struct eval *ev, const struct node *n)
{
	int64_t from, to;
	double v, acc = 0;

	if (!range(ev, n, &from, &to))
		return 0;
	for (int64_t k = from; k < to && step(ev, n); k++) {
		ev->var[n->index] = k;
		v = exp_eval_real(ev, n->kid[2]);
		if (n->op == OP_SUM)
			acc += v;
		else if (k == from || (n->op == OP_RMIN ? v < acc : v > acc))
			acc = v;
	}
	return acc;
}

/* Integers made from reals. */
static int64_t int_of_reals(struct eval *ev, const struct node *n)
{
	double a = exp_eval_real(ev, n->kid[0]);

	switch (n->op) {
	case OP_FLOOR:
		return to_int(ev, n, floor(a));
	case OP_CEIL:
		return to_int(ev, n, ceil(a));
	case OP_TRUNC:
		return to_int(ev, n, trunc(a));
	case OP_ROUND:
		/* C's default mode: ties to even */
		return to_int(ev, n, nearbyint(a));
	case OP_EQ_REAL:
		return a == exp_eval_real(ev, n->kid[1]);
	case OP_NE_REAL:
		return a != exp_eval_real(ev, n->kid[1]);
	case OP_LT_REAL:
		return a < exp_eval_real(ev, n->kid[1]);
	default:
		return a <= exp_eval_real(ev, n->kid[1]);
	}
}

static int64_t unary_int(const struct node *n, int64_t a)
{
	switch (n->op) {
	case OP_NEG:
		return (int64_t)(0 - (uint64_t)a);
	case OP_ABS:
		return a < 0 ? (int64_t)(0 - (uint64_t)a) : a;
	case OP_NOT:
		return !a;
	case OP_BIT_NOT:
		return ~a;
	case OP_WRAP:
		return exp_type_wrap(n->index, a);
	default:
		return exp_type_saturate(n->index, a);
	}
}

static int64_t binary_int(struct eval *ev, const struct node *n)
{
	int64_t a = exp_eval_int(ev, n->kid[0]);
	int64_t b = exp_eval_int(ev, n->kid[1]);

	switch (n->op) {
	case OP_ADD:
		return (int64_t)((uint64_t)a + (uint64_t)b);
	case OP_SUB:
		return (int64_t)((uint64_t)a - (uint64_t)b);
	case OP_MUL:
		return (int64_t)((uint64_t)a * (uint64_t)b);
	case OP_MIN:
		return a < b ? a : b;
	case OP_MAX:
		return a > b ? a : b;
	case OP_EQ:
		return a == b;
	case OP_NE:
		return a != b;
	case OP_LT:
		return a < b;
	case OP_LE:
		return a <= b;
	case OP_BIT_AND:
		return a & b;
	case OP_BIT_OR:
		return a | b;
	case OP_BIT_XOR:
		return a ^ b;
	case OP_SHL:
	case OP_SHR:
		return shift(ev, n, a, b);
	case OP_IDIV:
		return floor_div(ev, n, a, b);
	default: /* OP_MOD */
		return (int64_t)((uint64_t)a -
				 (uint64_t)floor_div(ev, n, a, b) *
					 (uint64_t)b);
	}
}

static int64_t arg_int(const struct tpc_experiment_arg *a)
{
	return exp_type_wrap(a->type, a->word);
}

int64_t exp_eval_int(struct eval *ev, const struct node *n)
{
	uint64_t index;

	if (!step(ev, n))
		return 0;
	switch (n->op) {
	case OP_INT:
		return n->i;
	case OP_VAR:
		return ev->var[n->index];
	case OP_ARG:
		return arg_int(&ev->exp->arg[n->index].pub);
	case OP_TENSOR:
		if (locate(ev, n, &index))
			return exp_load_int(ev->exp->tensor[n->index].pub.type,
					    ev->data[n->index], index);
		return n->other && !ev->failed ? exp_eval_int(ev, n->other) : 0;
	case OP_COND:
		return exp_eval_int(ev, exp_eval_int(ev, n->kid[0])
						? n->kid[1]
						: n->kid[2]);
	case OP_AND_AND:
		return exp_eval_int(ev, n->kid[0]) &&
		       exp_eval_int(ev, n->kid[1]);
	case OP_OR_OR:
		return exp_eval_int(ev, n->kid[0]) ||
		       exp_eval_int(ev, n->kid[1]);
	case OP_FLOOR:
	case OP_CEIL:
	case OP_ROUND:
	case OP_TRUNC:
	case OP_EQ_REAL:
	case OP_NE_REAL:
	case OP_LT_REAL:
	case OP_LE_REAL:
		return int_of_reals(ev, n);
	case OP_SUM:
	case OP_RMIN:
	case OP_RMAX:
		return reduce_int(ev, n);
	case OP_NEG:
	case OP_ABS:
	case OP_NOT:
	case OP_BIT_NOT:
	case OP_WRAP:
	case OP_SAT:
		return unary_int(n, exp_eval_int(ev, n->kid[0]));
	default:
		return binary_int(ev, n);
	}
}

static double binary_real(struct eval *ev, const struct node *n)
{
	double a = exp_eval_real(ev, n->kid[0]);
	double b = exp_eval_real(ev, n->kid[1]);

	switch (n->op) {
	case OP_ADD:
		return a + b;
	case OP_SUB:
		return a - b;
	case OP_MUL:
		return a * b;
	case OP_DIV:
		return a / b;
	case OP_MIN:
		return a < b ? a : b;
	case OP_MAX:
		return a > b ? a : b;
	default: /* OP_POW */
		return pow(a, b);
	}
}

static double unary_real(const struct node *n, double a)
{
	switch (n->op) {
	case OP_NEG:
		return -a;
	case OP_ABS:
		return fabs(a);
	case OP_SQRT:
		return sqrt(a);
	case OP_EXP:
		return exp(a);
	case OP_LOG:
		return log(a);
	case OP_SIN:
		return sin(a);
	case OP_COS:
		return cos(a);
	case OP_TANH:
		return tanh(a);
	case OP_F32:
		return exp_round_f32(a);
	case OP_FTZ:
		return fabs(a) < 0x1p-126 ? copysign(0, a) : a;
	default: /* OP_BF16 */
		return exp_round_bf16(a);
	}
}

double exp_eval_real(struct eval *ev, const struct node *n)
{
	const struct tpc_experiment_arg *arg;
	uint64_t index;

	if (!step(ev, n))
		return 0;
	switch (n->op) {
	case OP_REAL:
		return n->r;
	case OP_TO_REAL:
		return (double)exp_eval_int(ev, n->kid[0]);
	case OP_ARG:
		arg = &ev->exp->arg[n->index].pub;
		return exp_bits_real(arg->type, arg->word);
	case OP_TENSOR:
		if (locate(ev, n, &index))
			return exp_load_real(ev->exp->tensor[n->index].pub.type,
					     ev->data[n->index], index);
		return n->other && !ev->failed ? exp_eval_real(ev, n->other)
					       : 0;
	case OP_COND:
		return exp_eval_real(ev, exp_eval_int(ev, n->kid[0])
						 ? n->kid[1]
						 : n->kid[2]);
	case OP_SUM:
	case OP_RMIN:
	case OP_RMAX:
		return reduce_real(ev, n);
	case OP_ADD:
	case OP_SUB:
	case OP_MUL:
	case OP_DIV:
	case OP_MIN:
	case OP_MAX:
	case OP_POW:
		return binary_real(ev, n);
	default:
		return unary_real(n, exp_eval_real(ev, n->kid[0]));
	}
}
