// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// s_f32_st_l and s_f32_ld_l keep a value in scalar local memory.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg s f32 = 93
//@tensor y f32[64] out
//@expect y[i] = 93 + 93
//@index_space 1

void main(tensor y, float s) {
  int5 at = {0};
  s_f32_st_l(0x100, s);
  s_f32_st_l(0x104, s);
  float a = s_f32_ld_l(0x100);
  float b = s_f32_ld_l(0x104);
  float64 r = s_f32_add(a, b);
  v_f32_st_tnsr(at, y, r);
}
