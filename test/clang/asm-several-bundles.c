// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A text of several bundles stays as it is: the writer waits for results. An
// output that is written before the last input is read is "=&".
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
// RUN: %tpc-clang -O2 -S %s -o - | FileCheck %s --check-prefix=CODE
// CODE: add.i32 [[T:S[0-9]+]], [[A:S[0-9]+]], 0x1; nop; nop
// CODE-NEXT: nop; nop; nop; nop
// CODE-NEXT: nop; nop; nop; nop
// CODE-NEXT: nop; nop; nop; nop
// CODE-NEXT: add.i32 [[T]], [[T]], [[A]]; nop; nop
//@arg a i32 = 20
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 41

void main(tensor out, int a) {
  int5 at = {0};
  int r;
  asm("// a + 1 + a\n"
      "nop; add.i32 %0, %1, 1\n\t"
      "nop\n\tnop\n\tnop\n\n\t"
      "nop; add.i32 %0, %0, %1 // the result lands behind the text"
      : "=&s"(r)
      : "s"(a));
  v_i32_st_tnsr(at, out, (int64)r);
}
