// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[c, w, h] = the largest of x in a window of size * size elements that starts
// at [c, w * stride, h * stride]; where[c, w, h] = its place in the window,
// row * size + column, the first one of equals. Index space: vectors of 128
// channels, width, height.

void main(tensor x, tensor y, tensor where, int size, int stride) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const bfloat128 lowest = as_bfloat128((short128)(short)0xff80); // -infinity

  for (int h = first[2]; h < end[2]; h++) {
    for (int w = first[1]; w < end[1]; w++) {
      for (int c = first[0] * 128; c < end[0] * 128; c += 128) {
        short128_bfloat128 best = {0, lowest};
        int5 at = {c};
        short place = 0;
        for (int r = 0; r < size; r++) {
          at[2] = h * stride + r;
          for (int s = 0; s < size; s++) {
            at[1] = w * stride + s;
            bfloat128 v = v_bf16_ld_tnsr_b(at, x);
            best = v_i16_sel2_grt_bf16_b(v, best.v2, place, best.v1);
            place++;
          }
        }
        int5 out = {c, w, h};
        v_bf16_st_tnsr(out, y, best.v2);
        v_i16_st_tnsr(out, where, best.v1);
      }
    }
  }
}
