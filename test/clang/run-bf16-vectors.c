// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arithmetic of bf16 vectors.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x bf16[128] in = random(1, -4, 4)
//@tensor y bf16[128] out
//@index_space 1
//@expect y[i] = bf16(x[i] * 2) + 1

void main(tensor in, tensor out) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, in);
  v_bf16_st_tnsr(at, out, x * (bf16)2.0f + (bf16)1.0f);
}
