// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The bits of a vector read through a pointer to another type.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64] in = random(1, -1000, 1000)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] + 1

void main(tensor in, tensor out) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, in);
  float64 bits = *(float64 *)&x;
  v_i32_st_tnsr(at, out, *(int64 *)&bits + 1);
}
