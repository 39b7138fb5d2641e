// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[c, bag] = sum of weight[i] * table[c, index[i]] over the i of a bag, which
// are start[bag] <= i < start[bag + 1]. Index space: vectors of 64 elements,
// bags.

void main(tensor table, tensor index, tensor weight, tensor start, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();

  for (int bag = first[1]; bag < end[1]; bag++) {
    int5 start_at = {bag};
    const int begin = s_i32_ld_g(gen_addr(start_at, start));
    start_at[0] = bag + 1;
    const int stop = s_i32_ld_g(gen_addr(start_at, start));
    for (int c = first[0] * 64; c < end[0] * 64; c += 64) {
      float64 sum = 0;
      for (int i = begin; i < stop; i++) {
        int5 at = {i};
        int5 from = {c, s_i32_ld_g(gen_addr(at, index))};
        float64 w = v_f32_ld_g(gen_addr(at, weight));
        sum = v_f32_mac_b(v_f32_ld_tnsr_b(from, table), w, sum);
      }
      int5 out = {c, bag};
      v_f32_st_tnsr(out, y, sum);
    }
  }
}
