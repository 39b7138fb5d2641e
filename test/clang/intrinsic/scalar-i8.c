// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar operations on i8: sums, differences, extremes, logic and shifts.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg x i8 = -70
//@arg y0 i8 = 57
//@tensor y i8[256] out
//@expect y[i] = i == 0 ? -13 : i == 1 ? -127 : i == 2 ? 127 : i == 3 ? 57 : i == 4 ? -70 : i == 5 ? 56 :
//@  i == 6 ? -69 : i == 7 ? -125 : i == 8 ? 69 : i == 9 ? -48 : i == 10 ? 23 : 0
//@index_space 1

void main(tensor out, signed char x, signed char y) {
  int5 at = {0};
  char256 v = 0;
  v = v_i8_mov_vb(s_i8_add(x, y), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 0));
  v = v_i8_mov_vb(s_i8_sub(x, y, SW_SAT), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 1));
  v = v_i8_mov_vb(s_i8_sub(x, y, SW_NEG | SW_SAT), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 2));
  v = v_i8_mov_vb(s_i8_max(x, y), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 3));
  v = v_i8_mov_vb(s_i8_min(x, y), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 4));
  v = v_i8_mov_vb(s_i8_and(x, y), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 5));
  v = v_i8_mov_vb(s_i8_or(x, y), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 6));
  v = v_i8_mov_vb(s_i8_xor(x, y), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 7));
  v = v_i8_mov_vb(s_i8_not(x), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 8));
  v = v_i8_mov_vb(s_i8_shl(x, 3), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 9));
  v = v_i8_mov_vb(s_i8_shr(x, 3), 0, v, v_i8_cmp_eq_b(as_char256(V_LANE_ID_8), 10));
  v_i8_st_tnsr(at, out, v);
}
