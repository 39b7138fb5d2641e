// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A pragma in a macro belongs to the loop of the same line.
// RUN: %tpc-clang -O0 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s

// CHECK: br label %{{.*}}, !llvm.loop [[FIRST:![0-9]+]]
// CHECK: br label %{{.*}}, !llvm.loop [[SECOND:![0-9]+]]
// CHECK: [[FIRST]] = distinct !{[[FIRST]], {{.*}}[[TAKEN:![0-9]+]]
// CHECK: [[TAKEN]] = !{!"tpc.loop.taken", i1 true}
#define TAKEN_FOR(i, n) _Pragma("loop_taken") for (int i = 0; i < (n); i++)
void main(tensor a, int n) {
  int5 at = {0};
  TAKEN_FOR(i, n) {
    at[0] = i;
    v_f32_st_tnsr(at, a, 1.0f);
  }
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 2.0f);
}
