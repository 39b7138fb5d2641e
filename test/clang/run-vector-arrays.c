// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arrays of vectors in vector local memory, global and local.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 5
//@tensor x i32[64, 5] in = random(1, -1000, 1000)
//@tensor y i32[64, 5] out
//@index_space 1
//@expect y[i, j] = x[i, 4 - j] + 1

__local__ int64 kept[8];

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  int64 more[8];
  for (int i = 0; i < n; i++) {
    at[1] = i;
    kept[i] = v_i32_ld_tnsr_b(at, in);
    more[n - 1 - i] = 1;
  }
  for (int i = 0; i < n; i++) {
    at[1] = i;
    v_i32_st_tnsr(at, out, kept[n - 1 - i] + more[i]);
  }
}
