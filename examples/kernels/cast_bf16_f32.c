// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = x, from bf16 to f32. Index space: vectors of 128 elements, rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 128; d0 < end[0] * 128; d0 += 128) {
      at[0] = d0;
      bfloat128 narrow = v_bf16_ld_tnsr_b(at, x);
      // 128 elements are two vectors of f32. The machine converts even lanes
      // into one and odd lanes into the other; SW_LINEAR puts them in order.
      float128 wide = convert_bfloat128_to_float128(narrow, SW_LINEAR);
      v_f32_st_tnsr(at, y, wide.v1);
      at[0] = d0 + 64;
      v_f32_st_tnsr(at, y, wide.v2);
    }
  }
}
