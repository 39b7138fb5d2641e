// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// count[v / 4] += 1 for every element v of x: 64 classes, one a lane. Index
// space: groups of 64 elements.

void main(tensor x, tensor count) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int stop = s_i32_min(end[0] * 64, get_dim_size(x, 0));
  uint64 counts = 0;

  for (int i = first[0] * 64; i < stop; i++) {
    int5 at = {i};
    unsigned value = s_u8_ld_g(gen_addr(at, x));
    // The one lane whose number is the class counts.
    bool64 mine = v_u32_cmp_eq_b(V_LANE_ID_32, value / 4);
    counts = v_u32_add_vb(counts, 1, 0, counts, mine);
  }
  // All TPCs add to the same counters.
  int5 out = {0};
  v_u32_st_tnsr_rmw(
      out, count, counts,
      MkRMW(e_rmw_uint32, e_rmw_add, e_rmw_atomic, e_tnsr_dt_srf));
}
