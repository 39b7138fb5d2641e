// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_float256_to_char256 keeps the order of elements with SW_LINEAR.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y0:
// CHECK-LABEL: -O2:
// CHECK: PASS y0:
//@tensor a0 f32[64] in = random(20, -100, 100)
//@tensor a1 f32[64] in = random(21, -100, 100)
//@tensor a2 f32[64] in = random(22, -100, 100)
//@tensor a3 f32[64] in = random(23, -100, 100)
//@tensor y0 i8[256] out
//@expect y0[i] = i < 64 ? round(a0[i + 0]) :
//@  i < 128 ? round(a1[i - 64]) :
//@  i < 192 ? round(a2[i - 128]) :
//@  i < 256 ? round(a3[i - 192]) :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor a2, tensor a3, tensor y0) {
  int5 at = {0};
  float64 x0 = v_f32_ld_tnsr_b(at, a0);
  float64 x1 = v_f32_ld_tnsr_b(at, a1);
  float64 x2 = v_f32_ld_tnsr_b(at, a2);
  float64 x3 = v_f32_ld_tnsr_b(at, a3);
  float256 x = {x0, x1, x2, x3};
  char256 r = convert_float256_to_char256(x, SW_LINEAR);
  v_i8_st_tnsr(at, y0, r);
}
