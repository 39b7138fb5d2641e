// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Counts and positions are bytes.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: @llvm.tpc.popcnt.v256i8.v64i32.i1(<64 x i32> %a, i8 2, i32 1,
uchar256 f(int64 a) { return v_i32_popcnt_b(a, SW_COUNT_ONES); }
// CHECK: @llvm.tpc.find.first.v256i8.v128i16.i1(<128 x i16> %a, i8 7, i32 3,
uchar256 g(short128 a) { return v_i16_find_first_b(a, SW_FIND_ONE | SW_MSB); }
// CHECK: @llvm.tpc.extract.exp.v64i32.v64f32.i1(<64 x float> %a, i8 0, i32 1,
int64 h(float64 a) { return v_f32_extract_exp_b(a, SW_BIASED); }
