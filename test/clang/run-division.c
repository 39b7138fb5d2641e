// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Division and remainder of scalars, signed and unsigned.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = -1000003
//@arg b i32 = 77
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = -12987 + -4 + 12987 + 4 + 142857

void main(tensor out, int a, int b) {
  int5 at = {0};
  int q = a / b, r = a % b;
  unsigned uq = (unsigned)-a / b, ur = (unsigned)-a % b;
  v_i32_st_tnsr(at, out, (int64)(int)(q + r + uq + ur + (-a / 7)));
}
