// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly in functions that several places call.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 5
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 5 * 3 + 50

static int twice_more(int x) {
  int r;
  __asm__ __volatile__("nop; add.i32 %0, %1, %2"
                       : "=s"(r)
                       : "s"(x), "s"(x * 2));
  return r;
}

void main(tensor out, int a) {
  int5 at = {0};
  v_i32_st_tnsr(at, out, (int64)(twice_more(a) + twice_more(10) + 20));
}
