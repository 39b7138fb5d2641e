// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SW_READ_ONLY reads the random registers without moving them on.
// RUN: %tpc-clang -O2 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s

// CHECK-LABEL: @a(
// CHECK: call <256 x i8> @llvm.tpc.read.lfsrnc.i1(<256 x i8> poison, i1 true, i1 false)
char256 a(void) { return read_lfsr_b(SW_READ_ONLY); }
// CHECK-LABEL: @b(
// CHECK: call <256 x i8> @llvm.tpc.read.lfsrnc.v256i1(<256 x i8> {{.*}}, <256 x i1> {{.*}}, i1 false)
char256 b(bool256 p, char256 x) { return read_lfsr_vb(SW_READ_ONLY, x, p, 0); }
// CHECK-LABEL: @c(
// CHECK: call i32 @llvm.tpc.s.read.lfsrnc(i32 poison, i1 true, i1 false)
int c(void) { return s_read_lfsr(SW_READ_ONLY); }
// CHECK-LABEL: @d(
// CHECK: call i32 @llvm.tpc.s.read.lfsr(i32 poison, i1 true, i1 false)
int d(void) { return s_read_lfsr(0); }
