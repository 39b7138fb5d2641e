// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// i_i32_mul works on the chosen dimensions and keeps the others of the income.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg one i32 = 1
//@tensor y i32[64] out
//@expect y[i] = i == 0 ? 6 : i == 1 ? -7 : i == 2 ? -24 : i == 3 ? 9 : i == 4 ? 15 : 0
//@index_space 1

void main(tensor y, int one) {
  int5 at = {0};
  int5 p = {1, 20, -3, 40, 5}, q = {6, -7, 8, 9, 3};
  p[0] = p[0] * one;
  int5 r = i_i32_mul(p, q, 0b10101, 0, q);
  int64 v = 0;
  v = v_i32_mov_vb(r[0], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 0));
  v = v_i32_mov_vb(r[1], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 1));
  v = v_i32_mov_vb(r[2], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 2));
  v = v_i32_mov_vb(r[3], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 3));
  v = v_i32_mov_vb(r[4], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 4));
  v_i32_st_tnsr(at, y, v);
}
