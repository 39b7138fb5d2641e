// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A predicate that is a constant needs no register: the operation is there or
// it is not.
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
//@tensor y f32[64] out
//@tensor z f32[64] out
//@tensor u f32[64] out
//@expect y[i] = a[i] + b[i]
//@expect z[i] = b[i]
//@expect u[i] = b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  float64 w = v_f32_ld_tnsr_b(at, b);
  v_f32_st_tnsr(at, y, v_f32_add_b(x, w, 0, w, 0, 1));
  v_f32_st_tnsr(at, z, v_f32_add_b(x, w, 0, w, 0));
  v_f32_st_tnsr(at, u, v_f32_add_b(x, w, 0, w, 1, 1));
}
