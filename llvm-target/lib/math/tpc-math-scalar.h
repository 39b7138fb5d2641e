/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What tpc-math.h declares, for numbers in scalar registers: the types of
 * vectors become those of their elements.
 */
#ifndef TPC_MATH_H
#define TPC_MATH_H

#define float64 float
#define int64 int

#define inline_fn static inline __attribute__((always_inline))

inline_fn float splat(float x) { return x; }

inline_fn float mac(float a, float b, float c) { return s_f32_mac(a, b, c, 0); }

inline_fn float nmac(float a, float b, float c) {
  return s_f32_mac(a, b, c, SW_NEG);
}

inline_fn int bits(float x) { return as_int(x); }

inline_fn float number(int x) { return as_float(x); }

inline_fn int shift_right(int x, int n) { return (int)((unsigned)x >> n); }

inline_fn float from_int(int x) { return s_convert_i32_to_f32(x, SW_RHNE); }

inline_fn float nearby(float x) { return s_f32_nearbyint(x, SW_RHNE); }

inline_fn float chopped(float x) { return s_f32_nearbyint(x, SW_RZ); }

inline_fn float with_sign(float x, float sign) {
  return number((bits(sign) & (int)0x80000000) | bits(x));
}

#define TPC_MATH_SELECT(name, op)                                              \
  inline_fn float name(float a, float b, float yes, float no) {                \
    return a op b ? yes : no;                                                  \
  }

TPC_MATH_SELECT(if_eq, ==)
TPC_MATH_SELECT(if_less, <)
TPC_MATH_SELECT(if_leq, <=)
TPC_MATH_SELECT(if_grt, >)
TPC_MATH_SELECT(if_geq, >=)

inline_fn float if_clear(int a, int mask, float yes, float no) {
  return a & mask ? no : yes;
}

#endif
