// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Integer products are pairs; the rounded one is a vector.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <128 x i32> @llvm.tpc.mul.v128i32.v64i32.v64i32.i1({{.*}}, i8 2, i32 0,
int128 f(int64 a, int64 b) { return v_i32_mul_b(a, b); }
// CHECK: call <64 x i32> @llvm.tpc.mul.v64i32.v64i32.v64i32.i1({{.*}}, i8 2, i32 2,
int64 g(int64 a, int64 b) { return v_i32_mul_round_b(a, b); }
// CHECK: call i32 @llvm.tpc.mul.i32.i32.i32.i1({{.*}}, i8 2, i32 4,
int h(int a, int b) { return s_i32_mul(a, b, SW_UPPER32); }
