// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar conversions: s_convert_*.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg f f32 = 100.75
//@arg k i32 = -70000
//@arg n i32 = 4
//@tensor y i32[64] out
//@expect y[i] = i == 0 ? 101 : i == 1 ? 100 : i == 2 ? -70000 : i == 3 ? -4375 : i == 4 ? -128 : 0
//@index_space 1

void main(tensor y, float f, int k, int n) {
  int5 at = {0};
  int64 r = 0;
  r = v_i32_mov_vb(s_convert_f32_to_i16(f, SW_RHNE), 0, r,
                   v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 0));
  r = v_i32_mov_vb(s_convert_f32_to_i8(f, SW_RZ), 0, r,
                   v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 1));
  r = v_i32_mov_vb(s_convert_f32_to_i32(s_convert_i32_to_f32(k)), 0, r,
                   v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 2));
  r = v_i32_mov_vb(s_convert_int32_to_i16(k, n, SW_RHNE), 0, r,
                   v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 3));
  r = v_i32_mov_vb(s_convert_int32_to_i8(k, n, SW_RHNE), 0, r,
                   v_i32_cmp_eq_b(as_int64(V_LANE_ID_32), 4));
  v_i32_st_tnsr(at, y, r);
}
