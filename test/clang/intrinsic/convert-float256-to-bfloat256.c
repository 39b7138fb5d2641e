// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_float256_to_bfloat256 deals elements out to registers as the machine
// does.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
//@tensor a0 f32[64] in = random(20, -100, 100)
//@tensor a1 f32[64] in = random(21, -100, 100)
//@tensor a2 f32[64] in = random(22, -100, 100)
//@tensor a3 f32[64] in = random(23, -100, 100)
//@tensor y0 bf16[128] out
//@tensor y1 bf16[128] out
//@expect y0[i] = i % 2 == 0 ? a0[div(i, 2)] :
//@  i % 2 == 1 ? a1[div(i, 2)] :
//@  0
//@expect y1[i] = i % 2 == 0 ? a2[div(i, 2)] :
//@  i % 2 == 1 ? a3[div(i, 2)] :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor a2, tensor a3, tensor y0, tensor y1) {
  int5 at = {0};
  float64 x0 = v_f32_ld_tnsr_b(at, a0);
  float64 x1 = v_f32_ld_tnsr_b(at, a1);
  float64 x2 = v_f32_ld_tnsr_b(at, a2);
  float64 x3 = v_f32_ld_tnsr_b(at, a3);
  float256 x = {x0, x1, x2, x3};
  bfloat256 r = convert_float256_to_bfloat256(x, 0);
  v_bf16_st_tnsr(at, y0, r.v1);
  v_bf16_st_tnsr(at, y1, r.v2);
}
