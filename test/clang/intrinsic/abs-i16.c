// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_abs; the smallest number saturates.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i16[128] in = each(i) i == 0 ? -32768 : i * 3 - 32
//@tensor y i16[128] out
//@expect y[i] = sat_i16(abs(a[i]))
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  v_i16_st_tnsr(at, y, v_i16_abs_b(x));
}
