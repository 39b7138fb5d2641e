// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// z[i, j] = column[i] + row[j]: one operand is the same in every row, the
// other in every column. Index space: vectors of 64 elements, rows.

void main(tensor column, tensor row, tensor z) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();

  for (int j = first[1]; j < end[1]; j++) {
    // One element from memory into all lanes.
    int5 row_at = {j};
    float64 b = v_f32_ld_g(gen_addr(row_at, row));

    for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
      int5 column_at = {i};
      int5 at = {i, j};
      v_f32_st_tnsr(at, z, v_f32_ld_tnsr_b(column_at, column) + b);
    }
  }
}
