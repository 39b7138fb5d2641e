// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A switch may be a parameter of an inlined function.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.sub.v64f32.v64f32.v64f32.i1({{.*}}, i8 0, i32 2,
static float64 sub(float64 a, float64 b, int sw) {
  return v_f32_sub_b(a, b, sw);
}
void main(tensor in, tensor out) {
  int5 c = {0};
  float64 x = v_f32_ld_tnsr_b(c, in);
  v_f32_st_tnsr(c, out, sub(x, 1.0f, SW_NEG));
}
