// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Operands of inline assembly are registers or constants.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: an operand in memory in inline assembly; pass its address in a register
  asm volatile("nop" : : "m"(a));
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: an operand in memory in inline assembly
  asm volatile("nop" : "=m"(a));
}
