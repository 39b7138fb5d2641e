// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// dx = dy where x > 0, 0 elsewhere. Index space: vectors of 64 elements, rows.

void main(tensor dy, tensor x, tensor dx) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
#pragma loop_unroll(4)
    for (int d0 = first[0] * 64; d0 < end[0] * 64; d0 += 64) {
      at[0] = d0;
      float64 grad = v_f32_ld_tnsr_b(at, dy);
      float64 v = v_f32_ld_tnsr_b(at, x);
      // Compare and select in one instruction: v > 0 ? grad : 0.
      v_f32_st_tnsr(at, dx, v_f32_sel_grt_f32_b(v, 0.0f, grad, 0.0f));
    }
  }
}
