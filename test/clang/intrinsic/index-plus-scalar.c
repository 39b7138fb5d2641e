// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An immediate and a scalar register serve as the first operand of index
// arithmetic.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg k i32 = 10
//@tensor y i32[64] out
//@expect y[i] = i == 0 ? 15 : i == 1 ? 26 : i == 2 ? 37 : i == 3 ? 48 : i == 4 ? 59 : 0
//@index_space 1

void main(tensor y, int k) {
  int5 at = {0};
  int5 p = {0, 10, 20, 30, 40}, a = {5, 5, 5, 5, 5}, b = {0, 1, 2, 3, 4};
  int5 c = {k, k, k, k, k};
  int5 s = i_i32_add(a, p, 0b11111, 0, p);
  int5 t = i_i32_add(c, s, 0b11111, 0, p);
  int5 r = i_i32_add(b, t, 0b11111, 0, p);
  int64 v = 0;
  v = v_i32_mov_vb(r[0], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 0));
  v = v_i32_mov_vb(r[1], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 1));
  v = v_i32_mov_vb(r[2], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 2));
  v = v_i32_mov_vb(r[3], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 3));
  v = v_i32_mov_vb(r[4], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 4));
  v_i32_st_tnsr(at, y, v);
}
