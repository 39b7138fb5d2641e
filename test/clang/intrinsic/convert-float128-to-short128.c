// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_float128_to_short128 deals elements out to registers as the machine
// does.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y0:
// CHECK-LABEL: -O2:
// CHECK: PASS y0:
//@tensor a0 f32[64] in = random(20, -3000, 3000)
//@tensor a1 f32[64] in = random(21, -3000, 3000)
//@tensor y0 i16[128] out
//@expect y0[i] = i % 2 == 0 ? round(a0[div(i, 2)]) :
//@  i % 2 == 1 ? round(a1[div(i, 2)]) :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor y0) {
  int5 at = {0};
  float64 x0 = v_f32_ld_tnsr_b(at, a0);
  float64 x1 = v_f32_ld_tnsr_b(at, a1);
  float128 x = {x0, x1};
  short128 r = convert_float128_to_short128(x, 0);
  v_i16_st_tnsr(at, y0, r);
}
