// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[i, j] = how many elements of the ascending sequence are smaller than
// x[i, j]: where it would have to be inserted. Index space: vectors of 64
// elements, rows.

void main(tensor sequence, tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int length = get_dim_size(sequence, 0);

  for (int row = first[1]; row < end[1]; row++) {
    for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
      int5 at = {i, row};
      float64 v = v_f32_ld_tnsr_b(at, x);
      int64 place = 0;
      for (int k = 0; k < length; k++) {
        int5 k_at = {k};
        float64 s = v_f32_ld_g(gen_addr(k_at, sequence));
        place = v_i32_add_vb(place, 1, 0, place, v_f32_cmp_less_b(s, v));
      }
      v_i32_st_tnsr(at, y, place);
    }
  }
}
