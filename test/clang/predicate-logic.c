// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Predicates are combined by operators or by intrinsics.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: and <256 x i1> %b, %a
bool256 f(bool256 a, bool256 b) { return a & b; }
// CHECK: call <256 x i1> @llvm.tpc.and.v256i1.v256i1.v256i1.i1(<256 x i1> %a, <256 x i1> %b, i8 6, i32 0,
bool256 g(bool256 a, bool256 b) { return v_i1_and_b(a, b); }
// CHECK: call <256 x i1> @llvm.tpc.mov.v256i1.i1.i1(i1 %p, i8 6, i32 0,
bool256 h(bool p) { return v_i1_mov_i1_b(p); }
// CHECK: call <64 x float> @llvm.tpc.mov.{{.*}}<256 x i1> %p
float64 i(float64 a, bool256 p) { return v_f32_mov_vb(a, 0, 0, to_bool64(p)); }
