// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A scalar predicate and its polarity keep the income.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 3
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = f32(x[i] + 1)

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  x = v_f32_add_b(x, 1.0f, 0, x, n == 3);
  x = v_f32_add_b(x, 2.0f, 0, x, n == 3, 1);
  v_f32_st_tnsr(at, out, x, 0, n == 3);
  v_f32_st_tnsr(at, out, x * 2.0f, 0, n == 4);
}
