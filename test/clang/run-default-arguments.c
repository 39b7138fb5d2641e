// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arguments of intrinsics may be left out from the end.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = max(f32(x[i] + 1), 0)

void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  float64 a = v_f32_add_b(x, 1.0f);
  a = v_f32_max_b(a, 0.0f, 0);
  v_f32_st_tnsr(at, out, v_f32_mov_b(a, 0, a, 1));
}
