// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[c, i] = table[c, index[i]]: whole rows, chosen by number. Index space:
// vectors of 64 elements, one index.

void main(tensor table, tensor index, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();

  for (int i = first[1]; i < end[1]; i++) {
    int5 index_at = {i};
    const int row = s_i32_ld_g(gen_addr(index_at, index));
    for (int c = first[0] * 64; c < end[0] * 64; c += 64) {
      int5 from = {c, row};
      int5 to = {c, i};
      v_f32_st_tnsr(to, y, v_f32_ld_tnsr_b(from, table));
    }
  }
}
