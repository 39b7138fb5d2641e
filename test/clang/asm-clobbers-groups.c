// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Groups of registers as clobbers: pairs and quads of vectors, pairs of scalars.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 20
//@arg b i32 = 300
//@tensor x i32[64] in = iota(0, 1)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] * 4 + 320

void main(tensor in, tensor out, int a, int b) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, in), y = x + x;
  asm volatile("nop; nop; mac.i16 d0, v6, v7\n\t"
               "nop; nop; mac.i16 d2, v6, v7\n\t"
               "nop; udiv_4step.u32 1 z0, s4" ::
                   : "A0", "z0");
  v_i32_st_tnsr(at, out, x * 2 + y + a + b);
}
