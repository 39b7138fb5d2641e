// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Groups are fields of one control word.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.mov.dual.group.v64f32.i1(<64 x float> %a, i32 15, i32 57, i32 0, <64 x float> %b, i1 true, i1 false)
float64 f(float64 a, float64 b) {
  return v_f32_mov_dual_group_b(a, 15, 1, 2, MkWr(1, 1), b);
}
// CHECK: @llvm.tpc.mov.dual.group.all.v64i32.i1(<64 x i32> %a, i32 -1, i32 57, i32 16711680, <64 x i32> %b, i1 true, i1 false)
int64 g(int64 a, int64 b) {
  return v_i32_mov_dual_group_all_b(a, -1, 1, 2, 3, 0, MkWrA(3, 3, 3, 3), b);
}
// CHECK: @llvm.tpc.mov.group.v64f32.v64f32.i1(<64 x float> %a, i32 -1, i32 7, <64 x float> %b, i1 true, i1 false)
float64 h(float64 a, float64 b) {
  return v_f32_mov_group_b(
      a, -1, SW_GROUP0_EN | SW_GROUP1_EN | SW_DUAL_GROUP0_EN, b);
}
// CHECK: @llvm.tpc.shuffle.v128i16.i1(<128 x i16> %a, <256 x i8> %k, i8 7, i32 0, <128 x i16> %a, i1 true, i1 false)
short128 i(short128 a, uchar256 k) { return v_i16_shuffle_b(a, k, 0, a); }
