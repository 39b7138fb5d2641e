// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pairs of vectors keep their two registers side by side when they move.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 11
//@tensor x bf16[128, 11] in = random(1, -4, 4)
//@tensor y bf16[128, 11] out
//@index_space 1
//@expect y[i, j] = bf16(f32(f32(x[i, j] * x[i, j]) + x[i, j]))

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  for (int j = 0; j < n; j++) {
    at[1] = j;
    float128 v = v_convert_bf16_to_f32_all_b(v_bf16_ld_tnsr_b(at, in));
    v.v1 = v.v1 * v.v1 + v.v1;
    v.v2 = v.v2 * v.v2 + v.v2;
    v_bf16_st_tnsr(at, out, v_convert_f32_to_bf16_all_b(v));
  }
}
