// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// No jump goes to a computed address.
// RUN: not %tpc-clang -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o
void main(tensor a, int n) {
  // CHECK: :[[#@LINE+1]]:28: error: the address of a label: the TPC has no jumps to computed addresses; use a switch
  void *const targets[] = {&&one, &&two};
  goto *targets[n & 1];
one:
  v_f32_st_tnsr((int5){0}, a, 1.0f);
two:
  v_f32_st_tnsr((int5){64}, a, 2.0f);
}
