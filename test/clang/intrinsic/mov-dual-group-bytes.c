// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The byte mask of v_*_mov_dual_group chooses bytes of each group.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a u8[256] in = random(1, 0, 255)
//@tensor b u8[256] in = random(2, 0, 255)
//@tensor y u8[256] out
//@expect y[i] = i >= 64 && i < 128 && (0x0f0f1234 >> i % 32 & 1) ? a[i - 64] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 r = v_u8_ld_tnsr_b(at, b);
  r = v_u8_mov_dual_group_b(x, 0x0f0f1234, 0, 1, MkWr(1, 1), r);
  v_u8_st_tnsr(at, y, r);
}
