// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_int16_to_i8 shifts each lane to the right, rounds and saturates;
// the result goes to one lane of each group.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i16[128] in = random(6, -32768, 32767)
//@tensor b i8[256] in = random(7, 0, 14)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@expect y[i] = i % 2 == 1 ? sat_i8(a[div(i, 2)] >> b[div(i, 2) * 2]) : 3
//@expect z[i] = i % 2 == 0 ? sat_i8(-(-a[div(i, 2)] >> b[div(i, 2) * 2])) : 3
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  char256 n = v_i8_ld_tnsr_b(at, b);
  char256 r = 3;
  v_i8_st_tnsr(at, y, v_convert_int16_to_i8_b(x, n, 1, SW_RD, r));
  v_i8_st_tnsr(at, z, v_convert_int16_to_i8_b(x, n, 0, SW_RU, r));
}
