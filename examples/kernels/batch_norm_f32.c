// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y = (x - mean) / sqrt(variance + epsilon) * gamma + beta, with mean and
// variance of each channel. Channels are dimension 0, so that each lane has
// its own and nothing crosses lanes; dimension 1 is everything else. Mean and
// inverse deviation are results, too. Index space: vectors of 64 channels.

void main(tensor x, tensor gamma, tensor beta, tensor y, tensor mean_out,
          tensor istd_out, float epsilon, float inverse_count) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int rows = get_dim_size(x, 1);

  for (int i = first[0] * 64; i < end[0] * 64; i += 64) {
    const int5 channel = {i};
    int5 at = {i};
    float64 mean = 0;
    for (int row = 0; row < rows; row++) {
      at[1] = row;
      mean += v_f32_ld_tnsr_b(at, x);
    }
    mean *= inverse_count;

    float64 variance = 0;
    for (int row = 0; row < rows; row++) {
      at[1] = row;
      float64 v = v_f32_ld_tnsr_b(at, x) - mean;
      variance = v_f32_mac_b(v, v, variance);
    }
    float64 istd = v_rsqrt_f32(variance * inverse_count + epsilon);
    v_f32_st_tnsr(channel, mean_out, mean);
    v_f32_st_tnsr(channel, istd_out, istd);

    float64 scale = istd * v_f32_ld_tnsr_b(channel, gamma);
    float64 shift = v_f32_ld_tnsr_b(channel, beta);
    for (int row = 0; row < rows; row++) {
      at[1] = row;
      float64 v = v_f32_ld_tnsr_b(at, x) - mean;
      v_f32_st_tnsr(at, y, v_f32_mac_b(v, scale, shift));
    }
  }
}
