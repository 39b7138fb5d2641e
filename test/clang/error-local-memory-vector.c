// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Variables that do not fit are named, with their places and sizes.
// RUN: not %tpc-clang -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

// CHECK: [[@LINE+3]]:9: error: vector local memory exceeded: variables need 102656 bytes, 81920 exist
// CHECK: [[@LINE+2]]:9: note: 'large' takes 102400 bytes
// CHECK: [[@LINE+2]]:9: note: 'small' takes 256 bytes
float64 large[400];
float64 small;
float64 unused[400];
void main(tensor a, int n) {
  int5 at = {0};
  large[n] = small;
  small = v_f32_ld_tnsr_b(at, a);
  v_f32_st_tnsr(at, a, large[n + 1]);
}
