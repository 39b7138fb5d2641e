// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_char256_to_int256 keeps the order of elements with SW_LINEAR.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
// CHECK-DAG: PASS y2:
// CHECK-DAG: PASS y3:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
// CHECK-DAG: PASS y2:
// CHECK-DAG: PASS y3:
//@tensor a0 i8[256] in = random(20, -128, 127)
//@tensor y0 i32[64] out
//@tensor y1 i32[64] out
//@tensor y2 i32[64] out
//@tensor y3 i32[64] out
//@expect y0[i] = i < 256 ? a0[i + 0] :
//@  0
//@expect y1[i] = i < 192 ? a0[i + 64] :
//@  0
//@expect y2[i] = i < 128 ? a0[i + 128] :
//@  0
//@expect y3[i] = i < 64 ? a0[i + 192] :
//@  0
//@index_space 1

void main(tensor a0, tensor y0, tensor y1, tensor y2, tensor y3) {
  int5 at = {0};
  char256 x0 = v_i8_ld_tnsr_b(at, a0);
  char256 x = x0;
  int256 r = convert_char256_to_int256(x, SW_LINEAR);
  v_i32_st_tnsr(at, y0, r.v1);
  v_i32_st_tnsr(at, y1, r.v2);
  v_i32_st_tnsr(at, y2, r.v3);
  v_i32_st_tnsr(at, y3, r.v4);
}
