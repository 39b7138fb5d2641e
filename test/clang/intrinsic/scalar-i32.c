// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar operations on i32: sums, differences, extremes, logic and shifts.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg x i32 = -630000000
//@arg y0 i32 = 57000000
//@tensor y i32[64] out
//@expect y[i] = i == 0 ? -573000000 : i == 1 ? -687000000 : i == 2 ? 687000000 : i == 3 ? 57000000 : i == 4 ? -630000000 : i == 5 ? 39895040 :
//@  i == 6 ? -612895040 : i == 7 ? -652790080 : i == 8 ? 629999999 : i == 9 ? -745032704 : i == 10 ? 458120912 : 0
//@index_space 1

void main(tensor out, int x, int y) {
  int5 at = {0};
  int64 v = 0;
  v = v_i32_mov_vb(s_i32_add(x, y), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 0));
  v = v_i32_mov_vb(s_i32_sub(x, y, SW_SAT), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 1));
  v = v_i32_mov_vb(s_i32_sub(x, y, SW_NEG | SW_SAT), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 2));
  v = v_i32_mov_vb(s_i32_max(x, y), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 3));
  v = v_i32_mov_vb(s_i32_min(x, y), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 4));
  v = v_i32_mov_vb(s_i32_and(x, y), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 5));
  v = v_i32_mov_vb(s_i32_or(x, y), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 6));
  v = v_i32_mov_vb(s_i32_xor(x, y), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 7));
  v = v_i32_mov_vb(s_i32_not(x), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 8));
  v = v_i32_mov_vb(s_i32_shl(x, 3), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 9));
  v = v_i32_mov_vb(s_i32_shr(x, 3), 0, v, v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 10));
  v_i32_st_tnsr(at, out, v);
}
