// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arrays need a size that is known.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(tensor a, int n) {
  int5 at = {0};
  // CHECK: [[#@LINE+1]]:7: error: variable length array 'x': the TPC has no stack, so the size must be a constant
  int x[n];
  // CHECK: [[#@LINE+1]]:11: error: variable length array 'y'
  float64 y[2][n];
  x[n - 1] = n;
  y[0][n - 1] = n;
  v_i32_st_tnsr(at, a, (int64)x[n - 1]);
  v_f32_st_tnsr(at, a, y[0][0]);
}
