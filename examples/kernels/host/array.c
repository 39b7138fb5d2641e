// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
/* Arrays of all element types as doubles, and how far two numbers differ. */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"

static bool is_float(enum tpc_dtype type)
{
	return type == F32 || type == BF16;
}

uint32_t encode(enum tpc_dtype type, double value)
{
	float f = (float)value;
	uint32_t bits;

	if (!is_float(type))
		return (uint32_t)(int64_t)value;
	memcpy(&bits, &f, sizeof(bits));
	if (type == F32)
		return bits;
	if (isnan(f))
		return 0x7fff;
	/*
	 * Rounding twice could go wrong at ties, but a double that is not a
	 * float and yet a tie of bf16 does not come up: it would have to lie
	 * within half a float's ulp of one.
	 */
	return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

double decode(enum tpc_dtype type, const void *from)
{
	uint32_t bits = 0;
	float f;

	memcpy(&bits, from, tpc_dtype_bytes(type));
	switch (type) {
	case TPC_DTYPE_I8:
		return (int8_t)bits;
	case TPC_DTYPE_I16:
		return (int16_t)bits;
	case TPC_DTYPE_I32:
		return (int32_t)bits;
	case TPC_DTYPE_BF16:
		bits <<= 16;
		/* fallthrough */
	case TPC_DTYPE_F32:
		memcpy(&f, &bits, sizeof(f));
		return f;
	default:
		return bits;
	}
}

double rounded(enum tpc_dtype type, double value)
{
	uint32_t bits = encode(type, value);

	return decode(type, &bits);
}

/* Distance between neighbours of the type around a value. */
static double ulp_of(enum tpc_dtype type, double value)
{
	int digits = type == F32 ? 24 : 8, exponent;

	if (!is_float(type))
		return 1;
	frexp(value, &exponent);
	if (value == 0 || exponent < -125)
		exponent = -125;
	return ldexp(1, exponent - digits);
}

/* Index of an element, or -1 outside. */
static ptrdiff_t offset(const struct array *a, const int *i)
{
	ptrdiff_t at = 0;

	for (unsigned d = a->rank; d-- > 0;) {
		if (i[d] < 0 || (uint32_t)i[d] >= a->size[d])
			return -1;
		at = at * a->size[d] + i[d];
	}
	return at;
}

double at_coord(const struct array *a, const int *i)
{
	ptrdiff_t k = offset(a, i);

	if (k < 0)
		return a->pad;
	return decode(a->type, a->data + (size_t)k * tpc_dtype_bytes(a->type));
}

void set_coord(struct array *a, double value, const int *i)
{
	uint32_t bits = encode(a->type, value);
	ptrdiff_t k = offset(a, i);

	assert(k >= 0);
	memcpy(a->data + (size_t)k * tpc_dtype_bytes(a->type), &bits,
	       tpc_dtype_bytes(a->type));
}

void want_coord(struct array *a, double value, const int *i)
{
	ptrdiff_t k = offset(a, i);

	assert(k >= 0 && a->out);
	a->want[k] = value;
	a->wanted[k] = true;
}

bool next_coord(const struct array *a, int *i)
{
	for (unsigned d = 0; d < a->rank; d++) {
		if ((uint32_t)++i[d] < a->size[d])
			return true;
		i[d] = 0;
	}
	return false;
}

void pad(struct array *a, double value)
{
	a->pad = value;
}

void tolerance(struct array *a, double ulp, double absolute)
{
	a->ulp = ulp;
	a->absolute = absolute;
}

void free_array(struct array *a)
{
	tpc_mem_free(a->mem);
	free(a->data);
	free(a->want);
	free(a->wanted);
	free(a);
}

/* Whether an element is right; *away gets its distance in ulp. */
static bool near(const struct array *a, double got, double want, double *away)
{
	double exact = rounded(a->type, want);

	*away = 0;
	if (isnan(exact) || isnan(got))
		return isnan(exact) && isnan(got);
	if (got == exact)
		return true;
	if (isinf(exact) || isinf(got))
		return false;
	*away = fabs(got - want) / ulp_of(a->type, want);
	if (fabs(got - want) <= a->absolute) {
		*away = 0; /* counts as zero where results cancel */
		return true;
	}
	return *away <= a->ulp;
}

static void print_wrong(const struct array *a, size_t k, double got,
			double exact)
{
	printf("  %s[", a->name);
	for (unsigned d = 0; d < a->rank; d++) {
		printf("%s%zu", d ? ", " : "", k % a->size[d]);
		k /= a->size[d];
	}
	printf("] is %.9g, not %.9g\n", got, exact);
}

bool array_is_right(const struct array *a, const unsigned char *got,
		    double *worst)
{
	unsigned width = tpc_dtype_bytes(a->type);
	double value, away;

	if (memcmp(got + a->bytes, a->data + a->bytes, GUARD)) {
		printf("  the kernel wrote behind %s\n", a->name);
		return false;
	}
	if (!a->out) {
		if (!memcmp(got, a->data, a->bytes))
			return true;
		printf("  the kernel changed its input %s\n", a->name);
		return false;
	}
	for (size_t k = 0; k < a->elements; k++) {
		assert(a->wanted[k]);
		value = decode(a->type, got + k * width);
		if (!near(a, value, a->want[k], &away)) {
			print_wrong(a, k, value, rounded(a->type, a->want[k]));
			return false;
		}
		if (away > *worst)
			*worst = away;
	}
	return true;
}
