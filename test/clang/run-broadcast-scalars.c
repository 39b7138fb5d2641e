// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A scalar beside a vector stands for all lanes.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg k f32 = 2.5
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = f32(f32(k * x[i]) - 1)

void main(tensor in, tensor out, float k) {
  int5 at = {0};
  float64 one = 1.0f;
  v_f32_st_tnsr(at, out, k * v_f32_ld_tnsr_b(at, in) - one);
}
