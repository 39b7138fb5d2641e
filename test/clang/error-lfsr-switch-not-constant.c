// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SW_READ_ONLY chooses the instruction and has to be known.
// RUN: not %tpc-clang -O2 -S -emit-llvm %s -o %t.ll 2>&1 | FileCheck %s
// RUN: not ls %t.ll
// CHECK: :[[#@LINE+1]]:42: error: the switches of s_read_lfsr must be a constant
int f(int switches) { return s_read_lfsr(switches); }
