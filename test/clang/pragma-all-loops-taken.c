// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// -all-loops-taken marks every loop.
// RUN: %tpc-clang -all-loops-taken -O0 -S -emit-llvm %s -o - | FileCheck %s

// CHECK: [[A:![0-9]+]] = distinct !{[[A]], {{.*}}[[TAKEN:![0-9]+]]}
// CHECK: [[TAKEN]] = !{!"tpc.loop.taken", i1 true}
// CHECK: [[B:![0-9]+]] = distinct !{[[B]], {{.*}}[[TAKEN]]}
void main(tensor a, int n) {
  int5 at = {0};
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 1.0f);
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 2.0f);
}
