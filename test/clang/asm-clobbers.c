// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Registers in the list of clobbers hold nothing else across the text.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 20
//@arg b i32 = 300
//@tensor x i32[64] in = iota(0, 1)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] + 320

void main(tensor in, tensor out, int a, int b) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, in);
  asm volatile("nop; mov.i32 s0, -1; mov.i32 v0, -1\n\t"
               "nop; mov.i32 s1, -1; mov.i32 v1, -1\n\t"
               "nop; mov.i32 s2, -1; mov.i32 v2, -1\n\t"
               "nop; mov sp1, 1; nop\n\t"
               "nop; mov b11111 i2, -1; nop" ::
                   : "s0", "s1", "S2", "v0", "v1", "V2", "sp1", "i2");
  v_i32_st_tnsr(at, out, x + a + b);
}
