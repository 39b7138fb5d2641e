// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_int128_to_short128 deals elements out to registers as the machine
// does.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y0:
// CHECK-LABEL: -O2:
// CHECK: PASS y0:
//@tensor a0 i32[64] in = random(20, -30000, 30000)
//@tensor a1 i32[64] in = random(21, -30000, 30000)
//@tensor y0 i16[128] out
//@expect y0[i] = i % 2 == 0 ? a0[div(i, 2)] :
//@  i % 2 == 1 ? a1[div(i, 2)] :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor y0) {
  int5 at = {0};
  int64 x0 = v_i32_ld_tnsr_b(at, a0);
  int64 x1 = v_i32_ld_tnsr_b(at, a1);
  int128 x = {x0, x1};
  short128 r = convert_int128_to_short128(x, 0);
  v_i16_st_tnsr(at, y0, r);
}
