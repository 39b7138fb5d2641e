// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Comparisons give predicates; selections compare one type and move another.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <256 x i1> @llvm.tpc.cmp.geq.v256i1.v64f32.v64f32.i1(<64 x float> %a, <64 x float> %b, i8 0, i32 0, <256 x i1> poison, i1 true, i1 false)
bool64 f(float64 a, float64 b) { return v_f32_cmp_geq_b(a, b); }
// CHECK: call <64 x i32> @llvm.tpc.sel.less.v64i32.v64f32.v64f32.v64i32.v64i32.i1(<64 x float> %a, <64 x float> %b, <64 x i32> %c, <64 x i32> %d, i8 0,
int64 g(float64 a, float64 b, int64 c, int64 d) {
  return v_i32_sel_less_f32_b(a, b, c, d);
}
// CHECK: @llvm.tpc.cmp.eq.v256i1.v256i8.v256i8.i1({{.*}}, i8 5, i32 1,
bool256 h(uchar256 a) { return v_u8_cmp_eq_b(a, 1, SW_MASK_EQ_ZERO); }
