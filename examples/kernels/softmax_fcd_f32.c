// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[i, j] = exp(x[i, j]) / sum over k of exp(x[k, j]), along the vectors. The
// row's maximum is subtracted first, so that no exponential overflows. Three
// passes over a row of any length. Index space: rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(x, 0);
  const float64 lowest = -3e38f;

  for (int row = first[0]; row < end[0]; row++) {
    int5 at = {0, row};
    float64 best = lowest;
    for (int i = 0; i < width; i += 64) {
      at[0] = i;
      bool64 inside = v_u32_cmp_less_b(V_LANE_ID_32, (unsigned)(width - i));
      best = v_f32_max_vb(best, v_f32_ld_tnsr_b(at, x), 0, best, inside);
    }
    best = v_f32_reduce_max(best);

    float64 sum = 0;
    for (int i = 0; i < width; i += 64) {
      at[0] = i;
      bool64 inside = v_u32_cmp_less_b(V_LANE_ID_32, (unsigned)(width - i));
      float64 e = v_exp_f32(v_f32_ld_tnsr_b(at, x) - best);
      sum = v_f32_add_vb(sum, e, 0, sum, inside);
    }
    float64 scale = v_reciprocal_f32(v_f32_reduce_add(sum));

    for (int i = 0; i < width; i += 64) {
      at[0] = i;
      float64 e = v_exp_f32(v_f32_ld_tnsr_b(at, x) - best);
      v_f32_st_tnsr(at, y, e * scale);
    }
  }
}
