// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Flags of older names become switches, so they have to be constants.
// RUN: not %tpc-clang -O1 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o
void main(tensor in, tensor out, int n) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_i(at, in);
  // CHECK: error-old-name-flag.c:[[#@LINE+1]]:7: error: {{.*}}constant
  x = v_f32_mac_v_v(x, x, x, n);
  f32_st_tnsr_i_v(at, out, x);
}
