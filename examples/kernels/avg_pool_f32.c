// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[c, w, h] = average of x over a window of size * size elements that starts
// at [c, w * stride, h * stride]. Index space: vectors of 64 channels, width,
// height.

void main(tensor x, tensor y, int size, int stride, float inverse_area) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();

  for (int h = first[2]; h < end[2]; h++) {
    for (int w = first[1]; w < end[1]; w++) {
      for (int c = first[0] * 64; c < end[0] * 64; c += 64) {
        float64 sum = 0;
        int5 at = {c};
        for (int r = 0; r < size; r++) {
          at[2] = h * stride + r;
          for (int s = 0; s < size; s++) {
            at[1] = w * stride + s;
            sum += v_f32_ld_tnsr_b(at, x);
          }
        }
        int5 out = {c, w, h};
        v_f32_st_tnsr(out, y, sum * inverse_area);
      }
    }
  }
}
