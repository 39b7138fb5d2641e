// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_*_mov_dual_group copies one dual group over another, here two groups of it
// and then the upper one of another.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor y f32[64] out
//@expect y[i] = i < 16 ? a[i + 32] : i < 56 ? b[i] : a[i - 32]
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 r = v_f32_ld_tnsr_b(at, b);
  r = v_f32_mov_dual_group_b(x, 0xffffffff, 2, 0, MkWr(1, 1), r);
  r = v_f32_mov_dual_group_b(x, 0xffffffff, 1, 3, MkWr(0, 1), r);
  v_f32_st_tnsr(at, y, r);
}
