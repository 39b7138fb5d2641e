// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[c, w, h] = x[c, w / 2, h / 2]: an image made twice as large by repeating
// its elements. Index space: vectors of 256 channels, width and height of x.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();

  for (int h = first[2]; h < end[2]; h++) {
    for (int w = first[1]; w < end[1]; w++) {
      for (int c = first[0] * 256; c < end[0] * 256; c += 256) {
        int5 from = {c, w, h};
        uchar256 v = v_u8_ld_tnsr_b(from, x);
#pragma unroll
        for (int k = 0; k < 4; k++) {
          int5 to = {c, 2 * w + k % 2, 2 * h + k / 2};
          v_u8_st_tnsr(to, y, v);
        }
      }
    }
  }
}
