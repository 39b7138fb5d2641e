// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_ash shifts to the left with saturation, to the right by a negative
// count, there rounding half up with SW_RHU. The count is the low byte of a
// lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u8[256] in = random(9, 0, 255)
//@tensor b i8[256] in = random(10, -7, 7)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = b[i * 1] >= 0 ?
//@  sat_u8(a[i] << max(b[i * 1], 0)) : a[i] >> max(-b[i * 1], 0)
//@expect z[i] = b[i * 1] >= 0 ?
//@  sat_u8(a[i] << max(b[i * 1], 0)) :
//@  a[i] + (1 << max(-b[i * 1] - 1, 0)) >> max(-b[i * 1], 0)
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  char256 n = v_i8_ld_tnsr_b(at, b);
  v_u8_st_tnsr(at, y, v_u8_ash_b(x, n));
  v_u8_st_tnsr(at, z, v_u8_ash_b(x, n, SW_RHU));
}
