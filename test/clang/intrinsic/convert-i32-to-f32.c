// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_i32_to_f32, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i32[64] in = random(5, -2000000000, 2000000000)
//@tensor y f32[64] out
//@expect y[i] = a[i]
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  v_f32_st_tnsr(at, y, v_convert_i32_to_f32_b(x, SW_RHNE));
}
