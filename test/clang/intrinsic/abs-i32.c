// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_abs; the smallest number saturates.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i32[64] in = each(i) i == 0 ? -2147483648 : i * 3 - 16
//@tensor y i32[64] out
//@expect y[i] = sat_i32(abs(a[i]))
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  v_i32_st_tnsr(at, y, v_i32_abs_b(x));
}
