// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar forms have scalar overloads.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call float @llvm.tpc.add.f32.f32.f32.i1(float %a, float %b, i8 0, i32 0, float poison, i1 true, i1 false)
float add(float a, float b) { return s_f32_add(a, b); }
// CHECK: call i32 @llvm.tpc.sub.i32.i32.i32.i1(i32 %a, i32 %b, i8 2, i32 3,
int sub(int a, int b) { return s_i32_sub(a, b, SW_SAT | SW_NEG); }
// CHECK: call i1 @llvm.tpc.cmp.less.i1.i32.i32.i1(i32 %a, i32 %b, i8 2, i32 0, i1 poison, i1 true, i1 false)
bool less(int a, int b) { return s_i32_cmp_less(a, b); }
