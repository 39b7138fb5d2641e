// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SW_LINEAR asks for the function that keeps the order.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.convert.linear.v128f32.v128bf16.i1(<128 x bfloat> %a, i8 1, i32 0, <128 x float> poison, i1 true, i1 false)
float128 f(bfloat128 a) {
  return convert_bfloat128_to_float128(a, SW_LINEAR);
}
// CHECK: @llvm.tpc.convert.v128i16.v128f32.i1(<128 x float> %{{.*}}, i8 0, i32 67328,
short128 g(float128 a) { return convert_float128_to_short128(a, SW_RZ); }
