// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// z = alpha * x + y modulo 2^32. Index space: vectors of 64 elements, rows.

void main(tensor x, tensor y, tensor z, int alpha) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 64; d0 < end[0] * 64; d0 += 64) {
      at[0] = d0;
      // C's operators work lane by lane; the scalar goes to all lanes.
      int64 product = v_i32_ld_tnsr_b(at, x) * alpha;
      v_i32_st_tnsr(at, z, product + v_i32_ld_tnsr_b(at, y));
    }
  }
}
