// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Conversions carry the target type in bits 8 to 11 of the switches.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.convert.v64i32.v64f32.i1(<64 x float> %a, i8 0, i32 197120, <64 x i32> poison,
int64 f(float64 a) { return v_convert_f32_to_i32_b(a, SW_RD); }
// CHECK: @llvm.tpc.convert.v128bf16.v128f32.i1(<128 x float> %{{.*}}, i8 0, i32 256,
bfloat128 g(float128 a) { return v_convert_f32_to_bf16_all_b(a); }
// CHECK: @llvm.tpc.convert.v128i16.v64f32.i1(<64 x float> %a, i8 0, i32 1793, <128 x i16> %b,
short128 h(float64 a, short128 b) { return v_convert_f32_to_i16_b(a, 1, 0, b); }
// CHECK: @llvm.tpc.convert.int.v128i16.v64i32.v256i8.i1(<64 x i32> %a, <256 x i8> %s, i32 524289, <128 x i16> %b,
short128 i(int64 a, char256 s, short128 b) {
  return v_convert_int32_to_i16_b(a, s, 1, 0, b);
}
