// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The count may be an expression, and words may stand in the parentheses.
// RUN: %tpc-clang -O0 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s

// CHECK-DAG: !{!"llvm.loop.unroll.count", i32 6}
// CHECK-DAG: !{!"tpc.loop.taken", i1 true}
#define COUNT 2
void main(tensor a, int n) {
  int5 at = {0};
#pragma loop_unroll(COUNT * 3, taken)
  for (int i = 0; i < n; i++) {
    at[0] = i;
    v_f32_st_tnsr(at, a, 1.0f);
  }
}
