// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Under a vector predicate lanes of f32 vectors keep the income; polarity 1
// turns it round.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor c f32[64] in = random(3, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = a[i] > b[i] ? max(a[i], c[i]) : b[i]
//@expect z[i] = a[i] > b[i] ? b[i] : max(a[i], c[i])
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  float64 k = v_f32_ld_tnsr_b(at, c);
  bool64 p = v_f32_cmp_grt_b(x, w);
  v_f32_st_tnsr(at, y, v_f32_max_vb(x, k, 0, w, p));
  v_f32_st_tnsr(at, z, v_f32_max_vb(x, k, 0, w, p, 1));
}
