/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * Elementary functions of binary32 vectors, without tables.
 *
 * No function branches: what special arguments give is selected at the end.
 * Subnormal numbers are zeros to the machine, before and after each operation
 * (facts 8.1). docs/math.md has the error bounds and the special values.
 */
#ifndef TPC_MATH_F32_H
#define TPC_MATH_F32_H

#include <polynomials.h>
#include <tpc-math.h>

#define SIGN_BIT ((int)0x80000000)
#define INF_BITS 0x7f800000
#define INFINITY_F32 number((int64)INF_BITS)
#define NAN_F32 number((int64)0x7fffffff)

/* 1.5 * 2^23: a number below 2^22 added to it is rounded to an integer, which
 * stands in the low bits of the sum. */
#define ROUNDER 0x1.8p23f

inline_fn float64 magnitude(float64 x) { return number(bits(x) & 0x7fffffff); }

/* --- exponential ------------------------------------------------------- */

#define LOG2E 0x1.715476p+0f
/* ln(2) = HI + LO; HI has 15 bits, so that its multiples are exact */
#define LN2_HI 0x1.62e4p-1f
#define LN2_LO 0x1.7f7d1cp-20f
#define EXP_MAX 0x1.62e42ep+6f /* the largest x of which e^x is finite */
#define EXP_MIN -0x1.5d58ap+6f /* the smallest x of which it is normal */

/* x * 2^k with k in the low bits of a rounded number; no range check */
inline_fn float64 scale(float64 x, float64 rounded) {
  return number(bits(x) + (bits(rounded) << 23));
}

/* e^x * 2^-down where that is a normal number, NaN excluded */
inline_fn float64 exp_core(float64 x, int down) {
  float64 n = mac(x, LOG2E, ROUNDER);
  float64 k = n - ROUNDER;
  float64 r = nmac(k, LN2_HI, x);

  r = nmac(k, LN2_LO, r);
  x = mac(mac(POLY_EXP(r), r, 1.0f), r, 1.0f);
  return scale(x, down ? number(bits(n) - down) : n);
}

inline_fn float64 exp_fast_f32(float64 x) { return exp_core(x, 0); }

inline_fn float64 exp_f32(float64 x) {
  float64 y = exp_core(x, 0);

  y = if_less(x, EXP_MIN, 0.0f, y);
  /* beyond: infinity, and NaN of NaN */
  return if_leq(x, EXP_MAX, y, x * 0x1p127f);
}

#define EXP2_MAX 0x1.fffffep+6f
#define EXP2_MIN -126.0f

inline_fn float64 exp2_fast_f32(float64 x) {
  float64 n = x + ROUNDER;
  float64 r = x - (n - ROUNDER);

  return scale(POLY_EXP2(r), n);
}

inline_fn float64 exp2_f32(float64 x) {
  float64 y = exp2_fast_f32(x);

  y = if_less(x, EXP2_MIN, 0.0f, y);
  return if_leq(x, EXP2_MAX, y, x * 0x1p127f);
}

inline_fn float64 expm1_f32(float64 x) {
  float64 n = mac(x, LOG2E, ROUNDER);
  float64 k = n - ROUNDER;
  float64 r = nmac(k, LN2_LO, nmac(k, LN2_HI, x));
  /* half of the power, so that 2^128 is none */
  float64 half = scale(splat(0.5f), n);
  float64 y = mac(r * r, POLY_EXP(r), r);

  y = 2.0f * mac(half, y, half - 0.5f);
  y = if_less(x, -17.5f, -1.0f, y);
  return if_leq(x, EXP_MAX, y, x * 0x1p127f);
}

/* --- logarithm ----------------------------------------------------------- */

/* sqrt(1/2); numbers are divided by powers of 2 to lie above it */
#define SQRT_HALF_BITS 0x3f3504f3

struct log_parts {
  float64 k;    /* exponent */
  float64 f;    /* mantissa less 1 */
  float64 rest; /* ln(1 + f) - f */
};

inline_fn struct log_parts log_core(float64 x) {
  struct log_parts p;
  int64 exponent = (bits(x) - SQRT_HALF_BITS) >> 23;
  float64 z, q;

  p.k = from_int(exponent);
  p.f = number(bits(x) - (exponent << 23)) - 1.0f;
  z = p.f * p.f;
  q = POLY_LOG(p.f) * (p.f * z);
  p.rest = nmac(z, 0.5f, q);
  return p;
}

/* What positive numbers do not give: NaN below 0, -inf of 0, inf of inf. */
inline_fn float64 log_special(float64 x, float64 y) {
  y = if_eq(x, 0.0f, -INFINITY_F32, y);
  y = if_geq(x, 0.0f, y, NAN_F32);
  return if_eq(x, INFINITY_F32, x, y);
}

inline_fn float64 log_fast_f32(float64 x) {
  struct log_parts p = log_core(x);

  p.rest = mac(p.k, LN2_LO, p.rest);
  return mac(p.k, LN2_HI, p.f + p.rest);
}

inline_fn float64 log_f32(float64 x) { return log_special(x, log_fast_f32(x)); }

/* log2(e) = HI + LO */
#define LOG2E_HI 0x1.714p+0f
#define LOG2E_LO 0x1.47652cp-12f

inline_fn float64 log2_fast_f32(float64 x) {
  struct log_parts p = log_core(x);
  float64 y = p.rest * LOG2E;

  y = mac(p.f, LOG2E_LO, y);
  return mac(p.f, LOG2E_HI, y) + p.k;
}

inline_fn float64 log2_f32(float64 x) {
  return log_special(x, log2_fast_f32(x));
}

/* --- reciprocal, quotient --------------------------------------------------
 */

/*
 * 1 / x by an estimate from the bits (error 1/8) and two steps of third order,
 * r (1 + e + e^2) with e = 1 - x r. Results below 2^-126 give 0.
 */
inline_fn float64 reciprocal_fast_f32(float64 x) {
  float64 r = number(0x7ef311c7 - bits(x));
  float64 e = nmac(x, r, splat(1.0f));

  r = mac(mac(e, e, e), r, r);
  e = nmac(x, r, splat(1.0f));
  return mac(mac(e, e, e), r, r);
}

/* Of 0 and of what has no normal reciprocal: infinity and 0 of x's sign. */
inline_fn float64 reciprocal_special(float64 x, float64 y) {
  float64 a = magnitude(x);

  y = if_eq(a, 0.0f, with_sign(INFINITY_F32, x), y);
  return if_geq(a, 0x1p126f, with_sign(splat(0.0f), x), y);
}

inline_fn float64 reciprocal_f32(float64 x) {
  return reciprocal_special(x, reciprocal_fast_f32(x));
}

inline_fn float64 div_fast_f32(float64 a, float64 b) {
  float64 r = reciprocal_fast_f32(b);
  float64 q = a * r;

  return mac(nmac(q, b, a), r, q);
}

/*
 * The quotient, rounded correctly where the remainder is a normal number. The
 * divisor is moved to the middle of the range, so that its reciprocal exists;
 * the last factor undoes that.
 */
inline_fn float64 div_f32(float64 a, float64 b) {
  float64 size = magnitude(b);
  float64 factor = if_grt(size, 0x1p64f, 0x1p-64f, splat(1.0f));
  float64 d, r, q, exact;

  factor = if_less(size, 0x1p-64f, 0x1p64f, factor);
  d = b * factor;
  r = reciprocal_special(d, reciprocal_fast_f32(d));
  q = a * r;
  exact = mac(nmac(q, d, a), r, q);
  /* no remainder: infinity, NaN, division by 0 or infinity */
  q = if_less(magnitude(exact), INFINITY_F32, exact, q);
  return q * factor;
}

/* --- square root ------------------------------------------------------------
 */

/* 1 / sqrt(x), error 1e-4: an estimate and a step of third order */
inline_fn float64 rsqrt_start(float64 x) {
  float64 r = number(0x5f375a86 - shift_right(bits(x), 1));
  float64 e = nmac(x * r, r, splat(1.0f));

  return mac(mac(e, 0.375f, splat(0.5f)), e * r, r);
}

inline_fn float64 rsqrt_fast_f32(float64 x) {
  float64 r = rsqrt_start(x);
  float64 e = nmac(x * r, r, splat(1.0f));

  return mac(mac(e, 0.375f, splat(0.5f)), e * r, r);
}

inline_fn float64 rsqrt_f32(float64 x) {
  float64 y = rsqrt_fast_f32(x);

  y = if_eq(x, 0.0f, with_sign(INFINITY_F32, x), y);
  y = if_geq(x, 0.0f, y, NAN_F32);
  return if_eq(x, INFINITY_F32, 0.0f, y);
}

/* sqrt(x) as x / sqrt(x), then corrected by the remainder */
inline_fn float64 sqrt_fast_f32(float64 x) {
  float64 r = rsqrt_start(x);
  float64 s = x * r, h = r * 0.5f;
  float64 e = nmac(s, h, splat(0.5f));

  s = mac(s, e, s);
  h = mac(h, e, h);
  return mac(nmac(s, s, x), h, s);
}

inline_fn float64 sqrt_f32(float64 x) {
  float64 y = sqrt_fast_f32(x);

  y = if_geq(x, 0.0f, y, NAN_F32);
  return if_eq(x, INFINITY_F32, x, y);
}

/* --- circle
 * -------------------------------------------------------------------- */

#define TWO_OVER_PI 0x1.45f306p-1f
/* pi / 2 in three parts */
#define PI_2_A 0x1.921fb6p+0f
#define PI_2_B -0x1.777a5cp-25f
#define PI_2_C -0x1.ee59dap-50f
/* Beyond it the quotient is too coarse: no result. */
#define CIRCLE_MAX 0x1p20f

/* x less a multiple of pi / 2, whose factor is in the low bits of *n */
inline_fn float64 quarter_turn(float64 x, float64 *n) {
  float64 k, r;

  *n = mac(x, TWO_OVER_PI, ROUNDER);
  k = *n - ROUNDER;
  r = nmac(k, PI_2_A, x);
  r = nmac(k, PI_2_B, r);
  return nmac(k, PI_2_C, r);
}

/* sin(x + quarter * pi / 2) */
inline_fn float64 sin_shifted(float64 x, int quarter) {
  float64 n, s, c, y;
  float64 r = quarter_turn(x, &n);
  float64 z = r * r;
  int64 q = bits(n) + quarter;

  s = mac(POLY_SIN(z), r * z, r);
  c = mac(POLY_COS(z), z * z, nmac(z, 0.5f, splat(1.0f)));
  y = if_clear(q, 1, s, c);
  return number(bits(y) ^ ((q & 2) << 30));
}

inline_fn float64 sin_fast_f32(float64 x) { return sin_shifted(x, 0); }

inline_fn float64 cos_fast_f32(float64 x) { return sin_shifted(x, 1); }

inline_fn float64 circle_special(float64 x, float64 y) {
  return if_leq(magnitude(x), CIRCLE_MAX, y, NAN_F32);
}

inline_fn float64 sin_f32(float64 x) {
  return circle_special(x, sin_shifted(x, 0));
}

inline_fn float64 cos_f32(float64 x) {
  return circle_special(x, sin_shifted(x, 1));
}

inline_fn float64 tan_f32(float64 x) {
  float64 n;
  float64 r = quarter_turn(x, &n);
  float64 z = r * r;
  float64 s = mac(POLY_SIN(z), r * z, r);
  float64 c = mac(POLY_COS(z), z * z, nmac(z, 0.5f, splat(1.0f)));
  float64 top = if_clear(bits(n), 1, s, -c);
  float64 bottom = if_clear(bits(n), 1, c, s);

  return circle_special(x, div_fast_f32(top, bottom));
}

#define PI_4 0x1.921fb6p-1f
#define PI_2 0x1.921fb6p+0f
#define PI_2_LOW -0x1.777a5cp-25f

inline_fn float64 atan_f32(float64 x) {
  float64 a = magnitude(x);
  /* atan(a) = turn + atan(top / bottom) */
  float64 top = if_grt(a, 0x1.a8279ap-2f, a - 1.0f, a);
  float64 bottom = if_grt(a, 0x1.a8279ap-2f, a + 1.0f, splat(1.0f));
  float64 turn = if_grt(a, 0x1.a8279ap-2f, PI_4, splat(0.0f));
  float64 low = if_grt(a, 0x1.a8279ap-2f, PI_2_LOW / 2, splat(0.0f));
  float64 t, z;

  top = if_grt(a, 0x1.3504f4p+1f, -1.0f, top);
  bottom = if_grt(a, 0x1.3504f4p+1f, a, bottom);
  turn = if_grt(a, 0x1.3504f4p+1f, PI_2, turn);
  low = if_grt(a, 0x1.3504f4p+1f, PI_2_LOW, low);
  t = top * reciprocal_fast_f32(bottom);
  /* the reciprocal of what is near infinity is 0 */
  t = if_grt(a, 0x1p100f, 0.0f, t);
  z = t * t;
  t = turn + (mac(POLY_ATAN(z), t * z, t) + low);
  t = if_eq(a, a, t, a);
  return with_sign(t, x);
}

/* asin(a) of 0 <= a <= 1/2, where z = a^2 */
inline_fn float64 asin_core(float64 a, float64 z) {
  return mac(POLY_ASIN(z), a * z, a);
}

inline_fn float64 asin_f32(float64 x) {
  float64 a = magnitude(x);
  float64 z = if_grt(a, 0.5f, nmac(a, 0.5f, splat(0.5f)), a * a);
  float64 root = sqrt_fast_f32(z);
  float64 y = asin_core(if_grt(a, 0.5f, root, a), z);

  root = mac(y, -2.0f, splat(PI_2_LOW)) + PI_2;
  y = if_grt(a, 0.5f, root, y);
  y = if_leq(a, 1.0f, y, NAN_F32);
  return with_sign(y, x);
}

inline_fn float64 acos_f32(float64 x) {
  float64 a = magnitude(x);
  float64 z = if_grt(a, 0.5f, nmac(a, 0.5f, splat(0.5f)), a * a);
  float64 y = asin_core(if_grt(a, 0.5f, sqrt_fast_f32(z), a), z);
  float64 middle, far;

  /* pi / 2 - asin(x) in the middle, 2 asin(root) outside */
  middle = (PI_2_LOW - with_sign(y, x)) + PI_2;
  far = 2.0f * y;
  far = if_less(x, 0.0f, (2.0f * PI_2_LOW - far) + 2.0f * PI_2, far);
  y = if_grt(a, 0.5f, far, middle);
  return if_leq(a, 1.0f, y, NAN_F32);
}

/* --- hyperbolic functions
 * ------------------------------------------------------- */

inline_fn float64 sigmoid_f32(float64 x) {
  float64 y = reciprocal_fast_f32(1.0f + exp_core(-x, 0));

  y = if_less(x, EXP_MIN, 0.0f, y);
  y = if_grt(x, 17.5f, 1.0f, y);
  return if_eq(x, x, y, x);
}

/* of x and its magnitude a */
inline_fn float64 tanh_abs_free_f32(float64 x, float64 a) {
  float64 z = x * x;
  float64 near = mac(POLY_TANH(z), a * z, a);
  float64 far = reciprocal_fast_f32(1.0f + exp_core(a + a, 0));

  far = nmac(far, 2.0f, splat(1.0f));
  far = if_grt(a, 9.25f, 1.0f, far);
  far = if_leq(a, 0.625f, near, far);
  return if_eq(x, x, with_sign(far, x), x);
}

inline_fn float64 tanh_free_f32(float64 x) {
  return tanh_abs_free_f32(x, magnitude(x));
}

inline_fn float64 sinh_f32(float64 x) {
  float64 a = magnitude(x);
  float64 z = a * a;
  float64 e = exp_core(a, 4);
  float64 near = mac(POLY_SINH(z), a * z, a);
  float64 y = nmac(reciprocal_fast_f32(e), 0x1p-5f, e * 8.0f);

  y = if_less(a, 1.0f, near, y);
  y = if_leq(a, 0x1.65a9f8p+6f, y, a * 0x1p127f);
  return with_sign(y, x);
}

inline_fn float64 cosh_f32(float64 x) {
  float64 a = magnitude(x);
  float64 e = exp_core(a, 4);
  float64 y = mac(reciprocal_fast_f32(e), 0x1p-5f, e * 8.0f);

  return if_leq(a, 0x1.65a9f8p+6f, y, a * 0x1p127f);
}

/* ln(1 + x) of x >= 0 or near it */
inline_fn float64 log1p_core(float64 x) {
  float64 u = x + 1.0f;
  struct log_parts p = log_core(u);
  /* what the sum lost, relative to it */
  float64 lost = x - (u - 1.0f);

  lost = if_grt(x, 0x1p60f, 0.0f, lost * reciprocal_fast_f32(u));
  p.rest = mac(p.k, LN2_LO, p.rest + lost);
  return mac(p.k, LN2_HI, p.f + p.rest);
}

inline_fn float64 asinh_f32(float64 x) {
  float64 a = magnitude(x);
  /* above 2^60 the square would overflow: ln(2a) */
  float64 b = if_grt(a, 0x1p60f, 1.0f, a);
  float64 z = b * b;
  float64 y = sqrt_fast_f32(z + 1.0f) + 1.0f;
  float64 far = log_fast_f32(a);

  y = log1p_core(mac(z, reciprocal_fast_f32(y), b));
  y = if_grt(a, 0x1p60f, far + 0x1.62e43p-1f, y);
  y = if_less(a, INFINITY_F32, y, a);
  return with_sign(y, x);
}

inline_fn float64 acosh_f32(float64 x) {
  float64 b = if_grt(x, 0x1p60f, 2.0f, x);
  float64 t = b - 1.0f;
  float64 y = log1p_core(t + sqrt_fast_f32(mac(t, t, t + t)));
  float64 far = log_fast_f32(x) + 0x1.62e43p-1f;

  y = if_grt(x, 0x1p60f, far, y);
  y = if_eq(x, 1.0f, 0.0f, y);
  y = if_geq(x, 1.0f, y, NAN_F32);
  return if_eq(x, INFINITY_F32, x, y);
}

/* half of ln(1 + 2a / (1 - a)) */
inline_fn float64 atanh_f32(float64 x) {
  float64 a = magnitude(x);
  float64 y = (a + a) * reciprocal_fast_f32(1.0f - a);

  y = 0.5f * log1p_core(y);
  y = if_eq(a, 1.0f, INFINITY_F32, y);
  y = if_leq(a, 1.0f, y, NAN_F32);
  return with_sign(y, x);
}

/* --- power, remainder
 * ----------------------------------------------------------- */

/* LOG2E = A + B */
#define LOG2E_B 0x1.4ae0c0p-26f

/* log2(x) of a positive normal number as the sum of the result and *low */
inline_fn float64 log2_pair(float64 x, float64 *low) {
  int64 exponent = (bits(x) - SQRT_HALF_BITS) >> 23;
  float64 k = from_int(exponent);
  float64 f = number(bits(x) - (exponent << 23)) - 1.0f;
  float64 z = f * f;
  float64 z_low = mac(f, f, -z);
  float64 head = nmac(z, 0.5f, f);
  float64 tail = nmac(z, 0.5f, f - head);
  float64 sum, t, high;

  /* ln(1 + f) = f - z / 2 + f^3 P(f) */
  tail = mac(POLY_LOG_LONG(f), f * z, nmac(z_low, 0.5f, tail));
  sum = head + tail;
  tail = (head - sum) + tail;
  /* times log2(e), plus the exponent */
  t = sum * LOG2E;
  tail = mac(tail, LOG2E, mac(sum, LOG2E_B, mac(sum, LOG2E, -t)));
  high = k + t;
  *low = ((k - high) + t) + tail;
  return high;
}

/* x^y of a positive normal x and a finite y, with a normal result */
inline_fn float64 pow_core(float64 high, float64 low, float64 y,
                           float64 *power) {
  float64 p = y * high;
  float64 p_low = mac(y, low, mac(y, high, -p));
  float64 n = p + ROUNDER;
  float64 r = (p - (n - ROUNDER)) + p_low;

  *power = p;
  return scale(POLY_EXP2(r), n);
}

inline_fn float64 pow_range(float64 power, float64 result) {
  result = if_less(power, EXP2_MIN, 0.0f, result);
  return if_less(power, 128.0f, result, power * 0x1p127f);
}

inline_fn float64 pow_fast_f32(float64 x, float64 y) {
  float64 low, power;
  float64 high = log2_pair(x, &low);
  float64 result = pow_core(high, low, y, &power);

  return pow_range(power, result);
}

inline_fn float64 pow_f32(float64 x, float64 y) {
  float64 a = magnitude(x);
  float64 low, power, result, half;
  float64 high = log2_pair(a, &low);

  /* logarithms of 0, infinity and NaN */
  high = if_eq(a, 0.0f, -INFINITY_F32, high);
  high = if_less(a, INFINITY_F32, high, a);
  result = pow_range(y * high, pow_core(high, low, y, &power));
  /* odd integers keep the sign of x, fractions of negative numbers have
   * no power */
  half = y * 0.5f;
  half = if_eq(half, nearby(half), 0.0f, x);
  half = if_eq(y, nearby(y), half, 0.0f);
  result = if_eq(a, 1.0f, 1.0f, result);
  result = number(bits(result) ^ (bits(half) & SIGN_BIT));
  half = if_eq(y, nearby(y), result, NAN_F32);
  half = if_less(a, INFINITY_F32, half, result);
  result = if_less(x, 0.0f, half, result);
  result = if_eq(x, 1.0f, 1.0f, result);
  return if_eq(y, 0.0f, 1.0f, result);
}

/* C's fmod; the quotient must lie below 2^23 */
inline_fn float64 mod_f32(float64 x, float64 y) {
  float64 a = magnitude(x), b = magnitude(y);
  float64 q = chopped(div_f32(a, b));
  float64 r = nmac(q, b, a);

  /* the quotient was rounded up to an integer */
  r = if_less(r, 0.0f, r + b, r);
  r = if_less(a, b, a, r);
  return with_sign(r, x);
}

#endif
