// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_add, _sub (with and without SW_NEG) and _mul.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@tensor u f32[64] out
//@tensor v f32[64] out
//@expect y[i] = a[i] + b[i]
//@expect z[i] = a[i] - b[i]
//@expect u[i] = b[i] - a[i]
//@expect v[i] = a[i] * b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  v_f32_st_tnsr(at, y, v_f32_add_b(x, w));
  v_f32_st_tnsr(at, z, v_f32_sub_b(x, w));
  v_f32_st_tnsr(at, u, v_f32_sub_b(x, w, SW_NEG));
  v_f32_st_tnsr(at, v, v_f32_mul_b(x, w));
}
