// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loops four deep with bounds that depend on outer counters.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 5
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = sum(a: 0..5, b: 0..a, c: 0..5, d: 0..3) (a * b + c * d)

void main(tensor out, int n) {
  int5 at = {0};
  int sum = 0;
  for (int a = 0; a < n; a++)
    for (int b = 0; b < a; b++)
      for (int c = 0; c < n; c++)
        for (int d = 0; d < 3; d++)
          sum += a * b + c * d;
  v_i32_st_tnsr(at, out, (int64)sum);
}
