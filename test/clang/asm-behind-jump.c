// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Nothing but vector work may stand right behind a jump, and neither does the
// text of inline assembly; two texts in a row wait for each other's results.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 3
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 3 * 4 + 10 * (1 + 2)

void main(tensor out, int a) {
  int5 at = {0};
  int r = 0;
  for (int i = 0; i < 10; i++) {
    if (i == a) {
      asm volatile("nop; mul.i32 %0, %1, 4" : "=s"(a) : "s"(a));
      asm volatile("nop; add.i32 %0, %0, %1" : "+s"(r) : "s"(a));
    }
    asm volatile("nop; add.i32 %0, %0, 1" : "+s"(r));
    asm volatile("nop; add.i32 %0, %0, 2" : "+s"(r));
  }
  v_i32_st_tnsr(at, out, (int64)r);
}
