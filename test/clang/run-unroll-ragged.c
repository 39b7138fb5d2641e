// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Unrolled loops with a rest.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 23
//@tensor x i32[64, 23] in = random(1, -1000, 1000)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = sum(k: 0..23) x[i, k]

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  int64 sum = 0;
#pragma loop_unroll(4)
  for (int i = 0; i < n; i++) {
    at[1] = i;
    sum += v_i32_ld_tnsr_b(at, in);
  }
  at[1] = 0;
  v_i32_st_tnsr(at, out, sum);
}
