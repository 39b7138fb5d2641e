// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly in a branch runs if the branch does, also where small ifs
// become operations under guards.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 3
//@arg b i32 = 8
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 1 + 20

void main(tensor out, int a, int b) {
  int5 at = {0};
  int r = 1, t;
  if (a > 5) {
    asm("nop; mov.i32 %0, 700" : "=s"(t));
    r += t;
  }
  if (b > 5)
    asm volatile("nop; add.i32 %0, %0, 20" : "+s"(r));
  else
    asm volatile("nop; add.i32 %0, %0, 4000" : "+s"(r));
  v_i32_st_tnsr(at, out, (int64)r);
}
