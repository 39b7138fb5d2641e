// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An empty text makes no code; with "memory" variables are written before it.
// RUN: %tpc-clang -O2 -S %s -o - | FileCheck %s
// CHECK: st_l 0x0, S0
// CHECK: st_l 0x0, S1
// CHECK-NEXT: halt

__local__ int word;

void main(int a, int b) {
  word = a;
  asm volatile("" ::"s"(&word) : "memory");
  word = b;
  asm volatile("" ::"s"(&word) : "memory");
}
