// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// s_i32_st_l and s_i32_ld_l keep a value in scalar local memory.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg s i32 = 93
//@tensor y i32[64] out
//@expect y[i] = 93 + 93
//@index_space 1

void main(tensor y, int s) {
  int5 at = {0};
  s_i32_st_l(0x100, s);
  s_i32_st_l(0x104, s);
  int a = s_i32_ld_l(0x100);
  int b = s_i32_ld_l(0x104);
  int64 r = s_i32_add(a, b);
  v_i32_st_tnsr(at, y, r);
}
