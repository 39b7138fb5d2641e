/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Instructions that move between lane widths or registers of a group, and
 * those that choose: products, converts, comparisons, selections, permutes.
 */
#include <math.h>
#include <stdlib.h>

#include "rig.h"

#define T(f) cmocka_unit_test_setup_teardown(f, rig_setup, rig_teardown)

/* --- integer products
 * ---------------------------------------------------------- */

static void product32(struct rig *rig, bool is_signed)
{
	uint32_t a[64], b[64], lo[64], hi[64];

	fill_words(a, 64, 1);
	fill_words(b, 64, 2);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	rig_one(rig, "nop; nop; mul.%s D4, V1, V2", is_signed ? "i32" : "u32");
	get_v(rig, 4, lo);
	get_v(rig, 5, hi);
	for (unsigned i = 0; i < 64; i++) {
		uint64_t p = is_signed ? (uint64_t)((__int128)(int32_t)a[i] *
						    (int32_t)b[i])
				       : (uint64_t)a[i] * b[i];

		assert_int_equal(lo[i], (uint32_t)p);
		assert_int_equal(hi[i], p >> 32);
	}
}

static void mul_i32_gives_low_and_high_words(void **state)
{
	product32(*state, true);
}
static void mul_u32_gives_low_and_high_words(void **state)
{
	product32(*state, false);
}

static void mul_double_and_round_is_a_q31_product(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], b[64], d[64];

	fill_words(a, 64, 1);
	fill_words(b, 64, 2);
	a[0] = b[0] = 0x80000000;
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	rig_one(rig, "nop; nop; mul.i32 double_and_round32 V3, V1, V2");
	get_v(rig, 3, d);
	assert_int_equal(d[0], 0x7fffffff);
	for (unsigned i = 1; i < 64; i++) {
		__int128 p = (__int128)(int32_t)a[i] * (int32_t)b[i];
		__int128 r = (2 * p + ((__int128)1 << 31)) >> 32;

		if (r > INT32_MAX)
			r = INT32_MAX;
		assert_int_equal(d[i], (uint32_t)(int32_t)r);
	}
}

static void mac16(struct rig *rig, const char *text, bool is_signed, bool mac,
		  bool neg, bool sat)
{
	uint32_t words[2][64], acc[2][64], d[2][64];
	uint16_t a[128], b[128];

	fill_words(words[0], 64, 1);
	fill_words(words[1], 64, 2);
	memcpy(a, words[0], 256);
	memcpy(b, words[1], 256);
	fill_words(acc[0], 64, 3);
	fill_words(acc[1], 64, 4);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	set_v(rig, 6, acc[0]);
	set_v(rig, 7, acc[1]);
	rig_one(rig, "nop; nop; %s D6, V1, V2", text);
	get_v(rig, 6, d[0]);
	get_v(rig, 7, d[1]);
	for (unsigned i = 0; i < 128; i++) {
		int64_t p = is_signed ? (int64_t)(int16_t)a[i] * (int16_t)b[i]
				      : (int64_t)a[i] * b[i];
		uint32_t c = acc[i % 2][i / 2];
		int64_t v = !mac ? 0 : is_signed ? (int32_t)c : (int64_t)c;

		v += neg ? -p : p;
		if (sat && is_signed)
			v = v > INT32_MAX   ? INT32_MAX
			    : v < INT32_MIN ? INT32_MIN
					    : v;
		else if (sat)
			v = v > UINT32_MAX ? UINT32_MAX : v < 0 ? 0 : v;
		assert_int_equal(d[i % 2][i / 2], (uint32_t)v);
	}
}

static void mul_i16_gives_a_pair_of_words(void **state)
{
	mac16(*state, "mul.i16", true, false, false, false);
}
static void mul_u16_gives_a_pair_of_words(void **state)
{
	mac16(*state, "mul.u16", false, false, false, false);
}
static void mac_i16_accumulates_words(void **state)
{
	mac16(*state, "mac.i16", true, true, false, false);
}
static void mac_u16_accumulates_words(void **state)
{
	mac16(*state, "mac.u16", false, true, false, false);
}
static void mac_i16_neg_subtracts(void **state)
{
	mac16(*state, "mac.i16 neg", true, true, true, false);
}
static void mac_i16_sat_saturates_the_accumulator(void **state)
{
	mac16(*state, "mac.i16 sat", true, true, false, true);
}
static void mac_u16_sat_saturates_the_accumulator(void **state)
{
	mac16(*state, "mac.u16 sat", false, true, false, true);
}

static void guard_of_a_widening_goes_by_source_elements(void **state)
{
	struct rig *rig = *state;
	uint32_t acc[2][64], f[2][64];
	uint16_t a[128], b[128];
	uint8_t p[32];

	for (unsigned i = 0; i < 128; i++) {
		a[i] = i;
		b[i] = 0x3f80;
	}
	/* elements 0, 3, 6 ... : two bits each */
	memset(p, 0, sizeof(p));
	for (unsigned i = 0; i < 128; i += 3)
		p[i / 4] |= 3 << (2 * (i % 4));
	memset(acc, 0, sizeof(acc));
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	for (unsigned k = 0; k < 2; k++) {
		set_v(rig, 6 + k, acc[k]);
		set_v(rig, 8 + k, acc[k]);
	}
	set_vp(rig, 1, p);
	rig_one(rig, "nop; nop; mac.i16 D6, V1, 2, VP1\n"
		     "nop; nop; convert.bf16 all_lanes target_type=fp32 "
		     "D8, V2, VP1");
	for (unsigned k = 0; k < 2; k++) {
		get_v(rig, 6 + k, acc[k]);
		get_v(rig, 8 + k, f[k]);
	}
	for (unsigned i = 0; i < 128; i++) {
		assert_int_equal(acc[i % 2][i / 2], i % 3 ? 0 : 2 * i);
		assert_int_equal(f[i % 2][i / 2], i % 3 ? 0 : 0x3f800000);
	}
}

static void scalar_products_have_low_and_upper_halves(void **state)
{
	struct rig *rig = *state;
	uint32_t w[32];

	fill_words(w, 32, 5);
	for (unsigned i = 0; i < 32; i += 2) {
		int64_t p = (int64_t)(int32_t)w[i] * (int32_t)w[i + 1];
		uint64_t u = (uint64_t)w[i] * w[i + 1];

		set_s(rig, 1, w[i]);
		set_s(rig, 2, w[i + 1]);
		set_s(rig, 6, 1000);
		rig_one(rig, "nop; mul.i32 S3, S1, S2\n"
			     "nop; mul.i32 upper32 S4, S1, S2\n"
			     "nop; mul.u32 upper32 S5, S1, S2\n"
			     "nop; mac.i32 S6, S1, S2\n"
			     "nop; mul.i16 S7, S1, S2");
		assert_int_equal(get_s(rig, 3), (uint32_t)p);
		assert_int_equal(get_s(rig, 4), (uint64_t)p >> 32);
		assert_int_equal(get_s(rig, 5), u >> 32);
		assert_int_equal(get_s(rig, 6), (uint32_t)(1000 + p));
		assert_int_equal(get_s(rig, 7),
				 (uint32_t)((int16_t)w[i] * (int16_t)w[i + 1]));
	}
}

static void add_carry_makes_wide_sums(void **state)
{
	uint32_t a[2][64], b[2][64], d[2][64];
	struct rig *rig = *state;

	for (unsigned k = 0; k < 2; k++) {
		fill_words(a[k], 64, 10 + k);
		fill_words(b[k], 64, 20 + k);
		set_v(rig, 1 + k, a[k]);
		set_v(rig, 3 + k, b[k]);
	}
	set_s(rig, 1, 0xffffffff);
	set_s(rig, 2, 1);
	rig_one(rig, "nop; nop; add.u32 V5, V1, V3\n"
		     "nop; add.u32 S3, S1, S2\n"
		     "nop; nop; add.u32 carry V6, V2, V4\n"
		     "nop; add.u32 carry S4, S1, S1");
	get_v(rig, 5, d[0]);
	get_v(rig, 6, d[1]);
	for (unsigned i = 0; i < 64; i++) {
		uint64_t x = (uint64_t)a[1][i] << 32 | a[0][i];
		uint64_t y = (uint64_t)b[1][i] << 32 | b[0][i];

		assert_true((x + y) == ((uint64_t)d[1][i] << 32 | d[0][i]));
	}
	assert_int_equal(get_s(rig, 3), 0);
	assert_int_equal(get_s(rig, 4), 0xffffffff);
}

static void udiv_4step_divides_in_eight_steps(void **state)
{
	static const struct {
		const char *type;
		unsigned bits;
	} types[] = {{"u32", 32}, {"u16", 16}, {"u8", 8}};
	struct rig *rig = *state;
	uint32_t w[24];

	fill_words(w, 24, 9);
	for (unsigned t = 0; t < 3; t++) {
		char text[1024];
		int n = 0;

		for (unsigned k = 0; k < types[t].bits; k += 4)
			n += snprintf(text + n, sizeof(text) - (size_t)n,
				      "nop; udiv_4step.%s %u Z2, S1\n"
				      "nop\nnop\nnop\nnop\nnop\nnop\n",
				      types[t].type, k);
		for (unsigned i = 0; i < 24; i += 2) {
			uint32_t mask =
				(uint32_t)(((uint64_t)1 << types[t].bits) - 1);
			uint32_t num = w[i] & mask;
			uint32_t den = w[i + 1] >> (i % 8) & mask;

			if (!den)
				continue;
			set_s(rig, 1, den);
			set_s(rig, 2, num);
			set_s(rig, 3, 0);
			rig_one(rig, "%s", text);
			assert_int_equal(get_s(rig, 2), num % den);
			assert_int_equal(get_s(rig, 3), num / den);
		}
	}
}

/* --- comparisons and selections
 * ------------------------------------------------ */

static const char *const conditions[] = {"eq",	"neq", "less",
					 "leq", "grt", "geq"};

static bool holds(unsigned cond, double a, double b)
{
	switch (cond) {
	case 0:
		return a == b;
	case 1:
		return a != b;
	case 2:
		return a < b;
	case 3:
		return a <= b;
	case 4:
		return a > b;
	default:
		return a >= b;
	}
}

static const struct kind {
	const char *name;
	unsigned bytes;
} kinds[] = {
	{"i32", 4}, {"u32", 4}, {"i16", 2}, {"u16", 2},
	{"i8", 1},  {"u8", 1},	{"f32", 4}, {"bf16", 2},
};

static double number(const void *p, unsigned i, const struct kind *k)
{
	const uint8_t *at = (const uint8_t *)p + i * k->bytes;
	uint32_t w = 0;
	float f;

	memcpy(&w, at, k->bytes);
	if (k->name[0] == 'u')
		return w;
	if (k->name[0] == 'i')
		return k->bytes == 4   ? (double)(int32_t)w
		       : k->bytes == 2 ? (double)(int16_t)w
				       : (double)(int8_t)w;
	if (k->bytes == 2)
		w <<= 16;
	if (!(w & 0x7f800000))
		w &= 0x80000000;
	memcpy(&f, &w, 4);
	return f;
}

static void fill_kind(uint8_t *v, const struct kind *k, unsigned seed)
{
	if (k->name[0] == 'f')
		fill_floats((uint32_t *)v, 64, seed);
	else if (k->name[0] == 'b')
		fill_bf16((uint16_t *)v, 128, seed);
	else
		fill_words((uint32_t *)v, 64, seed);
}

static void each_condition(void (*check)(struct rig *, unsigned,
					 const struct kind *, const uint8_t *,
					 const uint8_t *),
			   struct rig *rig, unsigned first)
{
	uint8_t a[256], b[256];

	for (unsigned k = 0; k < 8; k++) {
		fill_kind(a, &kinds[k], 31);
		fill_kind(b, &kinds[k], 32);
		memcpy(b, a, 64); /* some equal ones */
		set_v(rig, 1, a);
		set_v(rig, 2, b);
		for (unsigned c = first; c < 6; c++)
			check(rig, c, &kinds[k], a, b);
	}
}

static void check_cmp(struct rig *rig, unsigned cond, const struct kind *k,
		      const uint8_t *a, const uint8_t *b)
{
	uint8_t bits[32];

	rig_one(rig, "nop; nop; cmp_%s.%s VP1, V1, V2", conditions[cond],
		k->name);
	get_vp(rig, 1, bits);
	for (unsigned i = 0; i < 256; i++) {
		unsigned e = i / k->bytes;
		bool want = holds(cond, number(a, e, k), number(b, e, k));

		assert_int_equal(bits[i / 8] >> (i % 8) & 1, want);
	}
}

static void cmp_sets_all_bits_of_an_element(void **state)
{
	each_condition(check_cmp, *state, 0);
}

static void check_sel(struct rig *rig, unsigned cond, const struct kind *k,
		      const uint8_t *a, const uint8_t *b)
{
	uint8_t x[256], y[256], d[256];

	fill_words((uint32_t *)x, 64, 41);
	fill_words((uint32_t *)y, 64, 42);
	set_v(rig, 3, x);
	set_v(rig, 4, y);
	rig_one(rig, "nop; nop; sel_%s.%s V5, V1, V2, V3, V4", conditions[cond],
		k->name);
	get_v(rig, 5, d);
	for (unsigned i = 0; i < 256; i++) {
		unsigned e = i / k->bytes;
		bool want = holds(cond, number(a, e, k), number(b, e, k));

		assert_int_equal(d[i], want ? x[i] : y[i]);
	}
}

static void sel_picks_the_third_where_true(void **state)
{
	each_condition(check_sel, *state, 0);
}

static void check_sel2(struct rig *rig, unsigned cond, const struct kind *k,
		       const uint8_t *a, const uint8_t *b)
{
	uint8_t x[256], y[256], d[256], key[256];

	fill_words((uint32_t *)x, 64, 41);
	fill_words((uint32_t *)y, 64, 42);
	set_v(rig, 3, x);
	set_v(rig, 4, y);
	rig_one(rig, "nop; nop; sel2_%s.%s D6, V1, V2, V3, V4",
		conditions[cond], k->name);
	get_v(rig, 6, d);
	get_v(rig, 7, key);
	for (unsigned i = 0; i < 256; i++) {
		unsigned e = i / k->bytes;
		bool want = holds(cond, number(a, e, k), number(b, e, k));

		assert_int_equal(d[i], want ? x[i] : y[i]);
		assert_int_equal(key[i], want ? a[i] : b[i]);
	}
}

static void sel2_gives_payload_and_key(void **state)
{
	each_condition(check_sel2, *state, 2);
}

static void mask_eq_zero_tests_common_bits(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], b[64];
	uint8_t bits[32];

	fill_words(a, 64, 1);
	for (unsigned i = 0; i < 64; i++)
		b[i] = i % 2 ? ~a[i] : 1u << (i / 2);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	rig_one(rig, "nop; nop; cmp_eq.i32 mask_eq_zero VP1, V1, V2");
	get_vp(rig, 1, bits);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(bits[i / 2] >> (4 * (i % 2)) & 15,
				 a[i] & b[i] ? 0 : 15);
}

static void scalar_comparisons_write_predicates(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, (uint32_t)-5);
	set_s(rig, 2, 3);
	rig_one(rig, "nop; cmp_less.i32 SP1, S1, S2\n"
		     "nop; cmp_less.u32 SP2, S1, S2\n"
		     "nop; cmp_geq.i32 SP3, S2, 3\n"
		     "nop; cmp_eq.i32 SP4, S1, S2\n"
		     "nop; cmp_neq.i32 SP5, S1, S2\n"
		     "nop; cmp_leq.i8 SP6, S1, -5");
	assert_true(get_sp(rig, 1));
	assert_false(get_sp(rig, 2));
	assert_true(get_sp(rig, 3));
	assert_false(get_sp(rig, 4));
	assert_true(get_sp(rig, 5));
	assert_true(get_sp(rig, 6));
}

/* --- conversions
 * --------------------------------------------------------------- */

static float as_float(uint32_t w)
{
	float f;

	memcpy(&f, &w, 4);
	return f;
}

static uint32_t as_word(float f)
{
	uint32_t w;

	memcpy(&w, &f, 4);
	return w;
}

static double clamped(double v, double lo, double hi)
{
	return v != v ? 0 : v < lo ? lo : v > hi ? hi : v;
}

static void f32_to_i32_rounds_and_saturates(void **state)
{
	static const char *const modes[] = {"rhne", "rz", "ru", "rd", "rhaz"};
	struct rig *rig = *state;
	uint32_t a[64];
	int32_t d[64];

	for (unsigned m = 0; m < 5; m++) {
		fill_floats(a, 64, 3 + m);
		for (unsigned i = 0; i < 32; i++)
			a[i] = as_word((float)((int)i - 16) * 0.5f);
		set_v(rig, 1, a);
		rig_one(rig,
			"nop; nop; convert.f32 target_type=int32 %s V2, V1",
			modes[m]);
		get_v(rig, 2, d);
		for (unsigned i = 0; i < 64; i++) {
			double v = as_float(a[i] & 0x7f800000 ? a[i] : 0);

			v = m == 0   ? rint(v)
			    : m == 1 ? trunc(v)
			    : m == 2 ? ceil(v)
			    : m == 3 ? floor(v)
				     : round(v);
			assert_int_equal(d[i], (int32_t)clamped(v, INT32_MIN,
								INT32_MAX));
		}
	}
}

static void i32_to_f32_rounds_to_nearest(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], d[64];

	fill_words(a, 64, 3);
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; convert.i32 target_type=fp32 rhne V2, V1\n"
		     "nop; nop; convert.u32 target_type=fp32 rhne V3, V1");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], as_word((float)(double)(int32_t)a[i]));
	get_v(rig, 3, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], as_word((float)(double)a[i]));
}

static void bf16_to_f32_all_lanes_splits_even_and_odd(void **state)
{
	struct rig *rig = *state;
	uint32_t d[2][64];
	uint16_t a[128];

	for (unsigned i = 0; i < 128; i++)
		a[i] = 0x3f80 + i;
	set_v(rig, 1, a);
	rig_one(rig,
		"nop; nop; convert.bf16 all_lanes target_type=fp32 D2, V1");
	get_v(rig, 2, d[0]);
	get_v(rig, 3, d[1]);
	for (unsigned i = 0; i < 128; i++)
		assert_int_equal(d[i % 2][i / 2], (uint32_t)a[i] << 16);
}

static void f32_to_bf16_all_lanes_interleaves(void **state)
{
	struct rig *rig = *state;
	uint32_t a[2][64];
	uint16_t d[128];

	for (unsigned i = 0; i < 64; i++) {
		a[0][i] = 0x3f800000 + i * 0x4321; /* cuts and ties */
		a[1][i] = 0x40008000 + (i << 16);
	}
	set_v(rig, 2, a[0]);
	set_v(rig, 3, a[1]);
	rig_one(rig, "nop; nop; convert.f32 all_lanes target_type=bf16 rhne "
		     "V1, D2");
	get_v(rig, 1, d);
	for (unsigned i = 0; i < 128; i++) {
		uint32_t w = a[i % 2][i / 2], lo = w >> 16, rest = w & 0xffff;

		if (rest > 0x8000 || (rest == 0x8000 && (lo & 1)))
			lo++;
		assert_int_equal(d[i], lo);
	}
}

static void single_lane_down_keeps_other_lanes(void **state)
{
	struct rig *rig = *state;
	uint8_t old[256], d[256];
	int32_t a[64];

	for (int i = 0; i < 64; i++)
		a[i] = i * 10 - 300;
	memset(old, 0x5a, sizeof(old));
	set_v(rig, 1, a);
	set_v(rig, 2, old);
	rig_one(rig, "nop; nop; convert.i32 lane_sel=2 target_type=int8 "
		     "V2, V1");
	get_v(rig, 2, d);
	for (int i = 0; i < 256; i++) {
		int v = a[i / 4];

		v = v < -128 ? -128 : v > 127 ? 127 : v;
		assert_int_equal((int8_t)d[i], i % 4 == 2 ? v : 0x5a);
	}
}

static void single_lane_up_reads_one_lane(void **state)
{
	struct rig *rig = *state;
	int16_t a[128];
	int32_t d[64];

	for (int i = 0; i < 128; i++)
		a[i] = (int16_t)(i * 517 - 30000);
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; convert.i16 lane_sel=1 target_type=int32 "
		     "V2, V1");
	get_v(rig, 2, d);
	for (int i = 0; i < 64; i++)
		assert_int_equal(d[i], a[2 * i + 1]);
}

static void scalar_converts(void **state)
{
	struct rig *rig = *state;

	set_s(rig, 1, as_word(-2.5f));
	set_s(rig, 2, 70000);
	rig_one(rig, "nop; convert.f32 target_type=int32 rhne S3, S1\n"
		     "nop; convert.f32 target_type=int32 rd S4, S1\n"
		     "nop; convert.f32 target_type=bf16 rhne S5, S1\n"
		     "nop; convert.i32 target_type=int16 S6, S2\n"
		     "nop; convert.i32 target_type=fp32 S7, S2");
	assert_int_equal((int32_t)get_s(rig, 3), -2);
	assert_int_equal((int32_t)get_s(rig, 4), -3);
	assert_int_equal(get_s(rig, 5), 0xc020);
	assert_int_equal(get_s(rig, 6), 32767);
	assert_int_equal(get_s(rig, 7), as_word(70000.0f));
}

static void convert_int32_shifts_rounds_and_saturates(void **state)
{
	struct rig *rig = *state;
	int32_t a[64];
	int16_t d[128];

	fill_words((uint32_t *)a, 64, 6);
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; convert_int32 lane_sel=1 rhne to_16 V2, V1, 5");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 64; i++) {
		double v = rint((double)a[i] / 32);

		assert_int_equal(d[2 * i + 1],
				 (int)clamped(v, INT16_MIN, INT16_MAX));
		assert_int_equal(d[2 * i], 0);
	}
}

/* --- permutes
 * ------------------------------------------------------------------ */

static void mov_dg_copies_groups_by_mask(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], old[256], d[256];

	for (unsigned i = 0; i < 256; i++) {
		a[i] = i;
		old[i] = 255 - i;
	}
	set_v(rig, 1, a);
	set_v(rig, 2, old);
	rig_one(rig, "nop; nop; mov_dg src=1 dst=3 wr_lg=0x1 wr_ug=0x0 "
		     "V2, V1, 0x0000ffff");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 256; i++) {
		bool written = i >= 192 && i < 208;

		assert_int_equal(d[i], written ? a[i - 128] : old[i]);
	}
}

static void mov_dg_all_permutes_dual_groups(void **state)
{
	static const unsigned from[] = {3, 0, 1, 2};
	struct rig *rig = *state;
	uint8_t a[256], d[256];

	for (unsigned i = 0; i < 256; i++)
		a[i] = i;
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; mov_dg.all sdg0=3 sdg1=0 sdg2=1 sdg3=2 weg0=3 "
		     "weg1=3 weg2=3 weg3=3 V2, V1, 0xffffffff");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], from[i / 64] * 64 + i % 64);
}

static void mov_g_swaps_groups(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], old[256], d[256];

	for (unsigned i = 0; i < 256; i++)
		a[i] = i;
	memset(old, 0x77, 256);
	set_v(rig, 1, a);
	set_v(rig, 2, old);
	rig_one(rig,
		"nop; nop; mov_g g_en=0b11 dg_en=0b101 V2, V1, 0xffffffff");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], i / 64 % 2 ? 0x77 : i ^ 32);
}

static void shuffle_picks_elements_of_the_dual_group(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], c[256], d[256];

	for (unsigned i = 0; i < 256; i++) {
		a[i] = i;
		c[i] = (i % 3 ? 0x80 : 0) | (i * 7 & 63);
	}
	set_v(rig, 1, a);
	set_v(rig, 2, c);
	memset(d, 0, sizeof(d));
	set_v(rig, 3, d);
	rig_one(rig, "nop; nop; shuffle.u8 V3, V1, V2");
	get_v(rig, 3, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i], i % 3 ? i / 64 * 64 + (i * 7 & 63) : 0);
}

static void unpack_spreads_a_group(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], d[256];

	for (unsigned i = 0; i < 256; i++)
		a[i] = i;
	set_v(rig, 1, a);
	memset(d, 0xee, sizeof(d));
	set_v(rig, 2, d);
	rig_one(rig, "nop; nop; unpack.u8 source_group=1 element_stride=2 "
		     "V2, V1");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i],
				 i % 2 ? 0xee : i / 64 * 64 + 32 + i % 64 / 2);
}

static void pack_gathers_every_second_element(void **state)
{
	struct rig *rig = *state;
	uint8_t a[256], d[256];

	for (unsigned i = 0; i < 256; i++)
		a[i] = i;
	set_v(rig, 1, a);
	memset(d, 0xee, sizeof(d));
	set_v(rig, 2, d);
	rig_one(rig, "nop; nop; pack.u8 source_group=0 element_stride=2 "
		     "V2, V1");
	get_v(rig, 2, d);
	for (unsigned i = 0; i < 256; i++)
		assert_int_equal(d[i],
				 i % 32 < 16 ? i / 64 * 64 + i % 16 * 2 : 0xee);
}

/* --- for the mathematical library
 * ---------------------------------------- */

static void form_fp_num_assembles_fields(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], b[64], c[64], d[64];

	fill_words(a, 64, 1);
	fill_words(b, 64, 2);
	fill_words(c, 64, 3);
	set_v(rig, 1, a);
	set_v(rig, 2, b);
	set_v(rig, 3, c);
	rig_one(rig, "nop; nop; form_fp_num.f32 V4, V1, V2, V3");
	get_v(rig, 4, d);
	for (unsigned i = 0; i < 64; i++)
		assert_int_equal(d[i], (b[i] & 0x80000000) |
					       (a[i] & 0x7f800000) |
					       (c[i] & 0x007fffff));
}

static void lut_entry_splits_argument(void **state)
{
	struct rig *rig = *state;
	uint32_t a[64], index[64], start[64];

	for (unsigned i = 0; i < 64; i++)
		a[i] = as_word(1.0f + (float)i * 0.0493f);
	set_v(rig, 1, a);
	rig_one(rig, "nop; nop; get_lut_entry_and_interval_start.f32 "
		     "sqrt_rsqrt D2, V1, 17");
	get_v(rig, 2, index);
	get_v(rig, 3, start);
	for (unsigned i = 0; i < 64; i++) {
		float x = as_float(a[i]);
		unsigned odd = x >= 2 && x < 4;
		double m = x >= 4 ? x / 4 : odd ? x / 2 : x;

		assert_int_equal(index[i], odd * 64 + (unsigned)((m - 1) * 64));
		assert_int_equal(start[i], a[i] & 0xfffe0000);
	}
}

static void lookup_reads_coefficients_of_intervals(void **state)
{
	struct rig *rig = *state;
	uint32_t index[64], c0[64], c1[64], c2[64];
	float *table = rig_at(rig, RIG_DATA);

	/* function slot 3 of the 128-interval tables: 1664 bytes each */
	rig->desc.lut_base[1] = RIG_DATA;
	for (unsigned n = 0; n < 128; n++) {
		float *at = table + (3 * 1664 + 12 * n + 8 * (n / 10)) / 4;

		at[0] = (float)n;
		at[1] = 1000.0f + (float)n;
		at[2] = 2000.0f + (float)n;
	}
	for (unsigned i = 0; i < 64; i++)
		index[i] = i * 2 + 1;
	set_v(rig, 1, index);
	rig_one(rig, "lookup_1c V2, V1, 131\nnop\nlookup_2c D4, V1, 131\nnop");
	get_v(rig, 2, c0);
	get_v(rig, 4, c1);
	get_v(rig, 5, c2);
	for (unsigned i = 0; i < 64; i++) {
		assert_true(as_float(c0[i]) == (float)index[i]);
		assert_true(as_float(c1[i]) == 1000.0f + (float)index[i]);
		assert_true(as_float(c2[i]) == 2000.0f + (float)index[i]);
	}
}

/* A function by its switch, of a class and the class of @b: its value. */
static void check_special(struct rig *rig, const char *function,
			  const uint32_t *a, uint32_t b, const uint32_t *want,
			  unsigned n)
{
	uint32_t av[64], bv[64], got[64];
	char text[256];

	for (unsigned i = 0; i < 64; i++) {
		av[i] = a[i % n];
		bv[i] = b;
		got[i] = 0x1234;
	}
	set_v(rig, 1, av);
	set_v(rig, 2, bv);
	set_v(rig, 3, got);
	snprintf(text, sizeof(text),
		 "nop; nop; fclass.f32 V4, V1\n"
		 "nop\nnop\nnop\nnop\nnop\nnop\n"
		 "nop; nop; fclass.f32 V5, V2\n"
		 "nop\nnop\nnop\nnop\nnop\nnop\n"
		 "nop; nop; calc_fp_special.f32 func=%s V3, V4, V5\nnop",
		 function);
	rig_one(rig, text);
	get_v(rig, 3, got);
	for (unsigned i = 0; i < 64; i++)
		if (got[i] != want[i % n])
			fail_msg("%s of 0x%08x, 0x%08x: 0x%08x, not 0x%08x",
				 function, av[i], b, got[i], want[i % n]);
}

static void calc_fp_special_knows_the_ends_of_the_functions(void **state)
{
	/* -inf, -2, -subnormal, -0, 0, subnormal, 2, inf, NaN */
	static const uint32_t a[] = {0xff800000, 0xc0000000, 0x80000001,
				     0x80000000, 0,	     1,
				     0x40000000, 0x7f800000, 0x7fc00000};
	enum { KEPT = 0x1234, NAN32 = 0x7fffffff };
	static const struct {
		const char *name;
		uint32_t want[9];
	} unary[] = {
		{"recip",
		 {0x80000000, KEPT, 0xff800000, 0xff800000, 0x7f800000,
		  0x7f800000, KEPT, 0, NAN32}},
		{"rsqrt",
		 {NAN32, NAN32, 0xff800000, 0xff800000, 0x7f800000, 0x7f800000,
		  KEPT, 0, NAN32}},
		{"sqrt",
		 {NAN32, NAN32, 0x80000000, 0x80000000, 0, 0, KEPT, 0x7f800000,
		  NAN32}},
		{"log",
		 {NAN32, NAN32, 0xff800000, 0xff800000, 0xff800000, 0xff800000,
		  KEPT, 0x7f800000, NAN32}},
		{"exp",
		 {0, KEPT, 0x3f800000, 0x3f800000, 0x3f800000, 0x3f800000, KEPT,
		  0x7f800000, NAN32}},
		{"tanh",
		 {0xbf800000, KEPT, 0x80000000, 0x80000000, 0, 0, KEPT,
		  0x3f800000, NAN32}},
	};
	static const struct {
		uint32_t b;
		uint32_t want[9];
	} quotients[] = {
		{0x40000000,
		 {0xff800000, KEPT, 0x80000000, 0x80000000, 0, 0, KEPT,
		  0x7f800000, NAN32}},
		{0x80000000,
		 {0x7f800000, 0x7f800000, NAN32, NAN32, NAN32, NAN32,
		  0xff800000, 0xff800000, NAN32}},
		{0x7f800000,
		 {NAN32, 0x80000000, 0x80000000, 0x80000000, 0, 0, 0, NAN32,
		  NAN32}},
		{0x7fc00000,
		 {NAN32, NAN32, NAN32, NAN32, NAN32, NAN32, NAN32, NAN32,
		  NAN32}},
	};
	struct rig *rig = *state;

	for (unsigned i = 0; i < sizeof(unary) / sizeof(unary[0]); i++)
		check_special(rig, unary[i].name, a, 0, unary[i].want, 9);
	for (unsigned i = 0; i < sizeof(quotients) / sizeof(quotients[0]); i++)
		check_special(rig, "div", a, quotients[i].b, quotients[i].want,
			      9);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(calc_fp_special_knows_the_ends_of_the_functions),
		T(mul_i32_gives_low_and_high_words),
		T(mul_u32_gives_low_and_high_words),
		T(mul_double_and_round_is_a_q31_product),
		T(mul_i16_gives_a_pair_of_words),
		T(mul_u16_gives_a_pair_of_words),
		T(mac_i16_accumulates_words),
		T(mac_u16_accumulates_words),
		T(mac_i16_neg_subtracts),
		T(mac_i16_sat_saturates_the_accumulator),
		T(mac_u16_sat_saturates_the_accumulator),
		T(guard_of_a_widening_goes_by_source_elements),
		T(scalar_products_have_low_and_upper_halves),
		T(add_carry_makes_wide_sums),
		T(udiv_4step_divides_in_eight_steps),
		T(cmp_sets_all_bits_of_an_element),
		T(sel_picks_the_third_where_true),
		T(sel2_gives_payload_and_key),
		T(mask_eq_zero_tests_common_bits),
		T(scalar_comparisons_write_predicates),
		T(f32_to_i32_rounds_and_saturates),
		T(i32_to_f32_rounds_to_nearest),
		T(bf16_to_f32_all_lanes_splits_even_and_odd),
		T(f32_to_bf16_all_lanes_interleaves),
		T(single_lane_down_keeps_other_lanes),
		T(single_lane_up_reads_one_lane),
		T(scalar_converts),
		T(convert_int32_shifts_rounds_and_saturates),
		T(mov_dg_copies_groups_by_mask),
		T(mov_dg_all_permutes_dual_groups),
		T(mov_g_swaps_groups),
		T(shuffle_picks_elements_of_the_dual_group),
		T(unpack_spreads_a_group),
		T(pack_gathers_every_second_element),
		T(form_fp_num_assembles_fields),
		T(lut_entry_splits_argument),
		T(lookup_reads_coefficients_of_intervals),
	};

	return cmocka_run_group_tests_name("lanes", tests, NULL, NULL);
}
