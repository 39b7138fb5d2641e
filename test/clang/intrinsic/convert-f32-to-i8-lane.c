// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_f32_to_i8 writes one of four lanes and keeps the others.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = random(3, -100, 100)
//@tensor y i8[256] out
//@expect y[i] = i % 4 == 2 ? round(a[div(i, 4)]) : 7
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  char256 r = 7;
  v_i8_st_tnsr(at, y, v_convert_f32_to_i8_b(x, 2, SW_RHNE, r));
}
