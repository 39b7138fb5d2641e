// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_bfloat256_to_float256 deals elements out to registers as the machine
// does.
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
//@tensor a0 bf16[128] in = random(20, -100, 100)
//@tensor a1 bf16[128] in = random(21, -100, 100)
//@tensor y0 f32[64] out
//@tensor y1 f32[64] out
//@tensor y2 f32[64] out
//@tensor y3 f32[64] out
//@expect y0[i] = a0[2 * i + 0]
//@expect y1[i] = a0[2 * i + 1]
//@expect y2[i] = a1[2 * i + 0]
//@expect y3[i] = a1[2 * i + 1]
//@index_space 1

void main(tensor a0, tensor a1, tensor y0, tensor y1, tensor y2, tensor y3) {
  int5 at = {0};
  bfloat128 x0 = v_bf16_ld_tnsr_b(at, a0);
  bfloat128 x1 = v_bf16_ld_tnsr_b(at, a1);
  bfloat256 x = {x0, x1};
  float256 r = convert_bfloat256_to_float256(x, 0);
  v_f32_st_tnsr(at, y0, r.v1);
  v_f32_st_tnsr(at, y1, r.v2);
  v_f32_st_tnsr(at, y2, r.v3);
  v_f32_st_tnsr(at, y3, r.v4);
}
