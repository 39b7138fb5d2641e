// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = (x - zero) * scale, from i8 to f32. Index space: vectors of 256
// elements, rows.

void main(tensor x, tensor y, int zero, float scale) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 256; d0 < end[0] * 256; d0 += 256) {
      at[0] = d0;
      char256 q = v_i8_ld_tnsr_b(at, x);
      // 256 elements are four vectors of i32.
      int256 wide = convert_char256_to_int256(q, SW_LINEAR);
      v_f32_st_tnsr(at, y, v_convert_i32_to_f32_b(wide.v1 - zero) * scale);
      at[0] = d0 + 64;
      v_f32_st_tnsr(at, y, v_convert_i32_to_f32_b(wide.v2 - zero) * scale);
      at[0] = d0 + 128;
      v_f32_st_tnsr(at, y, v_convert_i32_to_f32_b(wide.v3 - zero) * scale);
      at[0] = d0 + 192;
      v_f32_st_tnsr(at, y, v_convert_i32_to_f32_b(wide.v4 - zero) * scale);
    }
  }
}
