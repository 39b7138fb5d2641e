// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A switch over constants becomes no table: it would have to be stored first.
// RUN: %tpc-clang -O2 -S -emit-llvm %s -o - | FileCheck %s

// CHECK-NOT: switch.table
// CHECK: define
// CHECK-NOT: switch.table
void main(tensor t, int n) {
  int5 at = {0};
  int r;
  switch (n) {
  case 0: r = 17; break;
  case 1: r = 4; break;
  case 2: r = 90; break;
  case 3: r = 1; break;
  case 4: r = 12; break;
  default: r = 3;
  }
  v_i32_st_tnsr(at, t, (int64)r);
}
