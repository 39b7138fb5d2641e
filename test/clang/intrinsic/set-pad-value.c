// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// set_pad_value_float changes what is read outside of a tensor.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[10] in = const(3)
//@tensor y f32[64] out
//@expect y[i] = i < 10 ? 3 : 4.5
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  set_pad_value_float(a, 4.5f);
  float64 x = v_f32_ld_tnsr_b(at, a);
  v_f32_st_tnsr(at, y, x);
}
