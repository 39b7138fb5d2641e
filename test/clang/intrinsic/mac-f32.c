// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_mac adds a product to its accumulator; SW_NEG subtracts it.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a f32[64] in = each(i) i % 9 - 4
//@tensor b f32[64] in = each(i) i % 7 - 3
//@tensor c f32[64] in = each(i) i % 5
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = c[i] + a[i] * b[i]
//@expect z[i] = c[i] - a[i] * b[i]
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  float64 s = v_f32_ld_tnsr_b(at, c);
  v_f32_st_tnsr(at, y, v_f32_mac_b(x, w, s));
  v_f32_st_tnsr(at, z, v_f32_mac_b(x, w, s, SW_NEG));
}
