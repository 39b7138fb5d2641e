// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[i, j] = exp(x[i, j]) / sum over k of exp(x[i, k]), across the rows. One
// pass finds maximum and sum together: when a larger element turns up, the sum
// so far is scaled down. Index space: vectors of 64 elements.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int rows = get_dim_size(x, 1);

  for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
    int5 at = {i};
    float64 best = v_f32_ld_tnsr_b(at, x);
    float64 sum = 1;
    for (int row = 1; row < rows; row++) {
      at[1] = row;
      float64 v = v_f32_ld_tnsr_b(at, x);
      float64 larger = v_f32_max_b(best, v);
      sum = sum * v_exp_f32(best - larger) + v_exp_f32(v - larger);
      best = larger;
    }
    float64 scale = v_reciprocal_f32(sum);
    for (int row = 0; row < rows; row++) {
      at[1] = row;
      float64 e = v_exp_f32(v_f32_ld_tnsr_b(at, x) - best);
      v_f32_st_tnsr(at, y, e * scale);
    }
  }
}
