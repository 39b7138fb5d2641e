// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The lanes of narrowing conversions have names.
// RUN: %tpc-clang -O1 -S -emit-llvm -Wall -Werror %s -o - | FileCheck %s
void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  short128 y = 0;
  // CHECK: call <128 x i16> @llvm.tpc.convert.v128i16.v64f32.i1({{.*}}, i8 0, i32 1792,
  y = v_convert_f32_to_i16_b(x, SW_LANE_0, SW_RHNE, y);
  // CHECK: call <128 x i16> @llvm.tpc.convert.v128i16.v64f32.i1({{.*}}, i8 0, i32 1793,
  y = v_convert_f32_to_i16_b(x, SW_LANE_1, SW_RHNE, y);
  v_i16_st_tnsr(at, out, y);
}
