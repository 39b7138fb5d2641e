// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_abs.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor y f32[64] out
//@expect y[i] = abs(a[i])
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  v_f32_st_tnsr(at, y, v_f32_abs_b(x));
}
