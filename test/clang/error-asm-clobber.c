// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Registers that inline assembly writes have to be outputs or clobbers; some
// cannot be written at all.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  int r;
  // CHECK: :[[#@LINE+1]]:16: error: S5 is written, but neither an output nor in the list of clobbers
  asm volatile("nop; mov.i32 s5, 3");
  // CHECK: :[[#@LINE+1]]:16: error: V2 is written, but neither
  asm volatile("nop; mov.i32 s5, 3; mov.f32 v2, v3" ::: "s5");
  // CHECK: :[[#@LINE+1]]:16: error: SP0 is reserved; inline assembly cannot write it
  asm volatile("nop; mov sp0, 1" ::: "sp0");
  // CHECK: :[[#@LINE+1]]:16: error: S35 is reserved
  asm volatile("nop; mov.i32 s35, 1" ::: "s35");
}
