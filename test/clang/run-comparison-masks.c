// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Comparisons give predicates, which guard moves and select.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = x[i] > 1 ? 1 : x[i] < -1 ? -1 : x[i]

void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  bool64 high = v_f32_cmp_grt_b(x, 1.0f);
  x = v_f32_mov_vb(1.0f, 0, x, high, 0);
  x = v_f32_sel_less_f32_b(x, -1.0f, -1.0f, x);
  v_f32_st_tnsr(at, out, x);
}
