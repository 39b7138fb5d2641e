// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar operations on u8: sums, differences, extremes, logic and shifts.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg x u8 = 200
//@arg y0 u8 = 57
//@tensor y u8[256] out
//@expect y[i] = i == 0 ? 1 : i == 1 ? 143 : i == 2 ? 0 : i == 3 ? 200 : i == 4 ? 57 : i == 5 ? 8 :
//@  i == 6 ? 249 : i == 7 ? 241 : i == 8 ? 55 : i == 9 ? 64 : i == 10 ? 25 : 0
//@index_space 1

void main(tensor out, unsigned char x, unsigned char y) {
  int5 at = {0};
  uchar256 v = 0;
  v = v_u8_mov_vb(s_u8_add(x, y), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 0));
  v = v_u8_mov_vb(s_u8_sub(x, y, SW_SAT), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 1));
  v = v_u8_mov_vb(s_u8_sub(x, y, SW_NEG | SW_SAT), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 2));
  v = v_u8_mov_vb(s_u8_max(x, y), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 3));
  v = v_u8_mov_vb(s_u8_min(x, y), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 4));
  v = v_u8_mov_vb(s_u8_and(x, y), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 5));
  v = v_u8_mov_vb(s_u8_or(x, y), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 6));
  v = v_u8_mov_vb(s_u8_xor(x, y), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 7));
  v = v_u8_mov_vb(s_u8_not(x), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 8));
  v = v_u8_mov_vb(s_u8_shl(x, 3), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 9));
  v = v_u8_mov_vb(s_u8_shr(x, 3), 0, v, v_u8_cmp_eq_b(as_uchar256(V_LANE_ID_8), 10));
  v_u8_st_tnsr(at, out, v);
}
