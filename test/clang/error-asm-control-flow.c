// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Control flow stays outside of inline assembly.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  // CHECK: :[[#@LINE+1]]:16: error: a jump has no place in inline assembly
  asm volatile("nop; jmpr -64");
  // CHECK: :[[#@LINE+1]]:16: error: a hardware loop has no place in inline assembly
  asm volatile("loop 0, 3, 1, <, 320");
  // CHECK: :[[#@LINE+1]]:16: error: labels have no place in inline assembly
  asm volatile("here: nop");
  // CHECK: :[[#@LINE+1]]:16: error: operand 'main' of 'mov' does not fit
  asm volatile("nop; mov.i32 s5, main" ::: "s5");
}
