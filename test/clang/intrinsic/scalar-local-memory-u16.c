// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// s_u16_st_l and s_u16_ld_l keep a value in scalar local memory.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg s u16 = 93
//@tensor y u16[128] out
//@expect y[i] = 93 + 93
//@index_space 1

void main(tensor y, unsigned short s) {
  int5 at = {0};
  s_u16_st_l(0x100, s);
  s_u16_st_l(0x104, s);
  unsigned short a = s_u16_ld_l(0x100);
  unsigned short b = s_u16_ld_l(0x104);
  ushort128 r = s_u16_add(a, b);
  v_u16_st_tnsr(at, y, r);
}
