// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Helpers of special functions.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.get.lut.entry.v128i32.v64f32.i1(<64 x float> %x, i8 17, i8 0, i32 24576, <128 x i32> poison, i1 true, i1 false)
// CHECK: @llvm.tpc.lookup.2c.v128f32.v64i32(<64 x i32> %{{.*}}, i32 130, i32 0, <128 x float> poison, i1 true, i1 false)
float128 f(float64 x) {
  uint64_float64 e =
      v_f32_get_lut_entry_and_interval_start_b(x, 17, SW_LUT_SIN_COS);
  float128 none = {0, 0};
  return v_f32_lookup_2c(e.v1, e_fp32_sin_cos, SW_BV32, none);
}
// CHECK: @llvm.tpc.form.fp.num.v64f32.v256i8.i1(<256 x i8> %e, <64 x float> %x, <64 x float> %x, i8 0, i32 2304, <64 x float> poison,
float64 g(char256 e, float64 x) {
  return v_f32_form_fp_num_ie_b(e, x, x, SW_ADD_BIAS);
}
// CHECK: @llvm.tpc.calc.fp.special.v64f32.i1(<64 x float> %x, <64 x float> %x, i8 0, i32 2, <64 x float> %x, i1 true, i1 false)
float64 h(float64 x) { return v_f32_calc_fp_special_b(x, x, SW_SQRT, x); }
