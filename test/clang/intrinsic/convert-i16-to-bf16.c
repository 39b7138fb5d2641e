// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_i16_to_bf16, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i16[128] in = random(5, -32768, 32767)
//@tensor y bf16[128] out
//@expect y[i] = a[i]
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  v_bf16_st_tnsr(at, y, v_convert_i16_to_bf16_b(x, SW_RHNE));
}
