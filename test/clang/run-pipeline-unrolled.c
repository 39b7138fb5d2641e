// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A pragma asks for four items an iteration, of which there are not always four.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@let N = 18
//@arg n i32 = N
//@tensor x f32[64, N] in = random(1, -4, 4)
//@tensor y f32[64, N] out
//@index_space 1
//@expect y[i, j] = max(x[i, j], f32(x[i, j] * 0.5))

void main(tensor in, tensor out, int n) {
  int5 at = {0};
#pragma loop_unroll(4)
  for (int j = 0; j < n; j++) {
    at[1] = j;
    float64 v = v_f32_ld_tnsr_b(at, in);
    v_f32_st_tnsr(at, out, v_f32_max_b(v, v * 0.5f));
  }
}
