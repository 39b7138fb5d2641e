// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = x rounded to the nearest integer, ties to even. Index space: vectors of
// 64 elements, rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 64; d0 < end[0] * 64; d0 += 64) {
      at[0] = d0;
      float64 v = v_f32_ld_tnsr_b(at, x);
      v_i32_st_tnsr(at, y, v_convert_f32_to_i32_b(v, SW_RHNE));
    }
  }
}
