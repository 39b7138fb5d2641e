// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Clang 19 ends with a stack of calls where a function is the value of a pointer
// to device memory. tpc-clang ends with an error at the place.
// RUN: not %tpc-clang -O2 -c %s -o %t.o -MD -MF %t.d > %t.txt 2>&1
// RUN: FileCheck %s < %t.txt --implicit-check-not=Stack
// RUN: not ls %t.o
// RUN: not ls %t.d
static int f(int a) { return a; }
void main(tensor a) {
  // CHECK: :[[#@LINE+1]]:25: error: Clang itself fails at the code before this place
  __global__ void *p = f;
}
