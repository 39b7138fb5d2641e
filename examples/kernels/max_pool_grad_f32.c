// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// dx[c, w, h] = sum of dy over the windows whose largest element was [w, h]:
// the gradient of a max pooling. where[c, s, r] is the place of the maximum in
// window [s, r], row * size + column. Index space: vectors of 64 channels,
// width and height of dx.

void main(tensor dy, tensor where, tensor dx, int size, int stride) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(dy, 1), height = get_dim_size(dy, 2);

  for (int h = first[2]; h < end[2]; h++) {
    const int row = h < size ? 0 : (h - size) / stride + 1;
    const int row_end = s_i32_min(h / stride + 1, height);
    for (int w = first[1]; w < end[1]; w++) {
      const int column = w < size ? 0 : (w - size) / stride + 1;
      const int column_end = s_i32_min(w / stride + 1, width);
      for (int c = first[0] * 64; c < end[0] * 64; c += 64) {
        float64 sum = 0;
        int5 at = {c};
        for (int r = row; r < row_end; r++) {
          at[2] = r;
          for (int s = column; s < column_end; s++) {
            at[1] = s;
            const int place = (h - r * stride) * size + (w - s * stride);
            bool64 here = v_i32_cmp_eq_b(v_i32_ld_tnsr_b(at, where), place);
            sum = v_f32_add_vb(sum, v_f32_ld_tnsr_b(at, dy), 0, sum, here);
          }
        }
        int5 out = {c, w, h};
        v_f32_st_tnsr(out, dx, sum);
      }
    }
  }
}
