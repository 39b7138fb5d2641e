// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// loop_taken marks the loop that follows.
// RUN: %tpc-clang -march=gaudi -O2 -Wall -Werror -S -emit-llvm %s -o - \
// RUN:   | FileCheck %s

// CHECK: br i1 %{{.*}}, !llvm.loop ![[LOOP:[0-9]+]]
// CHECK: ![[LOOP]] = distinct !{![[LOOP]]{{.*}}![[TAKEN:[0-9]+]]}
// CHECK: ![[TAKEN]] = !{!"tpc.loop.taken", i1 true}
void main(tensor out, int n) {
  int5 c = {0};
#pragma loop_taken
  for (int i = 0; i < n; i++) {
    c[0] = i;
    v_f32_st_tnsr(c, out, 1.0f);
  }
}
