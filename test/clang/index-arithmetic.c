// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Index vectors are <5 x i32>; the mask is an operand of its own.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <5 x i32> @llvm.tpc.add.mask.v5i32.v5i32(<5 x i32> %a, <5 x i32> %b, i32 2, i8 2, i32 0, <5 x i32> %a, i1 true, i1 false)
int5 f(int5 a, int5 b) { return i_i32_add(a, b, 2, 0, a); }
// CHECK: call <5 x i32> @llvm.tpc.set.indx(<5 x i32> %a, i32 4, i32 %v, i32 0, i1 true, i1 false)
int5 g(int5 a, int v) { return set_indx(v, a, 4, 0); }
// CHECK: call i32 @llvm.tpc.mov.irf.dim.i32(<5 x i32> %a, i8 3, i32 0, i32 poison, i1 true, i1 false)
int h(int5 a) { return mov_irf_dim(a, 3, 0); }
// CHECK: add <5 x i32> %b, %a
int5 plus(int5 a, int5 b) { return a + b; }
