// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A kernel is one file: a variable of another one is an error where it is used.
// RUN: not %tpc-clang -O0 -c %s -o %t.o 2>&1 | FileCheck %s \
// RUN:   --implicit-check-not=error:
// RUN: not %tpc-clang -O2 -c %s -o %t.o 2>&1 | FileCheck %s \
// RUN:   --implicit-check-not=error:
// RUN: not ls %t.o
extern int elsewhere[4];
extern int unused;
void main(tensor a, int n) {
  // CHECK: :[[#@LINE+1]]:11: error: variable 'elsewhere' is declared but not defined
  int x = elsewhere[n];
  v_i32_st_tnsr((int5){0}, a, (int64)x);
}
