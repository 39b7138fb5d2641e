/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
/*
 * What the functions of the library are written in: one operation of the
 * machine each. The tests have the same header for the host, where a vector is
 * one number, and run the same sources there.
 */
#ifndef TPC_MATH_H
#define TPC_MATH_H

#define inline_fn static inline __attribute__((always_inline))

inline_fn float64 splat(float x) { return x; }

/* c + a * b and c - a * b, rounded once */
inline_fn float64 mac(float64 a, float64 b, float64 c) {
  return v_f32_mac_b(a, b, c, 0);
}

inline_fn float64 nmac(float64 a, float64 b, float64 c) {
  return v_f32_mac_b(a, b, c, SW_NEG);
}

inline_fn int64 bits(float64 x) { return as_int64(x); }

inline_fn float64 number(int64 x) { return as_float64(x); }

inline_fn int64 shift_right(int64 x, int n) {
  return as_int64(as_uint64(x) >> n);
}

inline_fn float64 from_int(int64 x) {
  return v_convert_i32_to_f32_b(x, SW_RHNE);
}

/* to an integer: the nearest one, the next one towards 0 */
inline_fn float64 nearby(float64 x) { return v_f32_nearbyint_b(x, SW_RHNE); }

inline_fn float64 chopped(float64 x) { return v_f32_nearbyint_b(x, SW_RZ); }

/* the magnitude of x, which is not negative, with another number's sign */
inline_fn float64 with_sign(float64 x, float64 sign) {
  return v_f32_form_fp_num_b(x, sign, x, 0);
}

/* a OP b ? yes : no; comparisons with NaN are false */
#define TPC_MATH_SELECT(name, insn)                                            \
  inline_fn float64 name(float64 a, float64 b, float64 yes, float64 no) {      \
    return v_f32_sel_##insn##_f32_b(a, b, yes, no);                            \
  }

TPC_MATH_SELECT(if_eq, eq)
TPC_MATH_SELECT(if_less, less)
TPC_MATH_SELECT(if_leq, leq)
TPC_MATH_SELECT(if_grt, grt)
TPC_MATH_SELECT(if_geq, geq)

/* (a & mask) == 0 ? yes : no */
inline_fn float64 if_clear(int64 a, int mask, float64 yes, float64 no) {
  return v_f32_sel_eq_i32_b(a & mask, 0, yes, no);
}

#endif
