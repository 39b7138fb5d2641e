// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// table[c, index[i]] += x[c, i]. Several TPCs may add to the same row: the
// store itself does the addition, atomically. Index space: vectors of 64
// elements, one index.

void main(tensor x, tensor index, tensor table) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int add = MkRMW(e_rmw_int32, e_rmw_add, e_rmw_atomic, e_tnsr_dt_srf);

  for (int i = first[1]; i < end[1]; i++) {
    int5 index_at = {i};
    const int row = s_i32_ld_g(gen_addr(index_at, index));
    for (int c = first[0] * 64; c < end[0] * 64; c += 64) {
      int5 from = {c, i};
      int5 to = {c, row};
      v_i32_st_tnsr_rmw(to, table, v_i32_ld_tnsr_b(from, x), add);
    }
  }
}
