// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arrays need a constant size.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(tensor a, int n) {
  int5 at = {0};
  // CHECK: [[@LINE+1]]:8: error: variable length arrays are not supported for the current target
  int x[n];
  x[n - 1] = n;
  v_i32_st_tnsr(at, a, (int64)x[n - 1]);
}
