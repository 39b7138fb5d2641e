// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_shuffle takes elements of the same dual group by number and group,
// where the control enables it.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i16[128] in = random(1, -32768, 32767)
//@tensor b i16[128] in = random(2, -32768, 32767)
//@tensor c u8[256] in = each(i) (i * 37 + div(i, 7)) % 256
//@tensor y i16[128] out
//@expect y[i] = c[i * 2] & 0x80 ? a[i - i % 32 + (c[i * 2] >> 5 & 1) * 16 +
//@  (c[i * 2] & 31) % 16] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 r = v_i16_ld_tnsr_b(at, b);
  uchar256 c0 = v_u8_ld_tnsr_b(at, c);
  v_i16_st_tnsr(at, y, v_i16_shuffle_b(x, c0, 0, r));
}
