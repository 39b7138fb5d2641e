// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// printf has one value, a constant format and needs a tensor.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

void main(tensor t0, tensor t1, int n) {
  // CHECK-DAG: :[[#@LINE+1]]:3: error: printf prints at most one value
  printf("%d %d\n", n, n);
  // CHECK-DAG: :[[#@LINE+1]]:3: error: the format of printf must be a string constant
  printf((const char *)n);
  // CHECK-DAG: :[[#@LINE+1]]:3: error: printf prints only scalars of at most 32 bits
  printf("%d\n", 1LL * n);
}
