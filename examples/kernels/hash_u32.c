// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A hash of every element: multiplications, exclusive ors and shifts on
// unsigned lanes (a variant of FNV and xorshift). Index space: vectors of 64
// elements, rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 64; d0 < end[0] * 64; d0 += 64) {
      at[0] = d0;
      uint64 h = v_u32_ld_tnsr_b(at, x) ^ 0x811c9dc5u;
      for (int round = 0; round < 3; round++) {
        h *= 0x01000193u;
        h ^= h >> 15;
        h ^= h << 7;
      }
      v_u32_st_tnsr(at, y, h);
    }
  }
}
