// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = x rounded to bf16, ties to even. Index space: vectors of 128 elements,
// rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 128; d0 < end[0] * 128; d0 += 128) {
      float128 wide;
      at[0] = d0;
      wide.v1 = v_f32_ld_tnsr_b(at, x);
      at[0] = d0 + 64;
      wide.v2 = v_f32_ld_tnsr_b(at, x);
      at[0] = d0;
      v_bf16_st_tnsr(at, y, convert_float128_to_bfloat128(wide, SW_LINEAR));
    }
  }
}
