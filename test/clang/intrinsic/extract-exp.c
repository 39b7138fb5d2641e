// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_extract_exp and v_bf16_extract_exp give exponents, with SW_BIASED with
// their bias.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
//@tensor a f32[64] in = each(i) 1.5 * pow(2, i - 30)
//@tensor b bf16[128] in = each(i) -1.25 * pow(2, i - 60)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@tensor u i16[128] out
//@expect y[i] = i - 30
//@expect z[i] = i - 30 + 127
//@expect u[i] = i - 60
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  v_i32_st_tnsr(at, y, v_f32_extract_exp_b(x));
  v_i32_st_tnsr(at, z, v_f32_extract_exp_b(x, SW_BIASED));
  v_i16_st_tnsr(at, u, v_bf16_extract_exp_b(w));
}
