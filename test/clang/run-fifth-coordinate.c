// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The fifth coordinate by number, alone and with others.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64, 2, 2, 2, 3] in = iota(0, 1)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i, 1, 0, 1, 2] + x[i, 0, 1, 0, 1]

void main(tensor in, tensor out) {
  int5 at = {0};
  at.s4 = 2;
  at.s13 = 1;
  int64 v = v_i32_ld_tnsr_b(at, in);
  int5 back = 0;
  back.s01234 = at.s02143 * 0;
  back.s2 = 1;
  back[4] = 1;
  v += v_i32_ld_tnsr_b(back, in);
  int5 zero = 0;
  v_i32_st_tnsr(zero, out, v);
}
