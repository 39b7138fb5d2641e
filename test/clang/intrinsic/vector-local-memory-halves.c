// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_*_st_l_v_low and _high, v_*_ld_l_v_low and _high move halves of vectors.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor y f32[64] out
//@expect y[i] = a[i ^ 32]
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  v_f32_st_l_v_low(0x400, x);
  v_f32_st_l_v_high(0x480, x);
  float64 r = 0;
  r = v_f32_ld_l_v_low_b(0x480, 0, r);
  r = v_f32_ld_l_v_high_b(0x400, 0, r);
  v_f32_st_tnsr(at, y, r);
}
