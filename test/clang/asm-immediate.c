// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Constants as operands ("i", "n"): as they are, plain (%c) and negated (%n).
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 1
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 1 - 7 + 50 + 600

enum { Seven = 7 };

void main(tensor out, int a) {
  int5 at = {0};
  asm("nop; add.i32 %0, %0, %1" : "+s"(a) : "i"(-Seven));
  asm("nop; add.i32 %0, %0, %c1" : "+s"(a) : "n"(50));
  asm("nop; sub.i32 %0, %0, %n1" : "+s"(a) : "i"(600));
  v_i32_st_tnsr(at, out, (int64)a);
}
