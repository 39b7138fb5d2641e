// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// One step of the Adam optimiser, in place: both moments of the gradient are
// updated, then the weights. The host passes the corrections of the moments'
// bias. Index space: vectors of 64 elements.

void main(tensor gradient, tensor weight, tensor mean, tensor square,
          float rate, float beta1, float beta2, float correction1,
          float correction2, float epsilon) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();

  for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
    int5 at = {i};
    float64 g = v_f32_ld_tnsr_b(at, gradient);
    float64 m = v_f32_ld_tnsr_b(at, mean) * beta1 + g * (1 - beta1);
    float64 s = v_f32_ld_tnsr_b(at, square) * beta2 + g * g * (1 - beta2);
    v_f32_st_tnsr(at, mean, m);
    v_f32_st_tnsr(at, square, s);

    float64 root = v_sqrt_f32(s * correction2) + epsilon;
    float64 step = m * correction1 * rate * v_reciprocal_f32(root);
    v_f32_st_tnsr(at, weight, v_f32_ld_tnsr_b(at, weight) - step);
  }
}
