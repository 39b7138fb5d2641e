// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_f32_to_bf16_all takes a pair for even and odd lanes.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor y bf16[128] out
//@expect y[i] = i % 2 ? b[div(i, 2)] : a[div(i, 2)]
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  float128 p = {x, w};
  v_bf16_st_tnsr(at, y, v_convert_f32_to_bf16_all_b(p));
}
