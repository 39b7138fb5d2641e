/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* Experiment headers: the directive @tensor and its fills. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "parse.h"

/* [d0, d1, ...] of a tensor */
static bool shape(struct parser *p, struct tpc_experiment_tensor *t)
{
	unsigned size = tpc_experiment_type_size(t->type);
	struct pos pos;
	int64_t d;

	if (!exp_expect_punct(p, '[', "'[' and the sizes"))
		return false;
	t->elements = 1;
	do {
		pos = p->tok.pos;
		if (t->ndims == TPC_EXPERIMENT_MAX_DIMS)
			return exp_fail(p, pos,
					"a tensor has at most %d dimensions",
					TPC_EXPERIMENT_MAX_DIMS);
		if (!exp_const_int(p, &d, "a size"))
			return false;
		if (d < 1 || d > INT32_MAX)
			return exp_fail(p, pos, "size %lld (legal: 1 to %d)",
					(long long)d, INT32_MAX);
		if ((uint64_t)d > MAX_TENSOR_BYTES / size / t->elements)
			return exp_fail(p, pos,
					"tensor of more than %llu bytes",
					(unsigned long long)MAX_TENSOR_BYTES);
		t->elements *= d;
		t->dims[t->ndims++] = d;
	} while (exp_accept(p, ','));
	t->bytes = t->elements * size;
	return exp_expect_punct(p, ']', "',' or ']'");
}

static bool direction(struct parser *p, enum tpc_experiment_dir *dir)
{
	if (exp_accept_word(p, "in"))
		*dir = TPC_EXPERIMENT_IN;
	else if (exp_accept_word(p, "out"))
		*dir = TPC_EXPERIMENT_OUT;
	else if (exp_accept_word(p, "inout"))
		*dir = TPC_EXPERIMENT_INOUT;
	else
		return exp_expected(p, "'in', 'out' or 'inout'");
	return true;
}

static bool add_value(struct parser *p, struct tensor *t, const struct value *v)
{
	struct value *more;

	if (!(t->num_values & (t->num_values - 1))) {
		size_t n = t->num_values ? t->num_values * 2 : 1;

		more = realloc(t->values, n * sizeof(*more));
		if (!more)
			return exp_nomem(p);
		t->values = more;
	}
	t->values[t->num_values++] = *v;
	return true;
}

/* (v, v, ...): between min and max constants that the type can hold */
static bool value_list(struct parser *p, struct tensor *t, size_t min,
		       size_t max, const char *what)
{
	struct pos pos = p->tok.pos;
	struct value v;

	if (!exp_expect_punct(p, '(', "'('"))
		return false;
	do {
		pos = p->tok.pos;
		if (t->num_values == max)
			return exp_fail(p, pos, "%s takes at most %zu value%s",
					what, max, max == 1 ? "" : "s");
		if (!exp_typed_constant(p, t->pub.type, &v) ||
		    !add_value(p, t, &v))
			return false;
	} while (exp_accept(p, ','));
	if (t->num_values < min)
		return exp_fail(p, p->tok.pos, "%s takes %zu values, found %zu",
				what, min, t->num_values);
	return exp_expect_punct(p, ')', "',' or ')'");
}

static bool fill_values(struct parser *p, struct tensor *t)
{
	size_t max = MAX_VALUES;

	t->fill = FILL_VALUES;
	if (t->pub.elements < max)
		max = t->pub.elements;
	return value_list(p, t, 1, max, "this tensor");
}

static bool fill_iota(struct parser *p, struct tensor *t)
{
	struct value one = {.i = 1, .r = 1}, last;
	struct pos pos = p->tok.pos;

	t->fill = FILL_IOTA;
	if (!value_list(p, t, 1, 2, "iota"))
		return false;
	if (t->num_values == 1 && !add_value(p, t, &one))
		return false;
	if (exp_type_is_real(t->pub.type))
		return true;
	/* elements < 2^36 and 32-bit values: no overflow */
	last = t->values[0];
	last.i += t->values[1].i * (int64_t)(t->pub.elements - 1);
	return exp_fits(p, t->pub.type, &last, pos);
}

static bool fill_random(struct parser *p, struct tensor *t)
{
	struct value v[2];
	int64_t seed;
	struct pos pos;

	t->fill = FILL_RANDOM;
	if (!exp_expect_punct(p, '(', "'('") ||
	    !exp_const_int(p, &seed, "a seed") ||
	    !exp_expect_punct(p, ',', "','") ||
	    !exp_typed_constant(p, t->pub.type, &v[0]) ||
	    !exp_expect_punct(p, ',', "','"))
		return false;
	pos = p->tok.pos;
	if (!exp_typed_constant(p, t->pub.type, &v[1]) ||
	    !exp_expect_punct(p, ')', "')'"))
		return false;
	if (!(v[0].r <= v[1].r))
		return exp_fail(p, pos,
				"the upper bound %g is below the lower bound "
				"%g",
				v[1].r, v[0].r);
	t->seed = (uint64_t)seed;
	return add_value(p, t, &v[0]) && add_value(p, t, &v[1]);
}

static bool fill_file(struct parser *p, struct tensor *t)
{
	t->fill = FILL_FILE;
	if (p->tok.kind != T_STRING)
		return exp_expected(p, "a file name in double quotes");
	if (!p->tok.len || memchr(p->tok.s, '\0', p->tok.len))
		return exp_fail(p, p->tok.pos, "this is no file name");
	t->pub.file = strndup(p->tok.s, p->tok.len);
	if (!t->pub.file)
		return exp_nomem(p);
	exp_advance(p);
	return true;
}

/* Contents are made before any tensor has contents. */
static bool reads_tensor(const struct node *n, const struct node **leaf)
{
	if (n->op == OP_TENSOR) {
		*leaf = n;
		return true;
	}
	for (unsigned i = 0; i < n->num_kids; i++)
		if (reads_tensor(n->kid[i], leaf))
			return true;
	return n->other && reads_tensor(n->other, leaf);
}

/* each(i, j) expression */
static bool fill_each(struct parser *p, struct tensor *t)
{
	const struct node *leaf;

	t->fill = FILL_EACH;
	if (!exp_expect_punct(p, '(', "'(' and a variable a dimension") ||
	    !exp_coordinates(p, t, ')', "')'"))
		return false;
	t->each = exp_element(p, t);
	p->num_vars = 0;
	if (t->each && reads_tensor(t->each, &leaf))
		return exp_fail(p, leaf->pos,
				"a fill cannot read another tensor");
	return t->each;
}

static bool fill(struct parser *p, struct tensor *t)
{
	t->fill_pos = p->tok.pos;
	t->pub.has_fill = true;
	if (exp_accept_word(p, "zeros")) {
		struct value zero = {0};

		t->fill = FILL_CONST;
		return add_value(p, t, &zero);
	}
	if (exp_accept_word(p, "const")) {
		t->fill = FILL_CONST;
		return value_list(p, t, 1, 1, "const");
	}
	if (exp_accept_word(p, "iota"))
		return fill_iota(p, t);
	if (exp_accept_word(p, "random"))
		return fill_random(p, t);
	if (exp_accept_word(p, "values"))
		return fill_values(p, t);
	if (exp_accept_word(p, "file"))
		return fill_file(p, t);
	if (exp_accept_word(p, "each"))
		return fill_each(p, t);
	return exp_expected(p, "a fill (zeros, const(V), iota(START, STEP), "
			       "random(SEED, LOW, HIGH), values(V, ...), file "
			       "\"NAME.npy\" or each(I, ...) EXPRESSION)");
}

static bool tensor_rest(struct parser *p, struct tensor *t)
{
	struct value v;

	if (!direction(p, &t->pub.dir))
		return false;
	if (exp_accept_word(p, "pad")) {
		if (!exp_typed_constant(p, t->pub.type, &v))
			return false;
		t->pub.has_pad = true;
		t->pub.pad = exp_value_bits(t->pub.type, &v);
		if (tpc_experiment_type_size(t->pub.type) < 4)
			t->pub.pad &= (1u << 8 * tpc_experiment_type_size(
							 t->pub.type)) -
				      1;
	}
	return !exp_accept(p, '=') || fill(p, t);
}

/* @tensor NAME TYPE[sizes] in|out|inout [pad V] [= fill] */
bool exp_parse_tensor(struct parser *p)
{
	struct tpc_experiment *exp = p->exp;
	struct tensor *t;
	struct pos pos = p->tok.pos;
	char *name;

	if (exp->num_tensors == TPC_EXPERIMENT_MAX_TENSORS)
		return exp_fail(p, pos, "more than %d tensors",
				TPC_EXPERIMENT_MAX_TENSORS);
	if (!exp_new_name(p, &name, "a name for the tensor"))
		return false;
	t = &exp->tensor[exp->num_tensors];
	t->pub.name = name;
	t->pub.line = pos.line;
	if (!exp_type_word(p, &t->pub.type) || !shape(p, &t->pub)) {
		free(name);
		return false;
	}
	/* From here on its sizes are known by name, in its own fill too. */
	exp->num_tensors++;
	return tensor_rest(p, t);
}
