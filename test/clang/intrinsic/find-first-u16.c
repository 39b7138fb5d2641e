// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_find_first gives the position of the first one or zero, from the
// lowest or the highest bit.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u16[128] in = random(1, 0, 65535)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = i % 2 ? 0 : min(k: 0..16) (a[div(i, 2)] >> k & 1 ? k : 16)
//@expect z[i] = i % 2 ? 0 : min(k: 0..16) (a[div(i, 2)] >> 15 - k & 1 ? 16 : k)
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  v_u8_st_tnsr(at, y, v_u16_find_first_b(x, SW_FIND_ONE | SW_LSB));
  v_u8_st_tnsr(at, z, v_u16_find_first_b(x, SW_FIND_ZERO | SW_MSB));
}
