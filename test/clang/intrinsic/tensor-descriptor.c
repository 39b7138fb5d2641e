// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// get_dim_size, get_dim_stride and get_pad_value read the descriptor, also of
// a tensor whose number is a value.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg t i32 = 1
//@tensor a f32[70, 6, 3] in pad 2.5
//@tensor b i32[33, 4] in pad 9
//@tensor y i32[64] out
//@expect y[i] = i == 0 ? 70 : i == 1 ? 6 : i == 2 ? 3 : i == 3 ? 33 : i == 4 ? 4 : i == 5 ? 1 : i == 6 ? 33 : i == 7 ? 9 : i == 8 ? 2 : 0
//@index_space 1

void main(tensor a, tensor b, tensor y, int t) {
  int5 at = {0};
  int64 v = 0, id = as_int64(V_LANE_ID_32);
  v = v_i32_mov_vb(get_dim_size(a, 0), 0, v, v_i32_cmp_eq_b(id, 0));
  v = v_i32_mov_vb(get_dim_size(a, 1), 0, v, v_i32_cmp_eq_b(id, 1));
  v = v_i32_mov_vb(get_dim_size(a, 2), 0, v, v_i32_cmp_eq_b(id, 2));
  v = v_i32_mov_vb(get_dim_size(t, 0), 0, v, v_i32_cmp_eq_b(id, 3));
  v = v_i32_mov_vb(get_dim_size(t, 1), 0, v, v_i32_cmp_eq_b(id, 4));
  v = v_i32_mov_vb(get_dim_stride(t, 0), 0, v, v_i32_cmp_eq_b(id, 5));
  v = v_i32_mov_vb(get_dim_stride(t, 1), 0, v, v_i32_cmp_eq_b(id, 6));
  v = v_i32_mov_vb(get_pad_value_int(b), 0, v, v_i32_cmp_eq_b(id, 7));
  v = v_i32_mov_vb(s_convert_f32_to_i32(get_pad_value_float(a), SW_RZ), 0, v, v_i32_cmp_eq_b(id, 8));
  v_i32_st_tnsr(at, y, v);
}
