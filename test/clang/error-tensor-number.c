// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Tensor numbers end at 15.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

// CHECK: :[[#@LINE+1]]:47: error: tensor 16 is out of range: tensors are 0 to 15
float64 f(int5 c) { return v_f32_ld_tnsr_b(c, 16); }
// CHECK: :[[#@LINE+1]]:46: error: tensor -1 is out of range
void g(int5 c, float64 x) { v_f32_st_tnsr(c, -1, x); }
