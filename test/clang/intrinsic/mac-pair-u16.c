// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_mac accumulates 32-bit products in a pair; SW_NEG subtracts them.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u16[128] in = random(1, 0, 1000)
//@tensor b u16[128] in = random(2, 0, 1000)
//@tensor c u32[64] in = random(3, 0, 1000000)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@expect y[i] = c[i] + 2 * a[2 * i] * b[2 * i]
//@expect z[i] = wrap_u32(c[i] - a[2 * i + 1] * b[2 * i + 1])
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  ushort128 w = v_u16_ld_tnsr_b(at, b);
  uint64 c0 = v_u32_ld_tnsr_b(at, c);
  uint128 r = {c0, c0};
  r = v_u16_mac_b(x, w, r);
  uint128 s = v_u16_mac_b(x, w, r);
  uint128 d = {c0, c0};
  d = v_u16_mac_b(x, w, d, SW_NEG);
  v_u32_st_tnsr(at, y, s.v1);
  v_u32_st_tnsr(at, z, d.v2);
}
