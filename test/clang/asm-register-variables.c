// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables that are given a register have it in inline assembly, whatever the
// letter of the constraint says. This is how the public TPC compiler's tests
// choose registers.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
// RUN: %tpc-clang -O2 -S %s -o - | FileCheck %s --check-prefix=CODE
// CODE: add.i32 S11, S20, 0x5
// CODE: add.i32 V3, V6, S11
//@arg a i32 = 3
//@tensor x i32[64] in = iota(0, 1)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] + 8

void main(tensor in, tensor out, int a) {
  int5 at = {0};
  register int result asm("s11");
  register int source asm("s20") = a;
  asm volatile("nop; add.i32 %0, %1, 5" : "=s"(result) : "s"(source) :);
  register int64 x asm("v6") = v_i32_ld_tnsr_b(at, in);
  register int64 y asm("V3");
  asm volatile("nop; nop; add.i32 %0, %1, %2"
               : "=S"(y)
               : "s"(x), "s"(result)
               :);
  v_i32_st_tnsr(at, out, y);
}
