// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_st_tnsr_partial writes some lanes only.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i8[256] in = random(1, -128, 127)
//@tensor y i8[256] inout = const(7)
//@expect y[i] = i < 6 ? a[i + 4] : 7
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  char256 r = v_i8_ld_tnsr_b(at, a);
  v_i8_st_tnsr_partial(at, y, r, 5, 4);
}
