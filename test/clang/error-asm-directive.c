// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly holds bundles and nothing else.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(void) {
  // CHECK: :[[#@LINE+1]]:16: error: directives have no place in inline assembly
  asm volatile(".long 3");
  // CHECK: :[[#@LINE+1]]:16: error: directives have no place in inline assembly
  asm volatile(".rept 1000000000\n nop\n.endr");
  // CHECK: :[[#@LINE+1]]:16: error: directives have no place in inline assembly
  asm volatile(".section .tpc_metadata");
}
