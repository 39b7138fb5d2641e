// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_st_tnsr_partial_rmw reduces some lanes only; both control words may be
// values.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg w i32 = 0x47
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor y f32[64] inout = const(7)
//@expect y[i] = i < 6 ? 7 + a[i + 4] : 7
//@index_space 1

void main(tensor a, tensor y, int w) {
  int5 at = {0};
  float64 r = v_f32_ld_tnsr_b(at, a);
  v_f32_st_tnsr_partial_rmw(at, y, r, w, 5, 4);
}
