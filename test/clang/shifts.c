// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Counts of vector shifts are signed vectors; ASH counts are bytes.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.shl.v64i32.v64i32.i1(<64 x i32> %a, <64 x i32> %b, i8 2, i32 0,
int64 f(int64 a, int64 b) { return v_i32_shl_b(a, b); }
// CHECK: @llvm.tpc.ash.v64i32.v64i32.v256i8.i1(<64 x i32> %a, <256 x i8> %b, i8 2, i32 3,
int64 g(int64 a, char256 b) { return v_i32_ash_b(a, b, SW_SAT | SW_RHU); }
// CHECK: @llvm.tpc.shr.i32.i8.i1(i32 %a, i8 %b, i8 2, i32 0,
int h(int a, signed char b) { return s_i32_shr(a, b); }
