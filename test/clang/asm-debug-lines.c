// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The bundles of inline assembly have the line of the statement.
// RUN: %tpc-clang -O2 -g -c %s -o %t.o
// RUN: %llvm-dwarfdump --debug-line %t.o | FileCheck %s
// CHECK: {{0x0000000000000040 +}}[[#@LINE+3]]{{ +3 }}

void main(int a) {
  asm volatile("nop; mov.i32 s3, 1\n\tnop; mov.i32 s4, 2" ::: "s3", "s4");
}
