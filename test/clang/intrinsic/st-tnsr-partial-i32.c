// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_st_tnsr_partial writes some lanes only.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i32[64] in = random(1, -2000000000, 2000000000)
//@tensor y i32[64] inout = const(7)
//@expect y[i] = i < 6 ? a[i + 4] : 7
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  int64 r = v_i32_ld_tnsr_b(at, a);
  v_i32_st_tnsr_partial(at, y, r, 5, 4);
}
