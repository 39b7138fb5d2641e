// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Calls through pointers are no calls of functions.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

void main(tensor out, int p) {
  // CHECK: :[[#@LINE+1]]:3: error: call through a pointer
  ((void (*)(void))p)();
}
