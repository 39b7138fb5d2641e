// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// read_lane_id_4b, _2b and _1b give the number of each lane; a predicate keeps
// the income.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
//@tensor y i32[64] out
//@tensor z u16[128] out
//@tensor u u8[256] out
//@expect y[i] = i < 10 ? 100 : i
//@expect z[i] = i
//@expect u[i] = i
//@index_space 1

void main(tensor y, tensor z, tensor u) {
  int5 at = {0};
  uint64 hundred = 100;
  bool64 p = v_u32_cmp_geq_b(V_LANE_ID_32, 10);
  uint64 a = read_lane_id_4b_vb(hundred, p);
  v_i32_st_tnsr(at, y, as_int64(a));
  v_u16_st_tnsr(at, z, read_lane_id_2b_b());
  v_u8_st_tnsr(at, u, read_lane_id_1b_b());
}
