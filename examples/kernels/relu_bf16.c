// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = max(x, 0). Index space: vectors of 128 elements, rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
#pragma loop_unroll(4)
    for (int d0 = first[0] * 128; d0 < end[0] * 128; d0 += 128) {
      at[0] = d0;
      bfloat128 v = v_bf16_ld_tnsr_b(at, x);
      v_bf16_st_tnsr(at, y, v_bf16_max_b(v, 0));
    }
  }
}
