// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// z = x + y, in up to five dimensions. Index space: vectors of 64 elements
// along dimension 0, one element along the others.

void main(tensor x, tensor y, tensor z) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int d4 = first[4]; d4 < end[4]; d4++) {
    at[4] = d4;
    for (int d3 = first[3]; d3 < end[3]; d3++) {
      at[3] = d3;
      for (int d2 = first[2]; d2 < end[2]; d2++) {
        at[2] = d2;
        for (int d1 = first[1]; d1 < end[1]; d1++) {
          at[1] = d1;
          for (int d0 = first[0] * 64; d0 < end[0] * 64; d0 += 64) {
            at[0] = d0;
            // Lanes outside the tensor read padding and are not written.
            float64 a = v_f32_ld_tnsr_b(at, x);
            float64 b = v_f32_ld_tnsr_b(at, y);
            v_f32_st_tnsr(at, z, a + b);
          }
        }
      }
    }
  }
}
