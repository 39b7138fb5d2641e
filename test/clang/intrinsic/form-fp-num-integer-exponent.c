// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_form_fp_num_ie takes the exponent as a number, SW_ADD_BIAS adds the
// bias, SW_SIGN_LSB takes the sign from the lowest bit.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i8[256] in = each(i) div(i, 4) - 32
//@tensor c f32[64] in = each(i) 1 + i / 64
//@tensor y f32[64] out
//@tensor s i32[64] in = each(i) i
//@tensor z f32[64] out
//@expect y[i] = (1 + i / 64) * pow(2, i - 32)
//@expect z[i] = (i % 2 ? -1 : 1) * (1 + i / 64) * pow(2, i - 32)
//@index_space 1

void main(tensor a, tensor c, tensor y, tensor s, tensor z) {
  int5 at = {0};
  char256 e = v_i8_ld_tnsr_b(at, a);
  float64 m = v_f32_ld_tnsr_b(at, c);
  int64 s0 = v_i32_ld_tnsr_b(at, s);
  v_f32_st_tnsr(at, y, v_f32_form_fp_num_ie_b(e, m, m, SW_ADD_BIAS));
  float64 r = v_f32_form_fp_num_ie_b(e, as_float64(s0), m,
                                     SW_ADD_BIAS | SW_SIGN_LSB);
  v_f32_st_tnsr(at, z, r);
}
