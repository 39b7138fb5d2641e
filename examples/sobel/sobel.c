// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The filter of sobel.s in TPC-C:
//
//	dst = min(255, |gx| + |gy|)
//
// One member of the index space is 256 pixels of one row of dst, which is 2
// pixels narrower and lower than src. Going down the rows, each row is loaded
// once, at three columns; the sums of the two rows above stay in registers.

// What a row contributes to the masks: their rows and columns are 1 2 1 (d is
// still to be weighted so across rows) and the difference of neighbours.
struct row {
  short128 d; // right - left
  short128 h; // left + 2 * middle + right
};

static struct row load(tensor src, int5 at) {
  struct row r;
  short128 left = v_i16_ld_tnsr_b(at, src);
  at[0] += 1;
  short128 middle = v_i16_ld_tnsr_b(at, src);
  at[0] += 1;
  short128 right = v_i16_ld_tnsr_b(at, src);
  r.d = right - left;
  r.h = (left + middle) + (middle + right);
  return r;
}

void main(tensor src, tensor dst) {
  const int5 first = get_index_space_offset();
  const int5 last = first + get_index_space_size();

  for (int column = first[0] * 256; column < last[0] * 256; column += 128) {
    int5 at = {column, first[1]};
    struct row top = load(src, at);
    at[1] += 1;
    struct row above = load(src, at);
    short128 e_above = above.d + top.d;
    at[1] += 1;
    for (int y = first[1]; y < last[1]; ++y) {
      struct row r = load(src, at);
      short128 e = r.d + above.d;
      short128 gx = v_i16_abs_b(e + e_above);
      short128 gy = v_i16_abs_b(r.h - top.h);
      int5 to = {column, y};
      v_i16_st_tnsr(to, dst, v_i16_min_b(gx + gy, 255));
      top = above;
      above = r;
      e_above = e;
      at[1] += 1;
    }
  }
}
