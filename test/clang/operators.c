// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Operators on vectors and broadcasts of scalars are plain IR.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: fadd <64 x float> %a, <float -1.0
// CHECK: fmul <64 x float>
float64 f(float64 a, float b) { return (a - 1.0f) * b; }
// CHECK: shufflevector <64 x i32>
// CHECK: and <64 x i32>
int64 g(int64 a, int b) { return a & b; }
// CHECK: fadd <128 x bfloat>
bfloat128 h(bfloat128 a, bfloat128 b) { return a + b; }
// CHECK: ret <5 x i32> <i32 1, i32 2, i32 3, i32 4, i32 5>
int5 i(void) { return (int5){1, 2, 3, 4, 5}; }
