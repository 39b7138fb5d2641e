// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_pack takes every second or fourth element of a group to its place in
// each chunk of the dual group.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i16[128] in = random(1, -32768, 32767)
//@tensor b i16[128] in = random(2, -32768, 32767)
//@tensor y i16[128] out
//@tensor z i16[128] out
//@expect y[i] = i % 16 < 8 ? a[i - i % 32 + 2 * (i % 16)] : b[i]
//@expect z[i] = i % 8 >= 4 ? a[i - i % 32 + 16 + 4 * (i % 4)] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 r = v_i16_ld_tnsr_b(at, b);
  v_i16_st_tnsr(at, y, v_i16_pack_b(x, SW_GROUP_0 | SW_STRIDE_2, r));
  v_i16_st_tnsr(at, z, v_i16_pack_b(x, SW_GROUP_1 | SW_STRIDE_4, r));
}
