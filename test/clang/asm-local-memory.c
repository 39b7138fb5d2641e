// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly that stores to local memory; "memory" tells the compiler.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 5 + 77

__local__ int word;

void main(tensor out) {
  int5 at = {0};
  word = 5;
  int old = word;
  asm volatile("nop; nop; nop; st_l %0, %1" ::"s"(&word), "s"(77) : "memory");
  v_i32_st_tnsr(at, out, (int64)(old + word));
}
