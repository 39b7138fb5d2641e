// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kernel in the names that the guides of the language used first.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg bias f32 = 2.5
//@tensor x f32[100,3] in = random(1, -8, 8)
//@tensor y f32[100,3] out
//@index_space 2,3
//@expect y[i,j] = (x[i,j] < 0 ? 0 : x[i,j]) * x[i,j] + ((i % 64) % 2 == 1 ? 2.5 : abs(x[i,j]))

void main(tensor ifm, tensor ofm, float bias) {
  const int5 start = get_index_space_offset();
  const int5 end = get_index_space_size() + start;
  int5 at = {0, 0, 0, 0, 0};
  for (int d = start[0] * 64; d < end[0] * 64; d += 64) {
    at = i_i32_mov_s(d, at, 1);
    for (int w = start[1]; w < end[1]; w++) {
      at = i_i32_set_indx_s(w, at, 2);
      float64 x = v_f32_ld_tnsr_i(at, ifm);
      float64 relu = v_f32_f32_sel_less_v_s_v_v(x, 0.f, 0.f, x);
      bool256 odd = bv_u32_cmp_eq_v_s(v_u32_and_v_s(V_LANE_ID_32, 1), 1);
      float64 add = v_f32_mov_s_vb(bias, v_f32_abs_v(x), odd, 0);
      f32_st_tnsr_i_v(at, ofm, v_f32_mac_v_v(relu, x, add, 0));
    }
  }
}
