// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Members of pairs and quads are the registers of a group.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: fadd <64 x float>
float64 f(float128 a) { return a.v1 + a.v2; }
// CHECK: fmul <64 x float>
float64 g(float256 a) { return a.v3 * a.v4; }
