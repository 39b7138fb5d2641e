// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[i] = the row j of the largest x[i, j], the first one of equals. Index
// space: vectors of 64 elements.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int rows = get_dim_size(x, 1);

  for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
    int5 at = {i};
    int64_float64 best = {0, v_f32_ld_tnsr_b(at, x)};
    for (int row = 1; row < rows; row++) {
      at[1] = row;
      float64 v = v_f32_ld_tnsr_b(at, x);
      // One instruction selects the payload and the winner: {row, v} where v
      // is larger, {best.v1, best.v2} elsewhere.
      best = v_i32_sel2_grt_f32_b(v, best.v2, row, best.v1);
    }
    int5 out = {i};
    v_i32_st_tnsr(out, y, best.v1);
  }
}
