// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// as_TYPE keeps the bits of scalars and vectors.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] < 0 ? -1 : 0

void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  v_i32_st_tnsr(at, out, as_int64(x) >> 31);
}
