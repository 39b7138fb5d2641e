// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_shuffle takes elements of the same dual group by number and group,
// where the control enables it.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor c u8[256] in = each(i) (i * 37 + div(i, 7)) % 256
//@tensor y f32[64] out
//@expect y[i] = c[i * 4] & 0x80 ? a[i - i % 16 + (c[i * 4] >> 5 & 1) * 8 +
//@  (c[i * 4] & 31) % 8] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 r = v_f32_ld_tnsr_b(at, b);
  uchar256 c0 = v_u8_ld_tnsr_b(at, c);
  v_f32_st_tnsr(at, y, v_f32_shuffle_b(x, c0, 0, r));
}
