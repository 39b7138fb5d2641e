// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// c[n, m] = sum over k of a[k, m] * b[n, k] in bf16 with sums in f32. Two rows
// of c at a time. Index space: vectors of 128 elements of n, pairs of rows.

void main(tensor a, tensor b, tensor c) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int depth = get_dim_size(a, 0);
  const int last = get_dim_size(a, 1) - 1;

  for (int m = first[1] * 2; m < end[1] * 2; m += 2) {
    for (int n = first[0] * 128; n < end[0] * 128; n += 128) {
      // 128 sums in two registers: even lanes in v1, odd lanes in v2.
      float128 sum0 = {0}, sum1 = {0};
      int5 a0 = {0, m}, a1 = {0, s_i32_min(m + 1, last)};
      int5 at = {n};
      for (int k = 0; k < depth; k++) {
        a0[0] = a1[0] = k;
        at[1] = k;
        bfloat128 v = v_bf16_ld_tnsr_b(at, b);
        sum0 = v_bf16_mac_acc32_b(v, v_bf16_ld_g(gen_addr(a0, a)), sum0);
        sum1 = v_bf16_mac_acc32_b(v, v_bf16_ld_g(gen_addr(a1, a)), sum1);
      }
      // The conversion takes lanes in the same order.
      int5 out = {n, m};
      v_bf16_st_tnsr(out, c, v_convert_f32_to_bf16_all_b(sum0));
      out[1] = m + 1;
      v_bf16_st_tnsr(out, c, v_convert_f32_to_bf16_all_b(sum1));
    }
  }
}
