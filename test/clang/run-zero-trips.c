// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loops that do not run at all.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 0
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 7

void main(tensor out, int n) {
  int5 at = {0};
  int sum = 7;
  for (int a = 0; a < n; a++)
    sum += a + 1;
  for (int a = 5; a < n; a += 2)
    sum *= 2;
  v_i32_st_tnsr(at, out, (int64)sum);
}
