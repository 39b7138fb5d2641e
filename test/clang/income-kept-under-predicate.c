// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The income is an operand as soon as the predicate may be false.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <64 x float> @llvm.tpc.max.v64f32.v64f32.v64f32.i1(<64 x float> %a, <64 x float> %b, i8 0, i32 0, <64 x float> %c, i1 %p, i1 true)
float64 f(float64 a, float64 b, float64 c, bool p) {
  return v_f32_max_b(a, b, 0, c, p, 1);
}
// CHECK: call <64 x float> @llvm.tpc.max.{{.*}}, <64 x float> zeroinitializer, i1 %p, i1 false)
float64 g(float64 a, float64 b, bool p) {
  return v_f32_max_b(a, b, 0, 0, p);
}
