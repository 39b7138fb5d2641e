// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_i16_to_i32 widens the low half of each lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i16[128] in = random(5, -32768, 32767)
//@tensor y i32[64] out
//@expect y[i] = a[2 * i]
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  v_i32_st_tnsr(at, y, v_convert_i16_to_i32_b(x));
}
