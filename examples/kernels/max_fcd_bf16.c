// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[0, j] = the largest of x[i, j] over i. Index space: rows.

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(x, 0);
  const bfloat128 lowest = as_bfloat128((short128)(short)0xff80); // -infinity

  for (int row = first[0]; row < end[0]; row++) {
    bfloat128 best = lowest;
    for (int i = 0; i < width; i += 128) {
      int5 at = {i, row};
      bool128 inside =
          v_u16_cmp_less_b(V_LANE_ID_16, (unsigned short)(width - i));
      best = v_bf16_max_vb(best, v_bf16_ld_tnsr_b(at, x), 0, best, inside);
    }
    int5 out = {0, row};
    v_bf16_st_tnsr(out, y, v_bf16_reduce_max(best));
  }
}
