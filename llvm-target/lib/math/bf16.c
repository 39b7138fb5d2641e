/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * The functions of bf16 vectors: both halves in binary32, where short
 * polynomials are enough for eight bits. The result is rounded once more.
 */
#include "f32.h"

#define BOTH(name, function)                                                   \
  bfloat128 __tpc_v_##name(bfloat128 x) {                                      \
    float128 w = v_convert_bf16_to_f32_all_b(x);                               \
                                                                               \
    w.v1 = function(w.v1);                                                     \
    w.v2 = function(w.v2);                                                     \
    return v_convert_f32_to_bf16_all_b(w);                                     \
  }

#define BOTH2(name, function)                                                  \
  bfloat128 __tpc_v_##name(bfloat128 x, bfloat128 y) {                         \
    float128 w = v_convert_bf16_to_f32_all_b(x);                               \
    float128 u = v_convert_bf16_to_f32_all_b(y);                               \
                                                                               \
    w.v1 = function(w.v1, u.v1);                                               \
    w.v2 = function(w.v2, u.v2);                                               \
    return v_convert_f32_to_bf16_all_b(w);                                     \
  }

#define LN2 0x1.62e43p-1f

inline_fn float64 exp_short_core(float64 x) {
  float64 n = mac(x, LOG2E, splat(ROUNDER));
  float64 r = nmac(n - ROUNDER, LN2, x);

  return scale(POLY_EXP_BF16(r), n);
}

inline_fn float64 exp_short(float64 x) {
  float64 y = exp_short_core(x);

  y = if_less(x, EXP_MIN, 0.0f, y);
  return if_leq(x, EXP_MAX, y, x * 0x1p127f);
}

/* one step of third order, one of second */
inline_fn float64 reciprocal_short_core(float64 x) {
  float64 r = number(0x7ef311c7 - bits(x));
  float64 e = nmac(x, r, splat(1.0f));

  r = mac(mac(e, e, e), r, r);
  return mac(nmac(x, r, splat(1.0f)), r, r);
}

inline_fn float64 reciprocal_short(float64 x) {
  return reciprocal_special(x, reciprocal_short_core(x));
}

inline_fn float64 sigmoid_short(float64 x) {
  float64 y = reciprocal_short_core(1.0f + exp_short_core(-x));

  y = if_less(x, EXP_MIN, 0.0f, y);
  y = if_grt(x, 9.0f, 1.0f, y);
  return if_eq(x, x, y, x);
}

inline_fn float64 tanh_short(float64 x) {
  float64 a = magnitude(x);
  float64 z = x * x;
  float64 near = mac(POLY_TANH_BF16(z), a * z, a);
  float64 far = reciprocal_short_core(1.0f + exp_short_core(a + a));

  far = nmac(far, 2.0f, splat(1.0f));
  far = if_grt(a, 9.0f, 1.0f, far);
  far = if_leq(a, 0.625f, near, far);
  return if_eq(x, x, with_sign(far, x), x);
}

inline_fn float64 log_short(float64 x) {
  int64 exponent = (bits(x) - SQRT_HALF_BITS) >> 23;
  float64 k = from_int(exponent);
  float64 f = number(bits(x) - (exponent << 23)) - 1.0f;
  float64 z = f * f;
  float64 y = nmac(z, 0.5f, POLY_LOG_BF16(f) * (f * z));

  return log_special(x, mac(k, LN2, f + y));
}

inline_fn float64 log2_short(float64 x) {
  int64 exponent = (bits(x) - SQRT_HALF_BITS) >> 23;
  float64 k = from_int(exponent);
  float64 f = number(bits(x) - (exponent << 23)) - 1.0f;
  float64 z = f * f;
  float64 y = nmac(z, 0.5f, POLY_LOG_BF16(f) * (f * z));

  return log_special(x, mac(f + y, LOG2E, k));
}

inline_fn float64 rsqrt_short(float64 x) {
  float64 y = rsqrt_start(x);

  y = if_eq(x, 0.0f, with_sign(INFINITY_F32, x), y);
  y = if_geq(x, 0.0f, y, NAN_F32);
  return if_eq(x, INFINITY_F32, 0.0f, y);
}

inline_fn float64 sqrt_short(float64 x) {
  float64 y = x * rsqrt_start(x);

  y = if_geq(x, 0.0f, y, NAN_F32);
  return if_eq(x, INFINITY_F32, x, y);
}

BOTH(exp_bf16, exp_short)
BOTH(exp2_bf16, exp2_f32)
BOTH(log_bf16, log_short)
BOTH(log2_bf16, log2_short)
BOTH(reciprocal_bf16, reciprocal_short)
BOTH(rsqrt_bf16, rsqrt_short)
BOTH(sqrt_bf16, sqrt_short)
BOTH(sin_bf16, sin_f32)
BOTH(cos_bf16, cos_f32)
BOTH(tanh_bf16, tanh_short)
BOTH(sigmoid_bf16, sigmoid_short)
BOTH2(div_bf16, div_f32)
BOTH2(pow_bf16, pow_f32)
