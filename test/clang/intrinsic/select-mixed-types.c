// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Compared and chosen vectors may have different types of one width; the pair
// then has both.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor c i32[64] in = random(3, -2000000000, 2000000000)
//@tensor d i32[64] in = random(4, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@tensor u f32[64] out
//@expect y[i] = a[i] < b[i] ? c[i] : d[i]
//@expect z[i] = a[i] >= b[i] ? c[i] : d[i]
//@expect u[i] = a[i] >= b[i] ? a[i] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor d, tensor y, tensor z, tensor u) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  int64 p = v_i32_ld_tnsr_b(at, c);
  int64 q = v_i32_ld_tnsr_b(at, d);
  v_i32_st_tnsr(at, y, v_i32_sel_less_f32_b(x, w, p, q));
  int64_float64 r = v_i32_sel2_geq_f32_b(x, w, p, q);
  v_i32_st_tnsr(at, z, r.v1);
  v_f32_st_tnsr(at, u, r.v2);
}
