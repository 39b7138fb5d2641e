// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// while, do, break and continue.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 100
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = sum(k: 0..50) (k % 3 == 0 ? 0 : k)

void main(tensor out, int n) {
  int5 at = {0};
  int sum = 0, k = -1;
  while (1) {
    k++;
    if (k >= n)
      break;
    if (k % 3 == 0)
      continue;
    if (k >= 50)
      break;
    sum += k;
  }
  do
    k++;
  while (k < n);
  v_i32_st_tnsr(at, out, (int64)(sum + k - n));
}
