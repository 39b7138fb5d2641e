// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// loop_unroll needs a number.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(tensor a, int n) {
  int5 at = {0};
// CHECK: [[@LINE+1]]:9: error: expected 'loop_unroll(number)'
#pragma loop_unroll
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 1.0f);
// CHECK: [[@LINE+1]]:9: error: expected 'loop_unroll(number)'
#pragma loop_unroll()
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 1.0f);
}
