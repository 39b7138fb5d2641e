// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Operators on vectors of bytes.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i8[256] in = random(1, -128, 127)
//@tensor y i8[256] out
//@index_space 1
//@expect y[i] = wrap_i8((x[i] ^ 85) - (x[i] & 15))

void main(tensor in, tensor out) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, in);
  v_i8_st_tnsr(at, out, (x ^ 85) - (x & 15));
}
