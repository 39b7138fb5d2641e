// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_pack takes every second or fourth element of a group to its place in
// each chunk of the dual group.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a bf16[128] in = random(1, -100, 100)
//@tensor b bf16[128] in = random(2, -100, 100)
//@tensor y bf16[128] out
//@tensor z bf16[128] out
//@expect y[i] = i % 16 < 8 ? a[i - i % 32 + 2 * (i % 16)] : b[i]
//@expect z[i] = i % 8 >= 4 ? a[i - i % 32 + 16 + 4 * (i % 4)] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 r = v_bf16_ld_tnsr_b(at, b);
  v_bf16_st_tnsr(at, y, v_bf16_pack_b(x, SW_GROUP_0 | SW_STRIDE_2, r));
  v_bf16_st_tnsr(at, z, v_bf16_pack_b(x, SW_GROUP_1 | SW_STRIDE_4, r));
}
