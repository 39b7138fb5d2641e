/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The accuracy of the mathematical library: makes arguments, and compares
 * results with the host's functions of doubles, in units of the last place.
 *
 *	math-ulp inputs TYPE COUNT FILE [FILE]
 *	math-ulp compare FUNCTION TYPE ULPS FILE [FILE] RESULTS
 *
 * Files are .npy. Of f32 the arguments are spread over all bit patterns, so
 * that every exponent and sign occurs, with special values in front; of bf16
 * they are all patterns, again and again. A second file has others.
 */
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tpc/npy.h"

struct function {
	const char *name;
	double (*one)(double x);
	double (*two)(double x, double y);
	double limit; /* beyond it the result is NaN; 0: none */
};

static double reciprocal(double x)
{
	return 1 / x;
}

static double rsqrt(double x)
{
	return 1 / sqrt(x);
}

static double sigmoid(double x)
{
	return 1 / (1 + exp(-x));
}

static double divide(double x, double y)
{
	return x / y;
}

static const struct function functions[] = {
	{"acos", acos, NULL, 0},     {"acosh", acosh, NULL, 0},
	{"asin", asin, NULL, 0},     {"asinh", asinh, NULL, 0},
	{"atan", atan, NULL, 0},     {"atanh", atanh, NULL, 0},
	{"cos", cos, NULL, 0x1p20},  {"cosh", cosh, NULL, 0},
	{"div", NULL, divide, 0},    {"exp", exp, NULL, 0},
	{"exp2", exp2, NULL, 0},     {"expm1", expm1, NULL, 0},
	{"log", log, NULL, 0},	     {"log2", log2, NULL, 0},
	{"mod", NULL, fmod, 0x1p23}, /* of the quotient */
	{"pow", NULL, pow, 0},	     {"reciprocal", reciprocal, NULL, 0},
	{"rsqrt", rsqrt, NULL, 0},   {"sigmoid", sigmoid, NULL, 0},
	{"sin", sin, NULL, 0x1p20},  {"sinh", sinh, NULL, 0},
	{"sqrt", sqrt, NULL, 0},     {"tan", tan, NULL, 0x1p20},
	{"tanh", tanh, NULL, 0},
};

static _Noreturn void die(const char *what, const char *name)
{
	fprintf(stderr, "math-ulp: %s: %s\n", name, what);
	exit(2);
}

/* --- numbers ---------------------------------------------------------------
 */

static float f32_of(uint32_t bits)
{
	float x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

/* An element, with subnormal numbers as the machine sees them. */
static double element(const struct tpc_npy *npy, size_t i)
{
	uint32_t bits;
	uint16_t half;

	if (npy->type == TPC_DTYPE_F32) {
		memcpy(&bits, (const char *)npy->data + 4 * i, 4);
	} else {
		memcpy(&half, (const char *)npy->data + 2 * i, 2);
		bits = (uint32_t)half << 16;
	}
	if (!(bits & 0x7f800000))
		bits &= 0x80000000;
	return f32_of(bits);
}

static uint64_t random_state = 88172645463325252u;

static uint32_t random_word(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (uint32_t)(random_state >> 16);
}

static const float special[] = {
	0.0f,
	-0.0f,
	1.0f,
	-1.0f,
	2.0f,
	-2.0f,
	3.0f,
	-3.0f,
	0.5f,
	-0.5f,
	INFINITY,
	-INFINITY,
	NAN,
	0x1p-126f,
	-0x1p-126f,
	0x1p-149f,
	0x1.fffffep127f,
	-0x1.fffffep127f,
	88.7f,
	-87.3f,
	88.8f,
	-87.4f,
	89.4f,
	0x1p20f,
	-0x1p21f,
	1.0000001f,
	0.99999994f,
	1.5707964f,
	3.1415927f,
	9.25f,
	0.625f,
	127.99999f,
	-126.0f,
	128.0f,
	0x1p63f,
};

#define NUM_SPECIAL (sizeof(special) / sizeof(special[0]))

/* Argument @i of @count; @second: those of the other parameter. */
static uint32_t f32_argument(size_t i, size_t count, bool second)
{
	size_t pairs = NUM_SPECIAL * NUM_SPECIAL;
	uint32_t bits;

	if (i < pairs) {
		memcpy(&bits,
		       &special[second ? i / NUM_SPECIAL : i % NUM_SPECIAL], 4);
		return bits;
	}
	if (!second)
		return (uint32_t)((i << 32) / count) +
		       random_word() % (uint32_t)(0x100000000u / count + 1);
	/* others near 1, so that results are often normal numbers */
	bits = random_word();
	if (i % 8)
		bits = (bits & 0x807fffff) | (120 + random_word() % 16) << 23;
	return bits;
}

static void make_inputs(enum tpc_dtype type, size_t count, const char *name,
			bool second)
{
	uint64_t size = count;
	FILE *file = fopen(name, "wb");
	size_t header_size, i;
	void *header;

	if (!file || tpc_npy_header(type, 1, &size, &header, &header_size))
		die("cannot write", name);
	fwrite(header, 1, header_size, file);
	free(header);
	for (i = 0; i < count; i++) {
		uint32_t bits = f32_argument(i, count, second);
		uint16_t half = (uint16_t)(second ? random_word() : i);

		if (type == TPC_DTYPE_F32)
			fwrite(&bits, 4, 1, file);
		else
			fwrite(&half, 2, 1, file);
	}
	if (fclose(file))
		die("cannot write", name);
}

/* --- comparison -------------------------------------------------------------
 */

static struct tpc_npy read_file(const char *name)
{
	FILE *file = fopen(name, "rb");
	size_t room = 1u << 28, size;
	char *bytes = malloc(room), why[256];
	struct tpc_npy npy;

	if (!file || !bytes)
		die("cannot read", name);
	size = fread(bytes, 1, room, file);
	fclose(file);
	if (tpc_npy_parse(bytes, size, &npy, why, sizeof(why)))
		die(why, name);
	return npy;
}

/* The distance in units of the last of @digits binary digits. */
static double ulps(double got, double want, int digits)
{
	double max = ldexp(2 - ldexp(1, 1 - digits), 127);
	int exponent;

	if (isnan(want))
		return isnan(got) ? 0 : HUGE_VAL;
	if (isnan(got))
		return HUGE_VAL;
	if (got == want)
		return 0;
	/* flushed or not: one unit of the smallest numbers is 2^-126 */
	if (fabs(want) < 0x1p-125)
		return fabs(got) <= 0x1p-125 ? 0 : HUGE_VAL;
	if (fabs(want) > max || isinf(got)) {
		/* what rounds to infinity, or nearly does */
		bool edge = fabs(got) >= max * (1 - ldexp(1, 2 - digits)) &&
			    fabs(want) >= max * (1 - ldexp(1, 2 - digits));

		return edge && signbit(got) == signbit(want) ? 0 : HUGE_VAL;
	}
	frexp(want, &exponent);
	return fabs(got - want) / ldexp(1, exponent - digits);
}

static double reference(const struct function *f, double x, double y)
{
	if (f->one)
		return f->limit && fabs(x) > f->limit ? NAN : f->one(x);
	return f->two(x, y);
}

static int compare(const struct function *f, double bound, char **names,
		   bool pairs)
{
	struct tpc_npy x = read_file(names[0]);
	struct tpc_npy y = read_file(names[pairs]);
	struct tpc_npy got = read_file(names[1 + pairs]);
	int digits = x.type == TPC_DTYPE_F32 ? 24 : 8;
	size_t i, worst = 0, count = x.size[0];
	double most = 0;

	if (got.size[0] != count || y.size[0] != count || got.type != x.type)
		die("results do not fit the arguments", f->name);
	for (i = 0; i < count; i++) {
		double a = element(&x, i), b = element(&y, i), error;

		/* mod: the quotient must be exact, and what it leaves */
		if (f->two && f->limit &&
		    (!(fabs(a / b) < f->limit) || fabs(b) < 0x1p-100))
			continue;
		error = ulps(element(&got, i), reference(f, a, b), digits);
		/* without a remainder in binary32 there is no last correction
		 */
		if (f->two == divide && fabs(a) < 0x1p-100 && error < 1.5)
			continue;
		if (error > most) {
			most = error;
			worst = i;
		}
	}
	printf("%s: %zu arguments, at most %.4f ulp: f(%a", f->name, count,
	       most, element(&x, worst));
	if (pairs)
		printf(", %a", element(&y, worst));
	printf(") = %a, not %a\n", element(&got, worst),
	       reference(f, element(&x, worst), element(&y, worst)));
	return most > bound;
}

static enum tpc_dtype type_of(const char *name)
{
	if (!strcmp(name, "f32"))
		return TPC_DTYPE_F32;
	if (!strcmp(name, "bf16"))
		return TPC_DTYPE_BF16;
	die("no such type", name);
}

int main(int argc, char **argv)
{
	size_t count, i;

	if (argc >= 5 && !strcmp(argv[1], "inputs")) {
		count = strtoul(argv[3], NULL, 10);
		for (i = 4; i < (size_t)argc; i++)
			make_inputs(type_of(argv[2]), count, argv[i], i > 4);
		return 0;
	}
	if (argc < 7 || strcmp(argv[1], "compare"))
		die("wrong arguments", "usage");
	for (i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		if (!strcmp(argv[2], functions[i].name))
			return compare(&functions[i], atof(argv[4]), argv + 5,
				       functions[i].two);
	die("no such function", argv[2]);
}
