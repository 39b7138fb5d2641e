// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_*_mov_group swaps the groups of the dual groups that are enabled.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i32[64] in = random(1, -2000000000, 2000000000)
//@tensor b i32[64] in = random(2, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = i < 32 ? a[i ^ 8] : b[i]
//@expect z[i] = i % 16 < 8 ? a[i + 8] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 r = v_i32_ld_tnsr_b(at, b);
  int64 s = v_i32_mov_group_b(x, 0xffffffff, SW_GROUP0_EN | SW_GROUP1_EN |
                              SW_DUAL_GROUP0_EN | SW_DUAL_GROUP1_EN, r);
  v_i32_st_tnsr(at, y, s);
  s = v_i32_mov_group_b(x, 0xffffffff, SW_GROUP0_EN | SW_DUAL_GROUP0_EN |
                        SW_DUAL_GROUP1_EN | SW_DUAL_GROUP2_EN |
                        SW_DUAL_GROUP3_EN, r);
  v_i32_st_tnsr(at, z, s);
}
