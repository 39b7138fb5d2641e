// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Registers of the core by intrinsic.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: call <64 x i32> @llvm.tpc.read.lane.id.v64i32.i1(<64 x i32> poison, i1 true, i1 false)
uint64 f(void) { return V_LANE_ID_32; }
// CHECK: call <256 x i8> @llvm.tpc.read.lfsr.i1(<256 x i8> poison, i1 true, i1 false)
char256 g(void) { return LFSR; }
// CHECK: call i32 @llvm.tpc.get.dim.size(i32 1, i32 2)
unsigned h(void) { return get_dim_size(1, 2); }
// CHECK: call void @llvm.tpc.aso(i32 512, i1 true, i1 false)
void i(void) { aso(SW_VPU); }
