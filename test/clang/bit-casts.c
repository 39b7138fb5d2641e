// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The bits of a vector as another vector.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: bitcast <64 x float> %a to <64 x i32>
int64 f(float64 a) { return as_int64(a); }
// CHECK: bitcast <64 x float> %a to <64 x i32>
int64 g(float64 a) { return *(int64 *)&a; }
// CHECK: bitcast <64 x i32> %a to <256 x i8>
char256 h(int64 a) { return (char256)a; }
