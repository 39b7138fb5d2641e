// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[i] = sum over j of x[i, j]: the reduction runs across vectors, so lanes
// stay by themselves. Index space: vectors of 64 elements.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int rows = get_dim_size(x, 1);

  for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
    int5 at = {i};
    float64 sum = 0;
#pragma loop_unroll(4)
    for (int row = 0; row < rows; row++) {
      at[1] = row;
      sum += v_f32_ld_tnsr_b(at, x);
    }
    int5 out = {i};
    v_f32_st_tnsr(out, y, sum);
  }
}
