// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Too few arguments and wrong types.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

// CHECK: :[[#@LINE+1]]:31: error: no matching function for call to 'v_f32_add_b'
float64 f(float64 a) { return v_f32_add_b(a); }
// CHECK: :[[#@LINE+1]]:29: error: no matching function for call to 'v_i32_add_b'
int64 g(float64 a) { return v_i32_add_b(a, a); }
