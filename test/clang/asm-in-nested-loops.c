// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly in the inner and in the outer one of two loops.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 9
//@arg m i32 = 5
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 9 * 5 * 3 + 9 * 1000

void main(tensor out, int n, int m) {
  int5 at = {0};
  int count = 0;
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < m; j++)
      asm volatile("nop; add.i32 %0, %0, 3" : "+s"(count));
    asm volatile("nop; add.i32 %0, %0, 1000" : "+s"(count));
  }
  v_i32_st_tnsr(at, out, (int64)count);
}
