// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loops that count down and in steps.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 21
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = sum(k: 1..22) k + sum(k: 0..7) (3 * k)

void main(tensor out, int n) {
  int5 at = {0};
  int sum = 0;
  for (int a = n; a > 0; a--)
    sum += a;
  for (int a = 0; a < n; a += 3)
    sum += a;
  v_i32_st_tnsr(at, out, (int64)sum);
}
