// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_uint32_to_u16 shifts each lane to the right, rounds and saturates;
// the result goes to one lane of each group.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u32[64] in = random(6, 0, 4000000000)
//@tensor b i8[256] in = random(7, 0, 30)
//@tensor y u16[128] out
//@tensor z u16[128] out
//@expect y[i] = i % 2 == 1 ? sat_u16(a[div(i, 2)] >> b[div(i, 2) * 4]) : 3
//@expect z[i] = i % 2 == 0 ? sat_u16(-(-a[div(i, 2)] >> b[div(i, 2) * 4])) : 3
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  char256 n = v_i8_ld_tnsr_b(at, b);
  ushort128 r = 3;
  v_u16_st_tnsr(at, y, v_convert_uint32_to_u16_b(x, n, 1, SW_RD, r));
  v_u16_st_tnsr(at, z, v_convert_uint32_to_u16_b(x, n, 0, SW_RU, r));
}
