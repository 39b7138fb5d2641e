// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// convert_float128_to_bfloat128 keeps the order of elements with SW_LINEAR.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y0:
// CHECK-LABEL: -O2:
// CHECK: PASS y0:
//@tensor a0 f32[64] in = random(20, -100, 100)
//@tensor a1 f32[64] in = random(21, -100, 100)
//@tensor y0 bf16[128] out
//@expect y0[i] = i < 64 ? a0[i + 0] :
//@  i < 128 ? a1[i - 64] :
//@  0
//@index_space 1

void main(tensor a0, tensor a1, tensor y0) {
  int5 at = {0};
  float64 x0 = v_f32_ld_tnsr_b(at, a0);
  float64 x1 = v_f32_ld_tnsr_b(at, a1);
  float128 x = {x0, x1};
  bfloat128 r = convert_float128_to_bfloat128(x, SW_LINEAR);
  v_bf16_st_tnsr(at, y0, r);
}
