// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_*_ld_tnsr_low and _high fill one half of a vector and keep the other.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = i < 32 ? a[i] : b[i]
//@expect z[i] = i < 32 ? b[i] : a[i - 32]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  float64 r = v_f32_ld_tnsr_b(at, b);
  v_f32_st_tnsr(at, y, v_f32_ld_tnsr_low_b(at, a, 0, r));
  v_f32_st_tnsr(at, z, v_f32_ld_tnsr_high_b(at, a, 0, r));
}
