// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_pack takes every second or fourth element of a group to its place in
// each chunk of the dual group.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i8[256] in = random(1, -128, 127)
//@tensor b i8[256] in = random(2, -128, 127)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@expect y[i] = i % 32 < 16 ? a[i - i % 64 + 2 * (i % 32)] : b[i]
//@expect z[i] = i % 16 >= 8 ? a[i - i % 64 + 32 + 4 * (i % 8)] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  char256 r = v_i8_ld_tnsr_b(at, b);
  v_i8_st_tnsr(at, y, v_i8_pack_b(x, SW_GROUP_0 | SW_STRIDE_2, r));
  v_i8_st_tnsr(at, z, v_i8_pack_b(x, SW_GROUP_1 | SW_STRIDE_4, r));
}
