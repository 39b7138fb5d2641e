// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar operations on u32: sums, differences, extremes, logic and shifts.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg x u32 = 1800000000
//@arg y0 u32 = 57000000
//@tensor y u32[64] out
//@expect y[i] = i == 0 ? 1857000000 : i == 1 ? 1743000000 : i == 2 ? 0 : i == 3 ? 1800000000 : i == 4 ? 57000000 : i == 5 ? 54640640 :
//@  i == 6 ? 1802359360 : i == 7 ? 1747718720 : i == 8 ? 2494967295 : i == 9 ? 1515098112 : i == 10 ? 225000000 : 0
//@index_space 1

void main(tensor out, unsigned x, unsigned y) {
  int5 at = {0};
  uint64 v = 0;
  v = v_u32_mov_vb(s_u32_add(x, y), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 0));
  v = v_u32_mov_vb(s_u32_sub(x, y, SW_SAT), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 1));
  v = v_u32_mov_vb(s_u32_sub(x, y, SW_NEG | SW_SAT), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 2));
  v = v_u32_mov_vb(s_u32_max(x, y), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 3));
  v = v_u32_mov_vb(s_u32_min(x, y), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 4));
  v = v_u32_mov_vb(s_u32_and(x, y), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 5));
  v = v_u32_mov_vb(s_u32_or(x, y), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 6));
  v = v_u32_mov_vb(s_u32_xor(x, y), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 7));
  v = v_u32_mov_vb(s_u32_not(x), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 8));
  v = v_u32_mov_vb(s_u32_shl(x, 3), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 9));
  v = v_u32_mov_vb(s_u32_shr(x, 3), 0, v, v_u32_cmp_eq_b(as_uint64(V_LANE_ID_32), 10));
  v_u32_st_tnsr(at, out, v);
}
