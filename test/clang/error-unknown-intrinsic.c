// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An unknown name is an error, not an implicit function.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

// CHECK: :[[#@LINE+1]]:31: error: call to undeclared function 'v_f32_addd_b'
float64 f(float64 a) { return v_f32_addd_b(a, a); }
