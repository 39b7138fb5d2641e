// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// There is no stack.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

static int f(int n) {
  // CHECK: :[[#@LINE+1]]:26: error: function 'f' calls itself: the TPC has no stack
  return n < 2 ? 1 : n * f(n - 1);
}
void main(tensor out, int n) {
  int5 c = {0};
  v_i32_st_tnsr(c, out, f(n));
}
