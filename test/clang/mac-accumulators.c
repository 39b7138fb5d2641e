// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Accumulators are pairs for wide results and never poison.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <64 x float> @llvm.tpc.mac.v64f32.v64f32.i1(<64 x float> %a, <64 x float> %b, i8 0, i32 2, <64 x float> %c, i1 true, i1 false)
float64 f(float64 a, float64 b, float64 c) {
  return v_f32_mac_b(a, b, c, SW_NEG);
}
// CHECK: call <128 x float> @llvm.tpc.mac.v128f32.v128bf16.i1(<128 x bfloat> %a, <128 x bfloat> %b, i8 1, i32 4, <128 x float> %
float128 g(bfloat128 a, bfloat128 b, float128 c) {
  return v_bf16_mac_acc32_b(a, b, c);
}
// CHECK: call <128 x i32> @llvm.tpc.mac.v128i32.v128i16.i1({{.*}}, i8 7, i32 1,
int128 h(short128 a, short128 b, int128 c) {
  return v_i16_mac_b(a, b, c, SW_SAT);
}
