// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = (x - mean) / sqrt(variance + epsilon) * gamma + beta, with mean and
// variance of each row. Index space: rows.

void main(tensor x, tensor gamma, tensor beta, tensor y, float epsilon,
          float inverse_width) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(x, 0);

  for (int row = first[0]; row < end[0]; row++) {
    int5 at = {0, row};
    float64 sum = 0;
    for (int i = 0; i < width; i += 64) {
      at[0] = i;
      bool64 inside = v_u32_cmp_less_b(V_LANE_ID_32, (unsigned)(width - i));
      sum = v_f32_add_vb(sum, v_f32_ld_tnsr_b(at, x), 0, sum, inside);
    }
    float64 mean = v_f32_reduce_add(sum) * inverse_width;

    float64 squares = 0;
    for (int i = 0; i < width; i += 64) {
      at[0] = i;
      bool64 inside = v_u32_cmp_less_b(V_LANE_ID_32, (unsigned)(width - i));
      float64 v = v_f32_ld_tnsr_b(at, x) - mean;
      squares = v_f32_mac_vb(v, v, squares, 0, inside);
    }
    float64 variance = v_f32_reduce_add(squares) * inverse_width;
    float64 scale = v_rsqrt_f32(variance + epsilon);

    for (int i = 0; i < width; i += 64) {
      int5 column = {i};
      at[0] = i;
      float64 v = (v_f32_ld_tnsr_b(at, x) - mean) * scale;
      float64 g = v_f32_ld_tnsr_b(column, gamma);
      v_f32_st_tnsr(at, y, v * g + v_f32_ld_tnsr_b(column, beta));
    }
  }
}
