// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The _vb form takes a predicate of 256 bits, whatever the type.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <64 x float> @llvm.tpc.mov.v64f32.v64f32.v256i1(<64 x float> %a, i8 0, i32 0, <64 x float> %b, <256 x i1> %p, i1 false)
float64 f(float64 a, float64 b, bool64 p) { return v_f32_mov_vb(a, 0, b, p); }
// CHECK: call <128 x i16> @llvm.tpc.add.v128i16.v128i16.v128i16.v256i1({{.*}}<256 x i1> %p, i1 true)
short128 g(short128 a, bool128 p) { return v_i16_add_vb(a, a, 0, a, p, 1); }
