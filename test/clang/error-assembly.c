// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly is named as what is not there.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

void main(tensor out) {
  // CHECK: :[[#@LINE+1]]:3: error: inline assembly is not supported
  asm volatile("nop");
}
