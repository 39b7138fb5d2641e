// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The words of loop_unroll become metadata of the loop.
// RUN: %tpc-clang -O0 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s

// CHECK-DAG: !{!"tpc.loop.pipelined", i1 true}
// CHECK-DAG: !{!"tpc.loop.taken", i1 true}
// CHECK-DAG: !{!"tpc.loop.unaligned", i1 true}
// CHECK-DAG: !{!"llvm.loop.unroll.count", i32 3}
void main(tensor a, int n) {
  int5 at = {0};
#pragma loop_unroll(3) pipelined taken unaligned_trip_count
  for (int i = 0; i < n; i++) {
    at[0] = i;
    v_f32_st_tnsr(at, a, 1.0f);
  }
}
