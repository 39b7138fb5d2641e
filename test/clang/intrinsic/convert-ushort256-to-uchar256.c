// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_ushort256_to_uchar256 deals elements out to registers as the machine
// does.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y0:
// CHECK-LABEL: -O2:
// CHECK: PASS y0:
//@tensor a0 u16[128] in = random(20, 0, 255)
//@tensor a1 u16[128] in = random(21, 0, 255)
//@tensor y0 u8[256] out
//@expect y0[i] = i % 2 == 0 ? a0[div(i, 2)] :
//@  i % 2 == 1 ? a1[div(i, 2)] :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor y0) {
  int5 at = {0};
  ushort128 x0 = v_u16_ld_tnsr_b(at, a0);
  ushort128 x1 = v_u16_ld_tnsr_b(at, a1);
  ushort256 x = {x0, x1};
  uchar256 r = convert_ushort256_to_uchar256(x, 0);
  v_u8_st_tnsr(at, y0, r);
}
