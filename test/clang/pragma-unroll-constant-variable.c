// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The count of loop_unroll may be a constant variable or a sum of such.
// RUN: %tpc-clang -O0 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s

// CHECK-DAG: !{!"llvm.loop.unroll.count", i32 3}
// CHECK-DAG: !{!"llvm.loop.unroll.count", i32 7}
const int Rows = 3;
void main(tensor a, int n) {
  const unsigned more = 4;
  int5 at = {0};
#pragma loop_unroll(Rows)
  for (int i = 0; i < n; i++) {
    at[0] = i;
#pragma loop_unroll(Rows + more) taken
    for (int j = 0; j < n; j++)
      v_f32_st_tnsr(at, a, 1.0f);
  }
}
