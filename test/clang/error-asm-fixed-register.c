// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Registers that keep what they have at the start of a kernel are no operands.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  register int p asm("sp0") = a;
  // CHECK: :[[#@LINE+1]]:16: error: couldn't allocate input reg for constraint '{sp0}'
  asm volatile("nop" : : "S"(p));
  register int5 at asm("i0");
  // CHECK: :[[#@LINE+1]]:16: error: couldn't allocate output register for constraint '{i0}'
  asm volatile("nop" : "=x"(at));
}
