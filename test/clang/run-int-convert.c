// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Whole groups shifted and narrowed.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64, 2] in = random(1, -100000, 100000)
//@tensor y i16[128] out
//@index_space 1
//@expect y[i] = sat_i16(floor(x[div(i, 2), i % 2] / 16 + 0.5)) within abs 1

void main(tensor in, tensor out) {
  int5 at = {0}, next = {0, 1};
  int128 x = {v_i32_ld_tnsr_b(at, in), v_i32_ld_tnsr_b(next, in)};
  v_i16_st_tnsr(at, out, int_convert_int128_to_short128(x, (short128)4, 0));
}
