// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[k, w, h, n] = sum over c, s, r of
//     x[c, w * stride + s - pad, h * stride + r - pad, n] * f[k, c, s, r]
// where positions outside x count as 0. Vectors run along the output channels
// k. Index space: vectors of 64 channels, width, height, batch.

void main(tensor x, tensor f, tensor y, int stride, int pad) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int channels = get_dim_size(x, 0);
  const int x_width = get_dim_size(x, 1), x_height = get_dim_size(x, 2);
  const int f_width = get_dim_size(f, 2), f_height = get_dim_size(f, 3);

  for (int n = first[3]; n < end[3]; n++) {
    for (int h = first[2]; h < end[2]; h++) {
      for (int w = first[1]; w < end[1]; w++) {
        for (int k = first[0] * 64; k < end[0] * 64; k += 64) {
          float64 sum = 0;
          for (int r = 0; r < f_height; r++) {
            const int row = h * stride + r - pad;
            if (row < 0 || row >= x_height)
              continue;
            for (int s = 0; s < f_width; s++) {
              const int column = w * stride + s - pad;
              if (column < 0 || column >= x_width)
                continue;
              int5 x_at = {0, column, row, n};
              int5 f_at = {k, 0, s, r};
              for (int c = 0; c < channels; c++) {
                x_at[0] = c;
                f_at[1] = c;
                float64 v = v_f32_ld_g(gen_addr(x_at, x));
                sum = v_f32_mac_b(v, v_f32_ld_tnsr_b(f_at, f), sum);
              }
            }
          }
          int5 out = {k, w, h, n};
          v_f32_st_tnsr(out, y, sum);
        }
      }
    }
  }
}
