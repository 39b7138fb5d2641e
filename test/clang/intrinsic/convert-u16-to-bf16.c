// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_u16_to_bf16, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a u16[128] in = random(5, 0, 65535)
//@tensor y bf16[128] out
//@expect y[i] = a[i]
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  v_bf16_st_tnsr(at, y, v_convert_u16_to_bf16_b(x, SW_RHNE));
}
