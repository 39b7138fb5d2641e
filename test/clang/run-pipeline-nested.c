// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Three loops around each other; the inner one has few or no iterations.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 5
//@tensor x i32[64, 5, 6] in = random(1, -99, 99)
//@tensor y i32[64, 5, 6] out
//@index_space 1
//@expect y[i, j, k] = sum(a: 0..j, b: 0..k) (x[i, a, b] * (a + 2 * b))

void main(tensor in, tensor out, int n) {
  int5 at = {0}, to = {0};
  for (int k = 0; k < n + 1; k++)
    for (int j = 0; j < n; j++) {
      int64 sum = 0;
      for (int b = 0; b < k; b++)
        for (int a = 0; a < j; a++) {
          at[1] = a;
          at[2] = b;
          int128 p = v_i32_mul_b(v_i32_ld_tnsr_b(at, in), a + 2 * b);
          sum += p.v1;
        }
      to[1] = j;
      to[2] = k;
      v_i32_st_tnsr(to, out, sum);
    }
}
