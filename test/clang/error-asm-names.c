// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Names of registers and constraints that do not exist.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  int r;
  // CHECK: :[[#@LINE+1]]:26: error: unknown register name 'q7' in asm
  asm volatile("nop" ::: "q7");
  // CHECK: :[[#@LINE+1]]:22: error: unknown register name 's40' in asm
  register int q asm("s40") = a;
  // CHECK: :[[#@LINE+1]]:24: error: invalid output constraint '=z' in asm
  asm volatile("nop" : "=z"(r));
}
