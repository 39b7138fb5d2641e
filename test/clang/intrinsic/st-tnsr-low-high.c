// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_*_st_tnsr_low and _high write one half of a vector.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor y f32[64] inout = const(7)
//@tensor z f32[64] inout = const(7)
//@expect y[i] = i < 32 ? a[i] : 7
//@expect z[i] = i < 32 ? a[i + 32] : 7
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  float64 r = v_f32_ld_tnsr_b(at, a);
  v_f32_st_tnsr_low(at, y, r);
  v_f32_st_tnsr_high(at, z, r);
}
