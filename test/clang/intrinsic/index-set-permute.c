// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// set_indx puts a value into the chosen dimensions, prmt_indx permutes them by
// three bits each.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg one i32 = 1
//@tensor y i32[64] out
//@expect y[i] = i == 0 ? 5 : i == 1 ? 9 : i == 2 ? 9 : i == 3 ? 1 : i == 4 ? 1 : 0
//@index_space 1

void main(tensor y, int one) {
  int5 at = {0};
  int5 p = {one, 2, 3, 4, 5};
  int5 q = set_indx(9, p, 0b00110, 0);
  int5 r = prmt_indx(q, 4 | 1 << 3 | 2 << 6, 0);
  int64 v = 0;
  v = v_i32_mov_vb(r[0], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 0));
  v = v_i32_mov_vb(r[1], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 1));
  v = v_i32_mov_vb(r[2], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 2));
  v = v_i32_mov_vb(r[3], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 3));
  v = v_i32_mov_vb(r[4], 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 4));
  v_i32_st_tnsr(at, y, v);
}
