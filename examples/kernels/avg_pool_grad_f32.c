// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// dx[c, w, h] = sum of dy over all windows that [w, h] lies in, divided by the
// windows' area: the gradient of avg_pool_f32. Each element collects what it
// is owed, so that no two TPCs write the same one. Index space: vectors of 64
// channels, width and height of dx.

// First window that covers position p, which may not be one of the tensor's.
static int first_window(int p, int size, int stride) {
  return p < size ? 0 : (p - size) / stride + 1;
}

void main(tensor dy, tensor dx, int size, int stride, float inverse_area) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(dy, 1), height = get_dim_size(dy, 2);

  for (int h = first[2]; h < end[2]; h++) {
    const int row_end = s_i32_min(h / stride + 1, height);
    for (int w = first[1]; w < end[1]; w++) {
      const int column_end = s_i32_min(w / stride + 1, width);
      for (int c = first[0] * 64; c < end[0] * 64; c += 64) {
        float64 sum = 0;
        int5 at = {c};
        for (int r = first_window(h, size, stride); r < row_end; r++) {
          at[2] = r;
          for (int s = first_window(w, size, stride); s < column_end; s++) {
            at[1] = s;
            sum += v_f32_ld_tnsr_b(at, dy);
          }
        }
        int5 out = {c, w, h};
        v_f32_st_tnsr(out, dx, sum * inverse_area);
      }
    }
  }
}
