// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Conversions of scalars in a pipelined loop keep away from the LOOP in front.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor a bf16[38,2] in = each(i, j) i % 7 - j * 2
//@tensor w bf16[128,38] in = each(i, j) (i + j * 3) % 5 - 2
//@tensor y f32[128,2] out
//@index_space 1
//@expect y[i,j] = sum(k: 0..38) (w[i,k] * a[k,j])

void main(tensor a, tensor w, tensor y) {
  float64 low0 = 0, high0 = 0, low1 = 0, high1 = 0;
  int5 at = {0}, from = {0};
  int count = get_dim_size(a, 0);
#pragma loop_unroll(4)
  for (int k = 0; k < count; ++k) {
    float128 x =
        convert_bfloat128_to_float128(v_bf16_ld_tnsr_b(at, w), SW_LINEAR);
    from[1] = 0;
    float a0 = (float)s_bf16_ld_g(gen_addr(from, a));
    low0 = v_f32_mac_b(x.v1, a0, low0);
    high0 = v_f32_mac_b(x.v2, a0, high0);
    from[1] = 1;
    float a1 = (float)s_bf16_ld_g(gen_addr(from, a));
    low1 = v_f32_mac_b(x.v1, a1, low1);
    high1 = v_f32_mac_b(x.v2, a1, high1);
    at[1]++;
    from[0]++;
  }
  v_f32_st_tnsr((int5){0, 0}, y, low0);
  v_f32_st_tnsr((int5){64, 0}, y, high0);
  v_f32_st_tnsr((int5){0, 1}, y, low1);
  v_f32_st_tnsr((int5){64, 1}, y, high1);
}
