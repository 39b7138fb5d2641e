// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Address registers of several iterations are in flight at once.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 9
//@tensor x f32[64, 9] in = random(1, -4, 4)
//@tensor w f32[9] in = random(2, -4, 4)
//@tensor y f32[64, 9] out
//@index_space 1
//@expect y[i, j] = f32(x[i, j] * w[j])

void main(tensor in, tensor weights, tensor out, int n) {
  int5 at = {0}, which = {0};
  for (int j = 0; j < n; j++) {
    at[1] = j;
    which[0] = j;
    __global__ void *p = gen_addr(which, weights);
    float64 w = v_f32_ld_g(p);
    v_f32_st_tnsr(at, out, v_f32_ld_tnsr_b(at, in) * w);
  }
}
