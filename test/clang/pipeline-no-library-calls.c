// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Loops that copy and fill stay loops.
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o - | FileCheck %s \
// RUN:   --implicit-check-not=llvm.memset --implicit-check-not=llvm.memcpy

// CHECK: phi i32
// CHECK: store i8 0, ptr addrspace(1)
// CHECK: phi i32
// CHECK: store i8 %{{.*}}, ptr addrspace(1)
char a[200], b[200];
void main(tensor t, int n) {
  int5 at = {0};
  for (int i = 0; i < n; i++)
    a[i] = 0;
  for (int i = 0; i < n; i++)
    b[i] = a[i + 1];
  v_i32_st_tnsr(at, t, (int64)b[n]);
}
