// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SEL2 gives a pair: structures in C are one wide vector in the IR.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <128 x i32> @llvm.tpc.sel2.less.v128i32.v64f32.v64f32.v64i32.v64i32.i1(
int64_float64 f(float64 a, float64 b, int64 c, int64 d) {
  return v_i32_sel2_less_f32_b(a, b, c, d);
}
