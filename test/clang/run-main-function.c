// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Another function than main as the kernel.
// RUN: %run-c -- -main-function other | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = x[i]

void other(tensor in, tensor out) {
  int5 at = {0};
  v_f32_st_tnsr(at, out, v_f32_ld_tnsr_b(at, in));
}

void main(tensor a) {}
