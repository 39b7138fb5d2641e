/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Floating-point arithmetic against host computation in 128 bits, rounded by
 * a search of the neighbours, in every rounding mode.
 */
#include <stdlib.h>

#include "rig.h"
#include "tpc/machine_gen.h"

typedef __float128 quad;

/* --- reference numbers ---------------------------------------------------- */

struct format {
	unsigned man; /* mantissa bits */
	uint32_t nan;
	unsigned drop; /* low bits of a binary32 pattern that do not exist */
};

static const struct format f32 = {23, 0x7fffffff, 0};
static const struct format bf16 = {7, 0x7fff0000, 16};

static bool is_nan(uint32_t x)
{
	return (x & 0x7fffffff) > 0x7f800000;
}

static uint32_t flush(uint32_t x)
{
	return x & 0x7f800000 ? x : x & 0x80000000;
}

static quad value(uint32_t x)
{
	float f;

	memcpy(&f, &x, 4);
	return f;
}

/*
 * The pattern that @v rounds to. All patterns of a format are ordered like
 * their magnitudes, so the neighbours are found by bisection.
 */
static uint32_t round_to(const struct format *fmt, quad v, unsigned rm)
{
	uint32_t sign = v < 0 ? 0x80000000 : 0, lo = 0, hi, unit;
	quad m = v < 0 ? -v : v, below, above;
	bool up;

	unit = 1u << fmt->drop;
	hi = 0x7f800000 >> fmt->drop;
	while (hi - lo > 1) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (value(mid << fmt->drop) <= m)
			lo = mid;
		else
			hi = mid;
	}
	below = value(lo << fmt->drop);
	if (below == m)
		return flush(sign | lo << fmt->drop);
	/* the number behind the largest one, as if there were no infinity */
	above = hi << fmt->drop == 0x7f800000
			? below + (below - value((lo - 1) << fmt->drop))
			: value(hi << fmt->drop);
	switch (rm) {
	case TPC_ROUND_RZ:
		up = false;
		break;
	case TPC_ROUND_RU:
		up = !sign;
		break;
	case TPC_ROUND_RD:
		up = sign;
		break;
	case TPC_ROUND_RHAZ:
		up = m - below >= above - m;
		break;
	default:
		up = m - below > above - m ||
		     (m - below == above - m && (lo & 1));
		break;
	}
	if (up)
		lo = hi;
	(void)unit;
	return flush(sign | lo << fmt->drop);
}

static bool is_inf(uint32_t x)
{
	return (x & 0x7fffffff) == 0x7f800000;
}

/*
 * A rounded sum may have landed on a number of the format or a tie; there it
 * is moved by a trace towards what it lost (exact error of Knuth).
 */
static quad keep_trace(quad p, quad c, quad v)
{
	quad trace = (v < 0 ? -v : v) * (quad)0x1p-110f;
	quad b = v - p;
	quad err = (p - (v - b)) + (c - b);

	if ((quad)(double)v != v)
		return v;
	return err > 0 ? v + trace : err < 0 ? v - trace : v;
}

/* a * b + c */
static uint32_t ref_fma(const struct format *fmt, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	uint32_t psign = (a ^ b) & 0x80000000;
	quad p, v;

	a = flush(a);
	b = flush(b);
	c = flush(c);
	if (is_nan(a) || is_nan(b) || is_nan(c))
		return fmt->nan;
	if (is_inf(a) || is_inf(b)) {
		if (!(a << 1) || !(b << 1) || (is_inf(c) && (c ^ psign) >> 31))
			return fmt->nan;
		return psign | 0x7f800000;
	}
	if (is_inf(c))
		return c;
	p = value(a) * value(b);
	v = p + value(c);
	if (v == 0) {
		if (p == 0 && !((psign ^ c) >> 31))
			return psign;
		return rm == TPC_ROUND_RD ? 0x80000000 : 0;
	}
	return round_to(fmt, keep_trace(p, value(c), v), rm);
}

#define ONE 0x3f800000u

static uint32_t ref_add(const struct format *f, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	return ref_fma(f, a, ONE, b, rm);
}
static uint32_t ref_sub(const struct format *f, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	return ref_fma(f, a, ONE, b ^ 0x80000000, rm);
}
static uint32_t ref_sub_neg(const struct format *f, uint32_t a, uint32_t b,
			    uint32_t c, unsigned rm)
{
	uint32_t r = ref_sub(f, a, b, c, rm);

	return is_nan(r) ? r : r ^ 0x80000000;
}
static uint32_t ref_mul(const struct format *f, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	return ref_fma(f, a, b, (a ^ b) & 0x80000000, rm);
}
static uint32_t ref_mac(const struct format *f, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	return ref_fma(f, a, b, c, rm);
}
static uint32_t ref_mac_neg(const struct format *f, uint32_t a, uint32_t b,
			    uint32_t c, unsigned rm)
{
	return ref_fma(f, a ^ 0x80000000, b, c, rm);
}
static uint32_t pick(const struct format *f, uint32_t a, uint32_t b, bool max)
{
	a = flush(a);
	b = flush(b);
	if (is_nan(a))
		return is_nan(b) ? f->nan : b;
	if (is_nan(b))
		return a;
	if (value(a) == value(b))
		return ((a >> 31) != 0) == max ? b : a;
	return (value(a) > value(b)) == max ? a : b;
}
static uint32_t ref_max(const struct format *f, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	return pick(f, a, b, true);
}
static uint32_t ref_min(const struct format *f, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	return pick(f, a, b, false);
}
static uint32_t ref_abs(const struct format *f, uint32_t a, uint32_t b,
			uint32_t c, unsigned rm)
{
	a = flush(a);
	return is_nan(a) ? f->nan : a & 0x7fffffff;
}
static uint32_t ref_nearbyint(const struct format *f, uint32_t a, uint32_t b,
			      uint32_t c, unsigned rm)
{
	static const struct format integers = {23, 0x7fffffff, 0};
	quad v, below;
	int64_t n;
	bool up;

	(void)integers;
	a = flush(a);
	if (is_nan(a))
		return f->nan;
	if ((a & 0x7fffffff) >= 0x4b000000) /* 2^23 */
		return a;
	v = value(a & 0x7fffffff);
	n = (int64_t)v;
	below = v - n;
	switch (rm) {
	case TPC_ROUND_RZ:
		up = false;
		break;
	case TPC_ROUND_RU:
		up = below > 0 && !(a >> 31);
		break;
	case TPC_ROUND_RD:
		up = below > 0 && a >> 31;
		break;
	case TPC_ROUND_RHAZ:
		up = below >= (quad)0.5;
		break;
	default:
		up = below > (quad)0.5 || (below == (quad)0.5 && (n & 1));
		break;
	}
	{
		float r = (float)(n + up);
		uint32_t w;

		memcpy(&w, &r, 4);
		return w | (a & 0x80000000);
	}
}

/* --- cases ------------------------------------------------------------------
 */

static const struct op {
	const char *name;
	const char *text;
	unsigned sources;
	bool modes; /* rounds */
	uint32_t (*ref)(const struct format *, uint32_t, uint32_t, uint32_t,
			unsigned);
} ops[] = {
	{"add", "add.%s V3, V1, V2", 2, true, ref_add},
	{"sub", "sub.%s V3, V1, V2", 2, true, ref_sub},
	{"sub.neg", "sub.%s.neg V3, V1, V2", 2, true, ref_sub_neg},
	{"mul", "mul.%s V3, V1, V2", 2, true, ref_mul},
	{"mac", "mac.%s V3, V1, V2", 3, true, ref_mac},
	{"mac.neg", "mac.%s.neg V3, V1, V2", 3, true, ref_mac_neg},
	{"max", "max.%s V3, V1, V2", 2, false, ref_max},
	{"min", "min.%s V3, V1, V2", 2, false, ref_min},
	{"abs", "abs.%s V3, V1", 1, false, ref_abs},
	{"nearbyint", "nearbyint.%s V3, V1", 1, true, ref_nearbyint},
};

static const struct mode {
	const char *name;
	unsigned rm;
} modes[] = {
	{"rhne", TPC_ROUND_RHNE}, {"rz", TPC_ROUND_RZ},
	{"ru", TPC_ROUND_RU},	  {"rd", TPC_ROUND_RD},
	{"rhaz", TPC_ROUND_RHAZ},
};

struct test_case {
	const struct op *op;
	const struct mode *mode;
	bool bf16;
	bool scalar;
	char name[64];
};

/* Element as a binary32 pattern. */
static uint32_t get(const void *v, unsigned i, bool half)
{
	return half ? (uint32_t)((const uint16_t *)v)[i] << 16
		    : ((const uint32_t *)v)[i];
}

static void check_vector(struct rig *rig, const struct test_case *c,
			 uint64_t seed)
{
	const struct format *fmt = c->bf16 ? &bf16 : &f32;
	uint32_t a[64], b[64], acc[64], d[64];
	char text[64];

	if (c->bf16) {
		fill_bf16((uint16_t *)a, 128, seed);
		fill_bf16((uint16_t *)b, 128, seed + 1000000);
		fill_bf16((uint16_t *)acc, 128, seed + 2000000);
	} else {
		fill_floats(a, 64, seed);
		fill_floats(b, 64, seed + 1000000);
		fill_floats(acc, 64, seed + 2000000);
	}
	/* sums that cancel, and ties */
	memcpy(b, a, 16);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	set_v(rig, 3, acc);
	rig->desc.round_csr = c->mode->rm;
	snprintf(text, sizeof(text), c->op->text, c->bf16 ? "bf16" : "f32");
	rig_one(rig, "nop; nop; %s", text);
	get_v(rig, 3, d);
	for (unsigned i = 0; i < (c->bf16 ? 128 : 64); i++) {
		uint32_t x = get(a, i, c->bf16), y = get(b, i, c->bf16);
		uint32_t z = get(acc, i, c->bf16);
		uint32_t want = c->op->ref(fmt, x, y, z, c->mode->rm);
		uint32_t got = get(d, i, c->bf16);

		if (c->bf16)
			want &= 0xffff0000;
		if (got != want)
			printf("lane %u: %08x %08x %08x: %08x, not %08x\n", i,
			       x, y, z, got, want);
		assert_true(got == want);
	}
}

static void check_scalar(struct rig *rig, const struct test_case *c)
{
	const struct format *fmt = c->bf16 ? &bf16 : &f32;
	uint32_t w[48];
	char text[64], *p;

	fill_floats(w, 48, 99);
	rig->desc.round_csr = c->mode->rm;
	snprintf(text, sizeof(text), c->op->text, c->bf16 ? "bf16" : "f32");
	for (p = text; *p; p++) {
		if (*p == 'V')
			*p = 'S';
	}
	for (unsigned i = 0; i < 48; i += 3) {
		uint32_t want, mask = c->bf16 ? 0xffff0000 : 0xffffffff;
		unsigned shift = c->bf16 ? 16 : 0;

		set_s(rig, 1, w[i] >> shift);
		set_s(rig, 2, w[i + 1] >> shift);
		set_s(rig, 3, w[i + 2] >> shift);
		rig_one(rig, "nop; %s", text);
		want = c->op->ref(fmt, w[i] & mask, w[i + 1] & mask,
				  w[i + 2] & mask, c->mode->rm);
		assert_int_equal(get_s(rig, 3), (want & mask) >> shift);
	}
}

static void check_case(void **state)
{
	const struct test_case *c = *state;
	void *rig;

	assert_int_equal(rig_setup(&rig), 0);
	if (c->scalar) {
		check_scalar(rig, c);
	} else {
		for (uint64_t seed = 1; seed < 9; seed++)
			check_vector(rig, c, seed * 12345);
	}
	rig_teardown(&rig);
}

/* --- bf16 with f32 accumulators
 * -------------------------------------------------- */

static void acc32(void **state, bool neg, bool mul)
{
	uint16_t a[128], b[128];
	uint32_t acc[2][64], d[2][64];
	struct rig *rig = *state;

	fill_bf16(a, 128, 1);
	fill_bf16(b, 128, 2);
	fill_floats(acc[0], 64, 3);
	fill_floats(acc[1], 64, 4);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	set_v(rig, 4, acc[0]);
	set_v(rig, 5, acc[1]);
	rig_one(rig, "nop; nop; %s D4, V1, V2",
		mul   ? "mul.bf16 acc_fp32"
		: neg ? "mac.bf16 neg acc_fp32"
		      : "mac.bf16 acc_fp32");
	get_v(rig, 4, d[0]);
	get_v(rig, 5, d[1]);
	for (unsigned i = 0; i < 128; i++) {
		uint32_t x = (uint32_t)a[i] << 16, y = (uint32_t)b[i] << 16;
		uint32_t c = acc[i % 2][i / 2];
		uint32_t want;

		if (neg)
			x ^= 0x80000000;
		want = mul ? ref_mul(&f32, x, y, 0, 0)
			   : ref_fma(&f32, x, y, c, 0);
		assert_int_equal(d[i % 2][i / 2], want);
	}
}

static void mac_acc_fp32_puts_even_lanes_first(void **state)
{
	acc32(state, false, false);
}
static void mac_acc_fp32_neg_subtracts_products(void **state)
{
	acc32(state, true, false);
}
static void mul_acc_fp32_gives_a_pair(void **state)
{
	acc32(state, false, true);
}

static void extract_exp_is_signed_or_biased(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], d[64], e[64];

	fill_floats(a, 64, 7);
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; extract_exp.f32 V2, V1\n"
		     "nop; nop; extract_exp.f32 biased V3, V1");
	get_v(rig, 2, d);
	get_v(rig, 3, e);
	for (unsigned i = 0; i < 64; i++) {
		assert_int_equal((int32_t)d[i], (int)(a[i] >> 23 & 0xff) - 127);
		assert_int_equal(e[i], a[i] >> 23 & 0xff);
	}
}

static void fclass_tells_the_ten_classes(void **state)
{
	static const uint32_t in[] = {
		0xff800000, 0xbf800000, 0x80000001, 0x80000000, 0x00000000,
		0x00000001, 0x3f800000, 0x7f800000, 0x7f800001, 0x7fc00000};
	struct rig *rig = *state;
	uint32_t a[64] = {0}, d[64];

	memcpy(a, in, sizeof(in));
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; fclass.f32 V2, V1");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 10; i++)
		assert_int_equal(d[i], 1u << i);
}

static void stochastic_rounding_gives_a_neighbour(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], b[64], d[64];
	unsigned up = 0, down = 0;

	for (unsigned i = 0; i < 64; i++) {
		a[i] = 0x3f800000 + i * 12345;
		b[i] = 0x33000000 + i * 4321; /* around half a unit of a */
	}
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	rig->desc.round_csr = TPC_ROUND_SR;
	rig_one(rig, "nop; nop; add.f32 V3, V1, V2");
	get_v(rig, 3, d);
	for (unsigned i = 0; i < 64; i++) {
		uint32_t lo = ref_add(&f32, a[i], b[i], 0, TPC_ROUND_RD);
		uint32_t hi = ref_add(&f32, a[i], b[i], 0, TPC_ROUND_RU);

		assert_true(d[i] == lo || d[i] == hi);
		up += d[i] == hi;
		down += d[i] == lo;
	}
	assert_true(up > 8);
	assert_true(down > 8);
}

static void lfsr_reads_advance_and_no_change_does_not(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], b[64], c[64];

	rig_one(rig, "nop; nop; mov.i32 V1, LFSR_NO_CHANGE\n"
		     "nop; nop; mov.i32 V2, LFSR\n"
		     "nop; nop; mov.i32 V3, LFSR\n"
		     "nop; mov.i32 S1, S_LFSR\n"
		     "nop; mov.i32 S2, S_LFSR_NO_CHANGE");
	get_v(rig, 1, a);
	get_v(rig, 2, b);
	get_v(rig, 3, c);
	assert_memory_equal(a, b, 256);
	assert_memory_not_equal(b, c, 256);
	assert_true(get_s(rig, 1) != get_s(rig, 2));
	for (unsigned i = 1; i < 64; i++)
		assert_true(a[i] != a[0]);
}

#define T(f) cmocka_unit_test_setup_teardown(f, rig_setup, rig_teardown)

int main(void)
{
	enum { MAX = 256 };
	static struct test_case cases[MAX];
	static struct CMUnitTest tests[MAX];
	static const struct CMUnitTest single[] = {
		T(mac_acc_fp32_puts_even_lanes_first),
		T(mac_acc_fp32_neg_subtracts_products),
		T(mul_acc_fp32_gives_a_pair),
		T(extract_exp_is_signed_or_biased),
		T(fclass_tells_the_ten_classes),
		T(stochastic_rounding_gives_a_neighbour),
		T(lfsr_reads_advance_and_no_change_does_not),
	};
	size_t n = 0;

	for (unsigned o = 0; o < sizeof(ops) / sizeof(ops[0]); o++) {
		for (unsigned m = 0; m < (ops[o].modes ? 5 : 1); m++) {
			for (unsigned k = 0; k < 4; k++) {
				struct test_case *c = &cases[n];

				c->op = &ops[o];
				c->mode = &modes[m];
				c->bf16 = k & 1;
				c->scalar = k & 2;
				snprintf(c->name, sizeof(c->name),
					 "%s %s.%s %s",
					 c->scalar ? "scalar" : "vector",
					 c->op->name, c->bf16 ? "bf16" : "f32",
					 c->mode->name);
				tests[n++] = (struct CMUnitTest){
					.name = c->name,
					.test_func = check_case,
					.initial_state = c,
				};
			}
		}
	}
	memcpy(&tests[n], single, sizeof(single));
	n += sizeof(single) / sizeof(single[0]);
	return _cmocka_run_group_tests("fp", tests, n, NULL, NULL);
}
