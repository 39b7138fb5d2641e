// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A mistake in inline assembly is an error at its line of the source, also in
// texts of several lines; the assembler's own line is shown below.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  int r;
  asm volatile("nop\n\t"
               // CHECK: :[[#@LINE-1]]:{{[0-9]+}}: error: unknown instruction 'foo'
               // CHECK: <inline asm>:1:{{[0-9]+}}: note: instantiated into
               // CHECK-NEXT: nop; foo.i32 S
               "nop; foo.i32 %0, %1\n\t"
               "nop"
               : "=s"(r)
               : "s"(a));
  // CHECK: :[[#@LINE+1]]:16: error: 'add' is an instruction of SPU and VPU, but stands in the LOAD slot
  asm volatile("add.i32 %0, %1, %1" : "=s"(r) : "s"(a));
  // CHECK: :[[#@LINE+1]]:16: error: a bundle has four slots
  asm volatile("nop; nop; nop; nop; nop");
  // CHECK: :[[#@LINE+1]]:16: error: operand 0 of inline assembly cannot have the modifier 'x'
  asm volatile("nop; mov.i32 %x0, 3" : "=s"(r));
}
