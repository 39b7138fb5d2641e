// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_abs.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a bf16[128] in = random(1, -100, 100)
//@tensor y bf16[128] out
//@expect y[i] = abs(a[i])
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  v_bf16_st_tnsr(at, y, v_bf16_abs_b(x));
}
