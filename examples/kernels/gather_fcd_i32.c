// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[i] = x[index[i]]: single elements, chosen by number. Vectors cannot load
// each lane from elsewhere, so this goes element by element through the scalar
// side. Index space: groups of 16 elements.

void main(tensor x, tensor index, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int stop = s_i32_min(end[0] * 16, get_dim_size(y, 0));

  for (int i = first[0] * 16; i < stop; i++) {
    int5 at = {i};
    int5 from = {s_i32_ld_g(gen_addr(at, index))};
    s_i32_st_g(gen_addr(at, y), s_i32_ld_g(gen_addr(from, x)));
  }
}
