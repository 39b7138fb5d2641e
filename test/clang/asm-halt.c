// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// HALT in inline assembly ends the kernel there.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 3
//@tensor y i32[64] inout = const(0)
//@index_space 1
//@expect y[i] = 1

void main(tensor out, int a) {
  int5 at = {0};
  v_i32_st_tnsr(at, out, (int64)1);
  if (a > 2)
    asm volatile("nop; halt; halt");
  v_i32_st_tnsr(at, out, (int64)2);
}
