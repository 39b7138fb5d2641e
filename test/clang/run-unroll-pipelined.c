// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A pipelined, unrolled loop that is always taken.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 24
//@tensor x f32[64, 24] in = random(1, -4, 4)
//@tensor y f32[64, 24] out
//@index_space 1
//@expect y[i, j] = f32(f32(x[i, j] * 3) + 1)

void main(tensor in, tensor out, int n) {
  int5 at = {0};
#pragma loop_unroll(4) pipelined taken
  for (int i = 0; i < n; i++) {
    at[1] = i;
    v_f32_st_tnsr(at, out, v_f32_ld_tnsr_b(at, in) * 3.0f + 1.0f);
  }
}
