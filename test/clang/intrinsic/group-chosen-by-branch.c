// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A pair that is chosen by a branch and one that a loop changes.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@arg n i32 = 5
//@tensor a f32[64] in = each(i) i - 30
//@tensor b f32[64] in = each(i) 3 * i
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = 6 * a[i]
//@expect z[i] = b[i] + 5 * a[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, int n) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  float128 p = {x, w}, q = {w, x};
  float128 r;
  if (n > 3)
    r = p;
  else
    r = q;
  for (int k = 0; k < n; k++) {
    r.v1 = r.v1 + x;
    r.v2 = r.v2 + x;
  }
  v_f32_st_tnsr(at, y, r.v1);
  v_f32_st_tnsr(at, z, r.v2);
}
