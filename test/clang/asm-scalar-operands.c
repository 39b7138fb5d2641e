// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly takes and gives scalar registers; narrow integers, too.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 1000
//@arg b i32 = -58
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 942 + 65534 + 3

void main(tensor out, int a, int b) {
  int5 at = {0};
  int sum;
  asm("nop; add.i32 %0, %1, %2" : "=s"(sum) : "s"(a), "s"(b));
  unsigned short narrow = b + 56;
  int wide;
  asm("nop; mov.i32 %0, %1" : "=s"(wide) : "s"(narrow));
  signed char low;
  asm("nop; mov.i32 %0, 0x103" : "=s"(low));
  v_i32_st_tnsr(at, out, (int64)(sum + wide + low));
}
