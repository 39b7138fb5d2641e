// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Assembly outside of functions.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

// CHECK: :[[#@LINE+1]]:1: error: assembly outside of functions would never run
asm("nop");

void main(int a) {}
