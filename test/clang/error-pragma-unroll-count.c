// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A count that is not known or not positive.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

const int none = 0;
void main(tensor a, int n) {
  int5 at = {0};
// CHECK: [[#@LINE+1]]:9: error: expression is not an integer constant expression
#pragma loop_unroll(n)
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 1.0f);
// CHECK: [[#@LINE+1]]:9: error: invalid value '-1'; must be positive
#pragma loop_unroll(none - 1)
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 1.0f);
}
