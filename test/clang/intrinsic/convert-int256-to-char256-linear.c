// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_int256_to_char256 keeps the order of elements with SW_LINEAR.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y0:
// CHECK-LABEL: -O2:
// CHECK: PASS y0:
//@tensor a0 i32[64] in = random(20, -128, 127)
//@tensor a1 i32[64] in = random(21, -128, 127)
//@tensor a2 i32[64] in = random(22, -128, 127)
//@tensor a3 i32[64] in = random(23, -128, 127)
//@tensor y0 i8[256] out
//@expect y0[i] = i < 64 ? a0[i + 0] :
//@  i < 128 ? a1[i - 64] :
//@  i < 192 ? a2[i - 128] :
//@  i < 256 ? a3[i - 192] :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor a2, tensor a3, tensor y0) {
  int5 at = {0};
  int64 x0 = v_i32_ld_tnsr_b(at, a0);
  int64 x1 = v_i32_ld_tnsr_b(at, a1);
  int64 x2 = v_i32_ld_tnsr_b(at, a2);
  int64 x3 = v_i32_ld_tnsr_b(at, a3);
  int256 x = {x0, x1, x2, x3};
  char256 r = convert_int256_to_char256(x, SW_LINEAR);
  v_i8_st_tnsr(at, y0, r);
}
