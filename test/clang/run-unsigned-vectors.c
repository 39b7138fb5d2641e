// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Unsigned comparisons and shifts of vectors.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x u32[64] in = random(1, 0, 4000000000)
//@tensor y u32[64] out
//@index_space 1
//@expect y[i] = max(x[i], 2000000000) >> 4

void main(tensor in, tensor out) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, in);
  v_u32_st_tnsr(at, out, v_u32_max_b(x, 2000000000u) >> 4);
}
