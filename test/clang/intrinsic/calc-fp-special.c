// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_*_calc_fp_special and s_*_calc_fp_special take the function as a switch and
// keep their income, which is the destination, for ordinary classes.
// RUN: %tpc-clang -O0 -S %s -o - | FileCheck %s
// CHECK-DAG: calc_fp_special.f32 func=sqrt V
// CHECK-DAG: calc_fp_special.bf16 func=pow V
// CHECK-DAG: calc_fp_special.f32 func=recip S

void main(tensor a, tensor b, float f) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a), old = v_f32_ld_tnsr_b(at, b);
  v_f32_st_tnsr(at, b, v_f32_calc_fp_special_b(x, x, SW_SQRT, old));
  bfloat128 w = v_bf16_ld_tnsr_b(at, a), kept = v_bf16_ld_tnsr_b(at, b);
  v_bf16_st_tnsr(at, b, v_bf16_calc_fp_special_b(w, w, SW_POW, kept));
  s_f32_st_l(0, s_f32_calc_fp_special(f, f, SW_RECIP, 1.0f));
}
