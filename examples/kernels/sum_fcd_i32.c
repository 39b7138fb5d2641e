// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[0, j] = sum over i of x[i, j]: the reduction runs along the dimension of
// the vectors (fcd, the one that changes fastest). First 64 sums, one a lane,
// then the sum of the lanes. Index space: rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(x, 0);

  for (int row = first[0]; row < end[0]; row++) {
    int64 sum = 0;
    for (int i = 0; i < width; i += 64) {
      int5 at = {i, row};
      // Lanes behind the row's end hold the tensor's padding, which the host
      // may have set to anything.
      bool64 inside = v_u32_cmp_less_b(V_LANE_ID_32, (unsigned)(width - i));
      sum = v_i32_add_vb(sum, v_i32_ld_tnsr_b(at, x), 0, sum, inside);
    }
    // y is one element wide: the other lanes of the store are dropped.
    int5 out = {0, row};
    v_i32_st_tnsr(out, y, v_i32_reduce_add(sum));
  }
}
