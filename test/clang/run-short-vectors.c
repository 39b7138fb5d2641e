// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Operators on vectors of 16 bits.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i16[128] in = random(1, -30000, 30000)
//@tensor y i16[128] out
//@index_space 1
//@expect y[i] = wrap_i16((x[i] << 2) + (x[i] >> 3))

void main(tensor in, tensor out) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, in);
  v_i16_st_tnsr(at, out, (x << 2) + (x >> 3));
}
