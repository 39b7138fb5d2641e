// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar operations on i16: sums, differences, extremes, logic and shifts.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg x i16 = -10500
//@arg y0 i16 = 5700
//@tensor y i16[128] out
//@expect y[i] = i == 0 ? -4800 : i == 1 ? -16200 : i == 2 ? 16200 : i == 3 ? 5700 : i == 4 ? -10500 : i == 5 ? 5700 :
//@  i == 6 ? -10500 : i == 7 ? -16200 : i == 8 ? 10499 : i == 9 ? -18464 : i == 10 ? 6879 : 0
//@index_space 1

void main(tensor out, short x, short y) {
  int5 at = {0};
  short128 v = 0;
  v = v_i16_mov_vb(s_i16_add(x, y), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 0));
  v = v_i16_mov_vb(s_i16_sub(x, y, SW_SAT), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 1));
  v = v_i16_mov_vb(s_i16_sub(x, y, SW_NEG | SW_SAT), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 2));
  v = v_i16_mov_vb(s_i16_max(x, y), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 3));
  v = v_i16_mov_vb(s_i16_min(x, y), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 4));
  v = v_i16_mov_vb(s_i16_and(x, y), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 5));
  v = v_i16_mov_vb(s_i16_or(x, y), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 6));
  v = v_i16_mov_vb(s_i16_xor(x, y), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 7));
  v = v_i16_mov_vb(s_i16_not(x), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 8));
  v = v_i16_mov_vb(s_i16_shl(x, 3), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 9));
  v = v_i16_mov_vb(s_i16_shr(x, 3), 0, v, v_i16_cmp_eq_b(as_short128(V_LANE_ID_16), 10));
  v_i16_st_tnsr(at, out, v);
}
