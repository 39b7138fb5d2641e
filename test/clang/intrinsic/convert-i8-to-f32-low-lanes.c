// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_i8_to_f32 converts the lowest byte of each lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i8[256] in = random(5, -128, 127)
//@tensor y f32[64] out
//@expect y[i] = a[4 * i]
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  v_f32_st_tnsr(at, y, v_convert_i8_to_f32_b(x));
}
