// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An operand that inline assembly reads and writes ("+"), and an input that
// shares the output's register ("0").
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = iota(0, 1)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = x[i] + x[i] * x[i] + 100 + x[i]

void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in), sum = x;
  asm("nop; nop; mac.f32 %0, %1, %1" : "+v"(sum) : "v"(x));
  float64 more;
  asm("nop; nop; mac.f32 %0, %1, %2"
      : "=v"(more)
      : "v"(x), "v"((float64)1.0f), "0"((float64)100.0f));
  v_f32_st_tnsr(at, out, sum + more);
}
