// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kernel returns nothing.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

// CHECK: :[[#@LINE+1]]:1: error: kernel 'main' must return void
int main(tensor out) { return 0; }
