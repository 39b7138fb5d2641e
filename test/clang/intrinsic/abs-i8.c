// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_abs; the smallest number saturates.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i8[256] in = each(i) i - 128
//@tensor y i8[256] out
//@expect y[i] = sat_i8(abs(a[i]))
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  v_i8_st_tnsr(at, y, v_i8_abs_b(x));
}
