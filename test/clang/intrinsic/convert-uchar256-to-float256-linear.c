// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_uchar256_to_float256 keeps the order of elements with SW_LINEAR.
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
//@tensor a0 u8[256] in = random(20, 0, 255)
//@tensor y0 f32[64] out
//@tensor y1 f32[64] out
//@tensor y2 f32[64] out
//@tensor y3 f32[64] out
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
  uchar256 x0 = v_u8_ld_tnsr_b(at, a0);
  uchar256 x = x0;
  float256 r = convert_uchar256_to_float256(x, SW_LINEAR);
  v_f32_st_tnsr(at, y0, r.v1);
  v_f32_st_tnsr(at, y1, r.v2);
  v_f32_st_tnsr(at, y2, r.v3);
  v_f32_st_tnsr(at, y3, r.v4);
}
