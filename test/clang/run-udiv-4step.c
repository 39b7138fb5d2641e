// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Division by steps.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a u32 = 4000000000
//@arg b u32 = 77
//@tensor y u32[64] out
//@index_space 1
//@expect y[i] = i == 0 ? div(a, b) : i == 1 ? a % b : i == 2 ? 3 : 42

void main(tensor out, unsigned a, unsigned b) {
  int5 at = {0};
  uint32_t_pair_t p = {a, 0};
  for (int i = 0; i < 32; i += 4)
    p = u32_udiv_4step(b, i, 0, p);
  uint8_t_pair_t c = {255, 0};
  c = u8_udiv_4step(6, 0, 0, c, 1, 0);
  c = u8_udiv_4step(6, 4, 0, c, 1, 0);
  c = u8_udiv_4step(6, 4, 0, c, 0, 0);
  uint64 lane = V_LANE_ID_32;
  uint64 r = v_u32_sel_eq_u32_b(lane, 0, p.v2, p.v1);
  r = v_u32_sel_eq_u32_b(lane, 2, c.v1, r);
  r = v_u32_sel_grt_u32_b(lane, 2, c.v2, r);
  v_u32_st_tnsr(at, out, r);
}
