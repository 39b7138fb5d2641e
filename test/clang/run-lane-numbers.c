// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// V_LANE_ID_32 counts the lanes.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor y u32[64] out
//@index_space 1
//@expect y[i] = i * 3

void main(tensor out) {
  int5 at = {0};
  v_u32_st_tnsr(at, out, V_LANE_ID_32 * 3);
}
