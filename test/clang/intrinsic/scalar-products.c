// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// s_i32_mul gives one half of the product, s_i16_mul and s_u16_mul all of it;
// s_bf16_mac_acc32 accumulates in f32.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg a i32 = 123456789
//@arg b i32 = -987654321
//@arg c i16 = -30000
//@arg d u16 = 60000
//@arg e bf16 = 1.5
//@tensor y i32[64] out
//@expect y[i] = i == 0 ? wrap_i32(123456789 * -987654321) :
//@  i == 1 ? 123456789 * -987654321 >> 32 : i == 2 ? 900000000 :
//@  i == 3 ? wrap_i32(60000 * 60000) : i == 4 ? 12 : 0
//@index_space 1

void main(tensor y, int a, int b, short c, unsigned short d, bf16 e) {
  int5 at = {0};
  int64 v = 0, id = as_int64(V_LANE_ID_32);
  v = v_i32_mov_vb(s_i32_mul(a, b), 0, v, v_i32_cmp_eq_b(id, 0));
  v = v_i32_mov_vb(s_i32_mul(a, b, SW_UPPER32), 0, v, v_i32_cmp_eq_b(id, 1));
  v = v_i32_mov_vb(s_i16_mul(c, c), 0, v, v_i32_cmp_eq_b(id, 2));
  v = v_i32_mov_vb((int)s_u16_mul(d, d), 0, v, v_i32_cmp_eq_b(id, 3));
  v = v_i32_mov_vb(s_convert_f32_to_i32(s_bf16_mac_acc32(e, e, 10.0f), SW_RZ), 0, v, v_i32_cmp_eq_b(id, 4));
  v_i32_st_tnsr(at, y, v);
}
