// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A conversion at the begin of a loop keeps away from the jump back to it.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 5
//@arg f f32 = 1.5
//@tensor a f32[8] in = each(i) i * 1.75 - 3
//@tensor y i16[128] out
//@index_space 1
//@expect y[i] = i + 2 + -3 + -1 + 0 + 2

void main(tensor a, tensor y, int n, float f) {
  short128 sum = (short128)V_LANE_ID_16;
  int5 at = {0};
  for (int i = 0; i < n; i++) {
    sum = sum + s_convert_f32_to_i16(f, SW_RHNE);
    at[0] = i;
    f = s_f32_ld_g(gen_addr(at, a));
  }
  v_i16_st_tnsr((int5){0}, y, sum);
}
