// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly takes and gives index registers (constraint "x").
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64, 3] in = iota(0, 1)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i, 2]

void main(tensor in, tensor out) {
  int5 at = {0}, row;
  asm("nop; add.i32 b00010 %0, 2, %1" : "=x"(row) : "x"(at), "0"(at));
  v_i32_st_tnsr(at, out, v_i32_ld_tnsr_b(row, in));
}
