// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Values that do not fit the register that a constraint asks for.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a, float f) {
  int r;
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: a value of type i32 as an operand of inline assembly with the constraint 'v'
  asm volatile("nop; mov.i32 %0, %1" : "=s"(r) : "v"(a));
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: a value of type i64 {{.*}} constraint 's'
  asm volatile("nop; mov.i32 %0, %1" : "=s"(r) : "s"(1ll << a));
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: a value of type float {{.*}} constraint 'S'
  asm volatile("nop" : : "S"(f));
  register float64 x asm("s3") = 0;
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: a value of type <64 x float> {{.*}} constraint '{s3}'
  asm volatile("nop" : : "v"(x));
}
