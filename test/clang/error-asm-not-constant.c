// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A constraint that wants a constant.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: invalid operand for inline asm constraint 'i'
  asm volatile("nop" : : "i"(a));
}
