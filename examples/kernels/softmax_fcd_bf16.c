// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// y[i, j] = exp(x[i, j]) / sum over k of exp(x[k, j]), along the vectors, in
// f32 between bf16 tensors. The exponentials of a row stay in vector local
// memory between the passes, which limits rows to 2048 elements. Index space:
// rows.

#define MAX_VECTORS 16
// Even lanes of a bf16 vector, odd lanes: the order of conversions.
float64 even[MAX_VECTORS], odd[MAX_VECTORS];

void main(tensor x, tensor y) {
  const int5 first = get_index_space_offset();
  const int5 end = first + get_index_space_size();
  const int width = get_dim_size(x, 0);
  const bfloat128 lowest = as_bfloat128((short128)(short)0xff7f);

  for (int row = first[0]; row < end[0]; row++) {
    int5 at = {0, row};
    bfloat128 best = lowest;
    for (int i = 0; i < width; i += 128) {
      at[0] = i;
      bool128 inside =
          v_u16_cmp_less_b(V_LANE_ID_16, (unsigned short)(width - i));
      best = v_bf16_max_vb(best, v_bf16_ld_tnsr_b(at, x), 0, best, inside);
    }
    best = v_bf16_reduce_max(best);
    float128 best32 = v_convert_bf16_to_f32_all_b(best);

    float64 sum = 0;
    for (int i = 0, k = 0; i < width; i += 128, k++) {
      at[0] = i;
      float128 v = v_convert_bf16_to_f32_all_b(v_bf16_ld_tnsr_b(at, x));
      v.v1 = v_exp_f32(v.v1 - best32.v1);
      v.v2 = v_exp_f32(v.v2 - best32.v2);
      even[k] = v.v1;
      odd[k] = v.v2;
      int64 lane = (int64)V_LANE_ID_32 * 2;
      sum = v_f32_add_vb(sum, v.v1, 0, sum, v_i32_cmp_less_b(lane, width - i));
      sum = v_f32_add_vb(sum, v.v2, 0, sum,
                         v_i32_cmp_less_b(lane + 1, width - i));
    }
    float64 scale = v_reciprocal_f32(v_f32_reduce_add(sum));

    for (int i = 0, k = 0; i < width; i += 128, k++) {
      at[0] = i;
      float128 v = {even[k] * scale, odd[k] * scale};
      v_bf16_st_tnsr(at, y, v_convert_f32_to_bf16_all_b(v));
    }
  }
}
