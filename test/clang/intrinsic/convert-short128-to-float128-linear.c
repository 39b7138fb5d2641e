// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_short128_to_float128 keeps the order of elements with SW_LINEAR.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
//@tensor a0 i16[128] in = random(20, -30000, 30000)
//@tensor y0 f32[64] out
//@tensor y1 f32[64] out
//@expect y0[i] = i < 128 ? a0[i + 0] :
//@  0
//@expect y1[i] = i < 64 ? a0[i + 64] :
//@  0
//@index_space 1

void main(tensor a0, tensor y0, tensor y1) {
  int5 at = {0};
  short128 x0 = v_i16_ld_tnsr_b(at, a0);
  short128 x = x0;
  float128 r = convert_short128_to_float128(x, SW_LINEAR);
  v_f32_st_tnsr(at, y0, r.v1);
  v_f32_st_tnsr(at, y1, r.v2);
}
