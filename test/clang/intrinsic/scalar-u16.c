// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar operations on u16: sums, differences, extremes, logic and shifts.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg x u16 = 30000
//@arg y0 u16 = 5700
//@tensor y u16[128] out
//@expect y[i] = i == 0 ? 35700 : i == 1 ? 24300 : i == 2 ? 0 : i == 3 ? 30000 : i == 4 ? 5700 : i == 5 ? 5120 :
//@  i == 6 ? 30580 : i == 7 ? 25460 : i == 8 ? 35535 : i == 9 ? 43392 : i == 10 ? 3750 : 0
//@index_space 1

void main(tensor out, unsigned short x, unsigned short y) {
  int5 at = {0};
  ushort128 v = 0;
  v = v_u16_mov_vb(s_u16_add(x, y), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 0));
  v = v_u16_mov_vb(s_u16_sub(x, y, SW_SAT), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 1));
  v = v_u16_mov_vb(s_u16_sub(x, y, SW_NEG | SW_SAT), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 2));
  v = v_u16_mov_vb(s_u16_max(x, y), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 3));
  v = v_u16_mov_vb(s_u16_min(x, y), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 4));
  v = v_u16_mov_vb(s_u16_and(x, y), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 5));
  v = v_u16_mov_vb(s_u16_or(x, y), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 6));
  v = v_u16_mov_vb(s_u16_xor(x, y), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 7));
  v = v_u16_mov_vb(s_u16_not(x), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 8));
  v = v_u16_mov_vb(s_u16_shl(x, 3), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 9));
  v = v_u16_mov_vb(s_u16_shr(x, 3), 0, v, v_u16_cmp_eq_b(as_ushort128(V_LANE_ID_16), 10));
  v_u16_st_tnsr(at, out, v);
}
