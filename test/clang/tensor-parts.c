// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Halves, partial and read-modify-write accesses.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.ld.tnsr.low.v64f32.i1(<5 x i32> %c, i8 1, i32 0, <64 x float> %x, i1 true, i1 false)
float64 low(int5 c, float64 x) { return v_f32_ld_tnsr_low_b(c, 1, 0, x); }
// CHECK: @llvm.tpc.ld.tnsr.partial.v64f32.i1(<5 x i32> %c, i8 1, i32 773, i32 1, <64 x float> %x, i1 true, i1 false)
float64 partial(int5 c, float64 x) {
  return v_f32_ld_tnsr_partial_b(c, 1, 5, 3, 0, x);
}
// CHECK: @llvm.tpc.st.tnsr.rmw.v64f32(<5 x i32> %c, i8 2, <64 x float> %x, i32 71, i32 2, i1 true, i1 false)
void rmw(int5 c, float64 x) {
  v_f32_st_tnsr_rmw(c, 2, x, RMW_DT_FP32 | RMW_OP_ADD | RMW_SET);
}
// CHECK: @llvm.tpc.st.tnsr.partial.v128bf16(<5 x i32> %c, i8 2, <128 x bfloat> %x, i32 7, i32 1, i1 true, i1 false)
void store(int5 c, bfloat128 x) { v_bf16_st_tnsr_partial(c, 2, x, 7, 0); }
