// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SW_RZ: v_convert_f32_to_i32 and s_convert_f32_to_i32 round towards zero.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@arg s f32 = -2.5
//@tensor a f32[64] in = each(i) (i - 32) / 4
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = trunc(a[i])
//@expect z[i] = -2
//@index_space 1

void main(tensor a, tensor y, tensor z, float s) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  v_i32_st_tnsr(at, y, v_convert_f32_to_i32_b(x, SW_RZ));
  v_i32_st_tnsr(at, z, s_convert_f32_to_i32(s, SW_RZ));
}
