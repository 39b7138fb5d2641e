// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_mac accumulates 32-bit products in a pair; SW_NEG subtracts them.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i16[128] in = random(1, -1000, 1000)
//@tensor b i16[128] in = random(2, -1000, 1000)
//@tensor c i32[64] in = random(3, -1000000, 1000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = c[i] + 2 * a[2 * i] * b[2 * i]
//@expect z[i] = (c[i] - a[2 * i + 1] * b[2 * i + 1])
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  int64 c0 = v_i32_ld_tnsr_b(at, c);
  int128 r = {c0, c0};
  r = v_i16_mac_b(x, w, r);
  int128 s = v_i16_mac_b(x, w, r);
  int128 d = {c0, c0};
  d = v_i16_mac_b(x, w, d, SW_NEG);
  v_i32_st_tnsr(at, y, s.v1);
  v_i32_st_tnsr(at, z, d.v2);
}
