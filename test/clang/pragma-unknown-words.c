// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Words that pragmas do not know are warned about.
// RUN: %tpc-clang -O0 -S -emit-llvm %s -o /dev/null 2>&1 | FileCheck %s

void main(tensor a, int n) {
  int5 at = {0};
// CHECK: [[@LINE+1]]:24: warning: extra tokens at end of '#pragma loop_unroll' - ignored
#pragma loop_unroll(2) sideways
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 1.0f);
// CHECK: [[@LINE+1]]:20: warning: extra tokens at end of '#pragma loop_taken' - ignored
#pragma loop_taken twice
  for (int i = 0; i < n; i++)
    v_f32_st_tnsr(at, a, 1.0f);
}
