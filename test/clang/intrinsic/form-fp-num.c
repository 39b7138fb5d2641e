// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_form_fp_num takes the exponent of a, the sign of b and the mantissa of
// c; switches force the sign.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
//@tensor a f32[64] in = random(1, 1, 1000)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor c f32[64] in = each(i) (1 + i / 64) * pow(2, i % 20 - 10)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@tensor u f32[64] out
//@expect y[i] = (b[i] < 0 ? -1 : 1) * (1 + i / 64) * pow(2, floor(log(a[i]) / log(2)))
//@expect z[i] = (1 + i / 64) * pow(2, floor(log(a[i]) / log(2)))
//@expect u[i] = -(1 + i / 64) * pow(2, floor(log(a[i]) / log(2)))
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z, tensor u) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 s = v_f32_ld_tnsr_b(at, b);
  float64 m = v_f32_ld_tnsr_b(at, c);
  v_f32_st_tnsr(at, y, v_f32_form_fp_num_b(x, s, m));
  v_f32_st_tnsr(at, z, v_f32_form_fp_num_b(x, s, m, SW_FORCE_SIGN0));
  v_f32_st_tnsr(at, u, v_f32_form_fp_num_b(x, s, m, SW_FORCE_SIGN1));
}
