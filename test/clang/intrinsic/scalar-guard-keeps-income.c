// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Under a scalar predicate the whole income is kept.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@arg n i32 = 5
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = a[i] * a[i]
//@expect z[i] = b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, int n) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  v_f32_st_tnsr(at, y, v_f32_mul_b(x, x, 0, w, n > 3));
  v_f32_st_tnsr(at, z, v_f32_mul_b(x, x, 0, w, n > 3, 1));
}
