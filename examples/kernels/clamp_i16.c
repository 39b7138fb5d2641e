// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = min(max(x, low), high). Index space: vectors of 128 elements, rows.

void main(tensor x, tensor y, short low, short high) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 128; d0 < end[0] * 128; d0 += 128) {
      at[0] = d0;
      short128 v = v_i16_ld_tnsr_b(at, x);
      v = v_i16_max_b(v, low);
      v_i16_st_tnsr(at, y, v_i16_min_b(v, high));
    }
  }
}
