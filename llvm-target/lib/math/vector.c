/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/* The functions of binary32 vectors. */
#include "f32.h"

#define SYMBOL(name) __tpc_v_##name
#include "functions.h"

/*
 * The hyperbolic tangent of 0 <= a < 8 from its table, with a third of the
 * operations that it takes without (facts 3.4): below 1 the table has
 * tanh(a) / a, above 1 tanh(a), by 64 intervals in each power of 2.
 */
inline_fn float64 tanh_table(float64 a) {
  const int table = e_fp32_tanh, low_bits = 23 - 6;
  uint64_float64 at = v_f32_get_lut_entry_and_interval_start_b(
      v_f32_min_b(a, 0x1.fffffep+2f), low_bits, SW_LUT_TANH);
  float64 c0 = v_f32_lookup_1c(at.v1, table, SW_BV32, 0);
  float128 c = v_f32_lookup_2c(at.v1, table, SW_BV32, (float128){0});
  float64 d = a - at.v2;

  c0 = mac(mac(c.v2, d, c.v1), d, c0);
  return c0 * if_less(a, 1.0f, a, 1.0f);
}

/* tanh(x), where abs_x is the magnitude of x */
float64 __tpc_v_tanh_abs_f32(float64 x, float64 abs_x) {
  float64 y = tanh_table(abs_x);

  /* from 8 on the last four numbers below 1: a line up to 1 */
  float64 line = mac(abs_x, 0x3.cp-24f, 1.0f - 0x22p-24f);

  y = if_geq(abs_x, 8.0f, v_f32_min_b(line, 1.0f), y);
  y = if_eq(x, x, y, abs_x);
  return with_sign(y, x);
}

float64 __tpc_v_tanh_f32(float64 x) {
  return __tpc_v_tanh_abs_f32(x, magnitude(x));
}
