// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_bfloat128_to_float128 deals elements out to registers as the machine
// does.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y0:
// CHECK-DAG: PASS y1:
//@tensor a0 bf16[128] in = random(20, -100, 100)
//@tensor y0 f32[64] out
//@tensor y1 f32[64] out
//@expect y0[i] = a0[2 * i + 0]
//@expect y1[i] = a0[2 * i + 1]
//@index_space 1

void main(tensor a0, tensor y0, tensor y1) {
  int5 at = {0};
  bfloat128 x0 = v_bf16_ld_tnsr_b(at, a0);
  bfloat128 x = x0;
  float128 r = convert_bfloat128_to_float128(x, 0);
  v_f32_st_tnsr(at, y0, r.v1);
  v_f32_st_tnsr(at, y1, r.v2);
}
