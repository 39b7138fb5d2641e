// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arithmetic, comparison and conversion of scalar floats.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a f32 = 2.5
//@arg n i32 = 7
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = 2.5 * 7 + 2 - 1

void main(tensor out, float a, int n) {
  int5 at = {0};
  float r = a * (float)n;
  if (a > 2.0f)
    r += (float)(int)2.0f;
  if (a < 2.0f)
    r = 0;
  v_f32_st_tnsr(at, out, (float64)(r - 1.0f));
}
