// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loops that copy and fill stay loops.
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o - | FileCheck %s

// CHECK-NOT: llvm.memset
// CHECK-NOT: llvm.memcpy
char a[200], b[200];
void main(tensor t, int n) {
  int5 at = {0};
  for (int i = 0; i < n; i++)
    a[i] = 0;
  for (int i = 0; i < n; i++)
    b[i] = a[i + 1];
  v_i32_st_tnsr(at, t, (int64)b[n]);
}
