/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Lane loops of floating-point arithmetic, f32 and bf16 (facts 8.1, 8.2).
 *
 * Loops named *_rne use host arithmetic in its default rounding; the others
 * (ROUND_CSR not zero) use soft.c.
 *
 * assumed: MAC rounds once (fused). MAX and MIN return the number if one
 * operand is NaN (IEEE 754-2008 maxNum) and order -0 below +0.
 */
#include "lanes_impl.h"

/* --- f32 -------------------------------------------------------------- */

LOOP2(add_f32_rne, uint32_t, uint32_t, f32_out(f32_in(a) + f32_in(b)))
LOOP2(sub_f32_rne, uint32_t, uint32_t, f32_out(f32_in(a) - f32_in(b)))
LOOP2(mul_f32_rne, uint32_t, uint32_t, f32_out(f32_in(a) * f32_in(b)))
LOOP3(mac_f32_rne, uint32_t, uint32_t,
      f32_out(__builtin_fmaf(f32_in(a), f32_in(b), f32_in(c))))
LOOP3(mac_neg_f32_rne, uint32_t, uint32_t,
      f32_out(__builtin_fmaf(-f32_in(a), f32_in(b), f32_in(c))))

static inline uint32_t negate(uint32_t x)
{
	return f32_is_nan(x) ? F32_NAN : x ^ F32_SIGN;
}

LOOP2(sub_neg_f32_rne, uint32_t, uint32_t,
      negate(f32_out(f32_in(a) - f32_in(b))))

#define SOFT_ARG arg->rm, lane_random(arg, i)

LOOP2(add_f32, uint32_t, uint32_t, soft_add(a, b, SOFT_ARG))
LOOP2(sub_f32, uint32_t, uint32_t, soft_add(a, b ^ F32_SIGN, SOFT_ARG))
LOOP2(sub_neg_f32, uint32_t, uint32_t,
      negate(soft_add(a, b ^ F32_SIGN, SOFT_ARG)))
LOOP2(mul_f32, uint32_t, uint32_t, soft_mul(a, b, SOFT_ARG))
LOOP3(mac_f32, uint32_t, uint32_t, soft_fma(a, b, c, SOFT_ARG))
LOOP3(mac_neg_f32, uint32_t, uint32_t, soft_fma(a ^ F32_SIGN, b, c, SOFT_ARG))

/* Patterns in the order of their values: -0 below +0. */
static inline int32_t order_key(uint32_t x)
{
	return (int32_t)(x ^ ((uint32_t)((int32_t)x >> 31) >> 1));
}

static inline uint32_t max_f32_of(uint32_t a, uint32_t b)
{
	uint32_t r;

	a = f32_flush(a);
	b = f32_flush(b);
	r = order_key(a) > order_key(b) ? a : b;
	r = f32_is_nan(a) ? b : r;
	r = f32_is_nan(b) ? a : r;
	return f32_is_nan(r) ? F32_NAN : r;
}

static inline uint32_t min_f32_of(uint32_t a, uint32_t b)
{
	uint32_t r;

	a = f32_flush(a);
	b = f32_flush(b);
	r = order_key(a) < order_key(b) ? a : b;
	r = f32_is_nan(a) ? b : r;
	r = f32_is_nan(b) ? a : r;
	return f32_is_nan(r) ? F32_NAN : r;
}

LOOP2(max_f32, uint32_t, uint32_t, max_f32_of(a, b))
LOOP2(min_f32, uint32_t, uint32_t, min_f32_of(a, b))
LOOP1(abs_f32, uint32_t, uint32_t, f32_result(a & ~F32_SIGN))

/* --- bf16 ------------------------------------------------------------- */

/*
 * The sum or product of two bf16 numbers, rounded to binary32 and then to
 * bf16, is rounded correctly: 24 >= 2 * 8 + 2.
 */
#define BF(x) f32_in(bf16_wide(x))

LOOP2(add_bf16_rne, uint16_t, uint16_t, bf16_round(f32_bits(BF(a) + BF(b))))
LOOP2(sub_bf16_rne, uint16_t, uint16_t, bf16_round(f32_bits(BF(a) - BF(b))))
LOOP2(mul_bf16_rne, uint16_t, uint16_t, bf16_round(f32_bits(BF(a) * BF(b))))

static inline uint16_t negate_bf16(uint16_t x)
{
	return (x & 0x7fff) > 0x7f80 ? BF16_NAN : x ^ 0x8000;
}

LOOP2(sub_neg_bf16_rne, uint16_t, uint16_t,
      negate_bf16(bf16_round(f32_bits(BF(a) - BF(b)))))

#define BW(x) bf16_wide(x)

LOOP2(add_bf16, uint16_t, uint16_t, soft_add_bf16(BW(a), BW(b), SOFT_ARG))
LOOP2(sub_bf16, uint16_t, uint16_t,
      soft_add_bf16(BW(a), BW(b) ^ F32_SIGN, SOFT_ARG))
LOOP2(sub_neg_bf16, uint16_t, uint16_t,
      negate_bf16(soft_add_bf16(BW(a), BW(b) ^ F32_SIGN, SOFT_ARG)))
LOOP2(mul_bf16, uint16_t, uint16_t, soft_mul_bf16(BW(a), BW(b), SOFT_ARG))
LOOP3(mac_bf16, uint16_t, uint16_t,
      soft_fma_bf16(BW(a), BW(b), BW(c), SOFT_ARG))
LOOP3(mac_neg_bf16, uint16_t, uint16_t,
      soft_fma_bf16(BW(a) ^ F32_SIGN, BW(b), BW(c), SOFT_ARG))

/*
 * The product of two bf16 numbers is exact in binary32, its sum with a third
 * is not exact in binary64: the sum is rounded to odd there (Knuth's exact
 * error term says when), so that the second rounding is the right one. An
 * infinite or NaN sum has no error term.
 */
static inline uint16_t mac_bf16_of(uint16_t a, uint16_t b, uint16_t c,
				   uint32_t neg)
{
	double p =
		(double)f32_of(f32_flush(bf16_wide(a)) ^ neg) * (double)BF(b);
	double z = BF(c);
	double s = p + z;
	double bb = s - p;
	double err = (p - (s - bb)) + (z - bb);
	int64_t bits = (int64_t)f64_bits(s);
	int64_t same = ((int64_t)f64_bits(err) ^ bits) >= 0;
	int64_t odd = (err < 0 || err > 0) & ~bits & 1;
	float f;
	uint32_t w;
	double d;

	/* away from zero if the error says so, towards it otherwise */
	bits += odd * (2 * same - 1);
	s = f64_of((uint64_t)bits);
	/*
	 * To binary32 rounded to odd as well: cut, then mark. Below 2^-126
	 * everything is flushed unless it rounds up to that.
	 */
	f = (float)s;
	w = f32_bits(f);
	d = (double)f - s;
	w -= (d < 0 || d > 0) & ((d > 0) == (s > 0));
	w |= d < 0 || d > 0;
	return bf16_round(w);
}

LOOP3(mac_bf16_rne, uint16_t, uint16_t, mac_bf16_of(a, b, c, 0))
LOOP3(mac_neg_bf16_rne, uint16_t, uint16_t, mac_bf16_of(a, b, c, F32_SIGN))

LOOP2(max_bf16, uint16_t, uint16_t, max_f32_of(BW(a), BW(b)) >> 16)
LOOP2(min_bf16, uint16_t, uint16_t, min_f32_of(BW(a), BW(b)) >> 16)
LOOP1(abs_bf16, uint16_t, uint16_t, f32_result(BW(a) & ~F32_SIGN) >> 16)

/* --- bf16 with f32 accumulators (ACC_FP32) ------------------------------ */

/* Result k, element j belongs to source element 2j + k (facts 8.2). */
#define ACC32(name, EXPR)                                        \
	static void name(LANE_ARGS)                              \
	{                                                        \
		const uint16_t *restrict pa = s_[0];             \
		const uint16_t *restrict pb = s_[1];             \
		unsigned regs = n < 2 ? 1 : 2;                   \
		unsigned per = n < 2 ? 1 : n / 2;                \
		for (unsigned k = 0; k < regs; k++) {            \
			uint32_t *restrict d = d_[k];            \
			const uint32_t *restrict pc = s_[2 + k]; \
			(void)pc;                                \
			for (unsigned j = 0; j < per; j++) {     \
				uint32_t a = BW(pa[2 * j + k]);  \
				uint32_t b = BW(pb[2 * j + k]);  \
				unsigned i = 2 * j + k;          \
				(void)i;                         \
				d[j] = (EXPR);                   \
			}                                        \
		}                                                \
	}

ACC32(mul_acc32_rne, f32_out(f32_in(a) * f32_in(b)))
ACC32(mac_acc32_rne,
      f32_out(__builtin_fmaf(f32_in(a), f32_in(b), f32_in(pc[j]))))
ACC32(mac_neg_acc32_rne,
      f32_out(__builtin_fmaf(-f32_in(a), f32_in(b), f32_in(pc[j]))))
ACC32(mul_acc32, soft_mul(a, b, SOFT_ARG))
ACC32(mac_acc32, soft_fma(a, b, pc[j], SOFT_ARG))
ACC32(mac_neg_acc32, soft_fma(a ^ F32_SIGN, b, pc[j], SOFT_ARG))

/* --- classes, exponents, integral values ------------------------------- */

/* Nearest-even by the addition of 2^23: integral above it. */
static inline uint32_t nearbyint_rne(uint32_t x)
{
	uint32_t sign = x & F32_SIGN;
	float m = f32_of(f32_flush(x) & ~F32_SIGN);
	float r = (m + 0x1p23f) - 0x1p23f;

	r = m < 0x1p23f ? r : m;
	return f32_is_nan(x) ? F32_NAN : sign | f32_bits(r);
}

LOOP1(nearbyint_f32_rne, uint32_t, uint32_t, nearbyint_rne(a))
LOOP1(nearbyint_f32, uint32_t, uint32_t, soft_f32_nearbyint(a, SOFT_ARG))
/* Integral values below 2^8 times a power of two fit bf16 exactly. */
LOOP1(nearbyint_bf16_rne, uint16_t, uint16_t, nearbyint_rne(BW(a)) >> 16)
LOOP1(nearbyint_bf16, uint16_t, uint16_t,
      soft_f32_nearbyint(BW(a), SOFT_ARG) >> 16)

/* assumed: special values are treated by their exponent field alone. */
LOOP1(exp_f32, uint32_t, uint32_t, (a >> 23 & 0xff) - 127)
LOOP1(exp_biased_f32, uint32_t, uint32_t, a >> 23 & 0xff)
LOOP1(exp_bf16, uint16_t, uint16_t, (a >> 7 & 0xff) - 127)
LOOP1(exp_biased_bf16, uint16_t, uint16_t, a >> 7 & 0xff)

/* One-hot class mask (facts 8.5). */
static inline uint32_t class_of(uint32_t a)
{
	uint32_t sign = a >> 31, exp = a >> 23 & 0xff, man = a & F32_MAN;

	if (exp == 0xff)
		return man ? (man >> 22 ? 1u << 9 : 1u << 8)
			   : (sign ? 1u << 0 : 1u << 7);
	if (exp)
		return sign ? 1u << 1 : 1u << 6;
	if (man)
		return sign ? 1u << 2 : 1u << 5;
	return sign ? 1u << 3 : 1u << 4;
}

LOOP1(class_f32, uint32_t, uint32_t, class_of(a))
LOOP1(class_bf16, uint16_t, uint16_t, class_of(BW(a)))

/* --- tables ------------------------------------------------------------- */

struct fp_entry {
	enum lane_op op;
	lane_fn rne;
	lane_fn round;
};

static const struct fp_entry f32_table[] = {
	{LANE_ADD, add_f32_rne, add_f32},
	{LANE_SUB, sub_f32_rne, sub_f32},
	{LANE_SUB_NEG, sub_neg_f32_rne, sub_neg_f32},
	{LANE_MUL, mul_f32_rne, mul_f32},
	{LANE_MAC, mac_f32_rne, mac_f32},
	{LANE_MAC_NEG, mac_neg_f32_rne, mac_neg_f32},
	{LANE_MAX, max_f32, max_f32},
	{LANE_MIN, min_f32, min_f32},
	{LANE_ABS, abs_f32, abs_f32},
	{LANE_NEARBYINT, nearbyint_f32_rne, nearbyint_f32},
	{LANE_EXTRACT_EXP, exp_f32, exp_f32},
	{LANE_EXTRACT_EXP_BIASED, exp_biased_f32, exp_biased_f32},
	{LANE_FCLASS, class_f32, class_f32},
	{LANE_NUM_OPS, NULL, NULL},
};

static const struct fp_entry bf16_table[] = {
	{LANE_ADD, add_bf16_rne, add_bf16},
	{LANE_SUB, sub_bf16_rne, sub_bf16},
	{LANE_SUB_NEG, sub_neg_bf16_rne, sub_neg_bf16},
	{LANE_MUL, mul_bf16_rne, mul_bf16},
	{LANE_MUL_WIDE, mul_acc32_rne, mul_acc32},
	{LANE_MAC, mac_bf16_rne, mac_bf16},
	{LANE_MAC_NEG, mac_neg_bf16_rne, mac_neg_bf16},
	{LANE_MAC_WIDE, mac_acc32_rne, mac_acc32},
	{LANE_MAC_WIDE_NEG, mac_neg_acc32_rne, mac_neg_acc32},
	{LANE_MAX, max_bf16, max_bf16},
	{LANE_MIN, min_bf16, min_bf16},
	{LANE_ABS, abs_bf16, abs_bf16},
	{LANE_NEARBYINT, nearbyint_bf16_rne, nearbyint_bf16},
	{LANE_EXTRACT_EXP, exp_bf16, exp_bf16},
	{LANE_EXTRACT_EXP_BIASED, exp_biased_bf16, exp_biased_bf16},
	{LANE_FCLASS, class_bf16, class_bf16},
	{LANE_NUM_OPS, NULL, NULL},
};

lane_fn LANES_NAME(lanes_fp)(enum lane_op op, enum tpc_type type, bool round)
{
	const struct fp_entry *e;

	if (type == TPC_TYPE_F32)
		e = f32_table;
	else if (type == TPC_TYPE_BF16)
		e = bf16_table;
	else
		return NULL;
	while (e->op != LANE_NUM_OPS && e->op != op)
		e++;
	return round ? e->round : e->rne;
}
