// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The number of a tensor may be a value; loads and stores have a register for
// it each.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@arg s i32 = 0
//@tensor a f32[64] in = random(1, -100, 100)
//@tensor b f32[64] in = random(2, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = b[i]
//@expect z[i] = a[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, int s) {
  int5 at = {0};
  for (int k = s; k < 2; k++) {
    float64 x = v_f32_ld_tnsr_b(at, k);
    v_f32_st_tnsr(at, 3 - k, x);
  }
}
