// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly takes and gives scalar predicates, for bool and for int.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 7
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 121

void main(tensor out, int a) {
  int5 at = {0};
  bool less;
  int more, r = 1;
  asm("nop; cmp_less.i32 %0, %1, 9" : "=S"(less) : "s"(a));
  asm("nop; cmp_grt.i32 %0, %1, 9" : "=S"(more) : "s"(a));
  asm("nop; add.i32 %0, %0, 20, %1" : "+s"(r) : "S"(less));
  asm("nop; add.i32 %0, %0, 300, %1" : "+s"(r) : "S"(more));
  v_i32_st_tnsr(at, out, (int64)(r + 100 * less + 1000 * more));
}
