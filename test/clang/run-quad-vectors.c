// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Members of vectors of four registers.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64] in = random(1, -1000, 1000)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] * 4 + 6

void main(tensor in, tensor out) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, in);
  int256 q = {x, x + 1, x + 2, x + 3};
  v_i32_st_tnsr(at, out, q.v1 + q.v2 + q.v3 + q.v4);
}
