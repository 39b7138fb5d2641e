// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Jumps out of inline assembly.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a) {
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: jumps out of inline assembly (asm goto)
  asm goto("nop; jmpr %l0" ::::done);
done:;
}
