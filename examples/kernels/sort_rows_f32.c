// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sorts every column of x, at most 128 rows long, in ascending order: each lane
// sorts for itself, by odd-even transposition in vector local memory. Index
// space: vectors of 64 columns.

float64 column[128];

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int rows = get_dim_size(x, 1);

  for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
    int5 at = {i};
    for (int row = 0; row < rows; row++) {
      at[1] = row;
      column[row] = v_f32_ld_tnsr_b(at, x);
    }
    for (int round = 0; round < rows; round++) {
      for (int k = round & 1; k + 1 < rows; k += 2) {
        float64 a = column[k], b = column[k + 1];
        column[k] = v_f32_min_b(a, b);
        column[k + 1] = v_f32_max_b(a, b);
      }
    }
    for (int row = 0; row < rows; row++) {
      at[1] = row;
      v_f32_st_tnsr(at, y, column[row]);
    }
  }
}
