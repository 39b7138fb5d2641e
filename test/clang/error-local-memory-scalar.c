// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The same of scalar memory.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

// CHECK: [[@LINE+2]]:5: error: scalar local memory exceeded: variables need 1200 bytes, 1024 exist
// CHECK: [[@LINE+1]]:5: note: 'numbers' takes 1200 bytes
int numbers[300];
void main(tensor a, int n) {
  int5 at = {0};
  numbers[n] = n;
  v_i32_st_tnsr(at, a, (int64)numbers[n * n]);
}
