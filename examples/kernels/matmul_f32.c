// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// c[n, m] = sum over k of a[k, m] * b[n, k]. Four rows of c at a time share
// each vector of b. Index space: vectors of 64 elements of n, groups of four
// rows.

void main(tensor a, tensor b, tensor c) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int depth = get_dim_size(a, 0);
  const int last = get_dim_size(a, 1) - 1;

  for (int m = first[1] * 4; m < end[1] * 4; m += 4) {
    for (int n = first[0] * 64; n < end[0] * 64; n += 64) {
      float64 sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
      // Rows behind the last one are computed from the last one, whose
      // addresses are valid; their stores are dropped.
      int5 a0 = {0, m}, a1 = {0, s_i32_min(m + 1, last)},
           a2 = {0, s_i32_min(m + 2, last)}, a3 = {0, s_i32_min(m + 3, last)};
      int5 at = {n};
      for (int k = 0; k < depth; k++) {
        a0[0] = a1[0] = a2[0] = a3[0] = k;
        at[1] = k;
        float64 v = v_f32_ld_tnsr_b(at, b);
        // LD_G into a vector register: one element into all lanes.
        sum0 = v_f32_mac_b(v, v_f32_ld_g(gen_addr(a0, a)), sum0);
        sum1 = v_f32_mac_b(v, v_f32_ld_g(gen_addr(a1, a)), sum1);
        sum2 = v_f32_mac_b(v, v_f32_ld_g(gen_addr(a2, a)), sum2);
        sum3 = v_f32_mac_b(v, v_f32_ld_g(gen_addr(a3, a)), sum3);
      }
      int5 out = {n, m};
      v_f32_st_tnsr(out, c, sum0);
      out[1] = m + 1;
      v_f32_st_tnsr(out, c, sum1);
      out[1] = m + 2;
      v_f32_st_tnsr(out, c, sum2);
      out[1] = m + 3;
      v_f32_st_tnsr(out, c, sum3);
    }
  }
}
