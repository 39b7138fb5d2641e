// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// z = x + y with sums held at -128 and 127. Index space: vectors of 256
// elements, rows.

void main(tensor x, tensor y, tensor z) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 256; d0 < end[0] * 256; d0 += 256) {
      at[0] = d0;
      char256 a = v_i8_ld_tnsr_b(at, x);
      char256 b = v_i8_ld_tnsr_b(at, y);
      v_i8_st_tnsr(at, z, v_i8_add_b(a, b, SW_SAT));
    }
  }
}
