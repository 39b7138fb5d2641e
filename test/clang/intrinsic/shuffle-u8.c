// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_shuffle takes elements of the same dual group by number and group,
// where the control enables it.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a u8[256] in = random(1, 0, 255)
//@tensor b u8[256] in = random(2, 0, 255)
//@tensor c u8[256] in = each(i) (i * 37 + div(i, 7)) % 256
//@tensor y u8[256] out
//@expect y[i] = c[i * 1] & 0x80 ? a[i - i % 64 + (c[i * 1] >> 5 & 1) * 32 +
//@  (c[i * 1] & 31) % 32] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 r = v_u8_ld_tnsr_b(at, b);
  uchar256 c0 = v_u8_ld_tnsr_b(at, c);
  v_u8_st_tnsr(at, y, v_u8_shuffle_b(x, c0, 0, r));
}
