// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_ld_tnsr_vb loads the lanes of a vector predicate; v_f32_st_tnsr is
// guarded by a scalar one.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@arg n i32 = 1
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] inout = const(7)
//@expect y[i] = b[i] > 0 ? a[i] : b[i]
//@expect z[i] = 7
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, int n) {
  int5 at = {0};
  float64 w = v_f32_ld_tnsr_b(at, b);
  float64 r = v_f32_ld_tnsr_vb(at, a, 0, w, v_f32_cmp_grt_b(w, 0.0f));
  v_f32_st_tnsr(at, y, r);
  v_f32_st_tnsr(at, z, r, 0, n > 3);
}
