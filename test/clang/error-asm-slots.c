// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Operations that do not fit into one bundle.
// RUN: rm -f %t.o
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(int a, int b) {
  int r;
  // CHECK: :[[#@LINE+1]]:16: error: {{.*}}immediate
  asm volatile("nop; mov.i32 %0, 5; mov.i32 v0, 6" : "=s"(r) : : "v0");
}
