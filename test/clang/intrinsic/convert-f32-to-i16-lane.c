// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_f32_to_i16 writes the lane of each pair that it is told.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = random(3, -1000, 1000)
//@tensor b f32[64] in = random(4, -1000, 1000)
//@tensor y i16[128] out
//@expect y[i] = i % 2 ? trunc(b[div(i, 2)]) : trunc(a[div(i, 2)])
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  short128 r = 0;
  r = v_convert_f32_to_i16_b(x, 0, SW_RZ, r);
  r = v_convert_f32_to_i16_b(w, 1, SW_RZ, r);
  v_i16_st_tnsr(at, y, r);
}
