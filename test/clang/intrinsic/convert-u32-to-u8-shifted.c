// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_uint32_to_u8 shifts each lane to the right, rounds and saturates;
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
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = i % 4 == 1 ? sat_u8(a[div(i, 4)] >> b[div(i, 4) * 4]) : 3
//@expect z[i] = i % 4 == 0 ? sat_u8(-(-a[div(i, 4)] >> b[div(i, 4) * 4])) : 3
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  char256 n = v_i8_ld_tnsr_b(at, b);
  uchar256 r = 3;
  v_u8_st_tnsr(at, y, v_convert_uint32_to_u8_b(x, n, 1, SW_RD, r));
  v_u8_st_tnsr(at, z, v_convert_uint32_to_u8_b(x, n, 0, SW_RU, r));
}
