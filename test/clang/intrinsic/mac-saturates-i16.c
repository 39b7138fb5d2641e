// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_mac saturates its 32-bit accumulators with SW_SAT.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i16[128] in = random(1, -32768, 32767)
//@tensor b i16[128] in = random(2, -32768, 32767)
//@tensor c i32[64] in = each(i) i % 2 ? 2147480000 : -2147480000
//@tensor y i32[64] out
//@expect y[i] = sat_i32(c[i] + a[2 * i] * b[2 * i])
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  int64 c0 = v_i32_ld_tnsr_b(at, c);
  int128 r = {c0, c0};
  r = v_i16_mac_b(x, w, r, SW_SAT);
  v_i32_st_tnsr(at, y, r.v1);
}
