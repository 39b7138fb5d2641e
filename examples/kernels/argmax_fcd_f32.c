// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[0, j] = the index i of the largest x[i, j], the first one of equals.
// Index space: rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(x, 0);

  for (int row = first[0]; row < end[0]; row++) {
    // The best of each lane with its index ...
    int5 at = {0, row};
    int64 index = (int64)V_LANE_ID_32;
    bool64 inside = v_i32_cmp_less_b(index, width);
    float64 lowest = as_float64((int64)(int)0xff800000); // -infinity
    int64_float64 best = {
        index, v_f32_mov_vb(v_f32_ld_tnsr_b(at, x), 0, lowest, inside)};
    for (int i = 64; i < width; i += 64) {
      at[0] = i;
      index += 64;
      inside = v_i32_cmp_less_b(index, width);
      best = v_i32_sel2_grt_f32_vb(v_f32_ld_tnsr_b(at, x), best.v2, index,
                                   best.v1, 0, best, inside);
    }
    // ... then the smallest index among the lanes that hold the maximum.
    float64 maximum = v_f32_reduce_max(best.v2);
    int64 candidate = v_i32_sel_eq_f32_b(best.v2, maximum, best.v1, 0x7fffffff);
    int5 out = {0, row};
    v_i32_st_tnsr(out, y, v_i32_reduce_min(candidate));
  }
}
