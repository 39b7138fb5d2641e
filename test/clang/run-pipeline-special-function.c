// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A long body with many constants and many values in flight.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 7
//@tensor x f32[64, 7] in = random(1, -4, 4)
//@tensor y f32[64, 7] out
//@index_space 1
//@expect y[i, j] = exp(x[i, j]) within 4 ulp

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  for (int j = 0; j < n; j++) {
    at[1] = j;
    v_f32_st_tnsr(at, out, v_exp_cephes_f32(v_f32_ld_tnsr_b(at, in)));
  }
}
