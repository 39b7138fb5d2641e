// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Pointers to variables and into arrays, resolved when compiled.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 3
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 6 + 30 + 1

int table[4] = {10, 20, 30, 40};

static void add(int *to, int n) { *to += n; }

void main(tensor out, int n) {
  int5 at = {0};
  int sum = 1;
  int *p = &table[n - 1];
  add(&sum, *p);
  add(&sum, n + n);
  v_i32_st_tnsr(at, out, (int64)sum);
}
