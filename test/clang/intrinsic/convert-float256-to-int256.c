// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_float256_to_int256 converts register by register.
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
//@tensor a0 f32[64] in = random(20, -1000, 1000)
//@tensor a1 f32[64] in = random(21, -1000, 1000)
//@tensor a2 f32[64] in = random(22, -1000, 1000)
//@tensor a3 f32[64] in = random(23, -1000, 1000)
//@tensor y0 i32[64] out
//@tensor y1 i32[64] out
//@tensor y2 i32[64] out
//@tensor y3 i32[64] out
//@expect y0[i] = round(a0[i])
//@expect y1[i] = round(a1[i])
//@expect y2[i] = round(a2[i])
//@expect y3[i] = round(a3[i])
//@index_space 1

void main(tensor a0, tensor a1, tensor a2, tensor a3, tensor y0, tensor y1, tensor y2, tensor y3) {
  int5 at = {0};
  float64 x0 = v_f32_ld_tnsr_b(at, a0);
  float64 x1 = v_f32_ld_tnsr_b(at, a1);
  float64 x2 = v_f32_ld_tnsr_b(at, a2);
  float64 x3 = v_f32_ld_tnsr_b(at, a3);
  float256 x = {x0, x1, x2, x3};
  int256 r = convert_float256_to_int256(x, 0);
  v_i32_st_tnsr(at, y0, r.v1);
  v_i32_st_tnsr(at, y1, r.v2);
  v_i32_st_tnsr(at, y2, r.v3);
  v_i32_st_tnsr(at, y3, r.v4);
}
