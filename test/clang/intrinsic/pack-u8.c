// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_pack takes every second or fourth element of a group to its place in
// each chunk of the dual group.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u8[256] in = random(1, 0, 255)
//@tensor b u8[256] in = random(2, 0, 255)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = i % 32 < 16 ? a[i - i % 64 + 2 * (i % 32)] : b[i]
//@expect z[i] = i % 16 >= 8 ? a[i - i % 64 + 32 + 4 * (i % 8)] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 r = v_u8_ld_tnsr_b(at, b);
  v_u8_st_tnsr(at, y, v_u8_pack_b(x, SW_GROUP_0 | SW_STRIDE_2, r));
  v_u8_st_tnsr(at, z, v_u8_pack_b(x, SW_GROUP_1 | SW_STRIDE_4, r));
}
