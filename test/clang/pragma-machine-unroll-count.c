// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The public compiler's name of an unroll factor means unroll_count here.
// RUN: %tpc-clang -O0 -Wall -Werror -S -emit-llvm %s -o - | FileCheck %s
// CHECK: !{!"llvm.loop.unroll.count", i32 4}
void main(tensor a, int n) {
#pragma clang loop machine_unroll_count(4)
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr((int5){i}, a, 1.0f);
}
