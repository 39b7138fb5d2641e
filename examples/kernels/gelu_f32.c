// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))), the usual form
// of the Gaussian error linear unit. Index space: vectors of 64 elements, rows.

static float64 gelu(float64 x) {
  float64 cubic = v_f32_mac_b(x * x * x, 0.044715f, x);
  float64 t = v_tanh_f32(cubic * 0.7978845608f);
  return x * 0.5f * (t + 1.0f);
}

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  int5 at = {0};

  for (int row = first[1]; row < end[1]; row++) {
    at[1] = row;
    for (int d0 = first[0] * 64; d0 < end[0] * 64; d0 += 64) {
      at[0] = d0;
      v_f32_st_tnsr(at, y, gelu(v_f32_ld_tnsr_b(at, x)));
    }
  }
}
