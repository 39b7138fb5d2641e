// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The names of look-up tables are their function ids (facts 3.4).
// RUN: %tpc-clang -O2 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s
// CHECK: call <64 x float> @llvm.tpc.lookup.1c.v64f32.v64i32(<64 x i32> %{{.*}}, i32 129,
float64 f(uint64 i) { return v_f32_lookup_1c(i, e_fp32_rcp, 0, (float64)0); }
// CHECK: call <128 x bfloat> @llvm.tpc.lookup.1c.v128bf16.v64i32(<64 x i32> %{{.*}}, i32 257,
bfloat128 g(uint64 i) {
  return v_bf16_lookup_1c(i, e_bf16_tanh, 0, (bfloat128)0);
}
// CHECK: call <128 x bfloat> @llvm.tpc.lookup.1c.v128bf16.v64i32(<64 x i32> %{{.*}}, i32 389,
bfloat128 h(uint64 i) {
  return v_bf16_lookup_1c(i, e_bf16_pow2, 0, (bfloat128)0);
}
