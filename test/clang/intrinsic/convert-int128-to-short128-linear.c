// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_int128_to_short128 keeps the order of elements with SW_LINEAR.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y0:
// CHECK-LABEL: -O2:
// CHECK: PASS y0:
//@tensor a0 i32[64] in = random(20, -30000, 30000)
//@tensor a1 i32[64] in = random(21, -30000, 30000)
//@tensor y0 i16[128] out
//@expect y0[i] = i < 64 ? a0[i + 0] :
//@  i < 128 ? a1[i - 64] :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor y0) {
  int5 at = {0};
  int64 x0 = v_i32_ld_tnsr_b(at, a0);
  int64 x1 = v_i32_ld_tnsr_b(at, a1);
  int128 x = {x0, x1};
  short128 r = convert_int128_to_short128(x, SW_LINEAR);
  v_i16_st_tnsr(at, y0, r);
}
