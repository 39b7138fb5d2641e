// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// set_csr_value chooses how arithmetic rounds; get_csr_value reads it back.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS u:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS u:
//@tensor a f32[64] in = const(16777216)
//@tensor y f32[64] out
//@tensor u i32[64] out
//@expect y[i] = 16777218
//@expect u[i] = 2
//@index_space 1

void main(tensor a, tensor y, tensor u) {
  int5 at = {0};
  set_csr_value(2);
  float64 x = v_f32_ld_tnsr_b(at, a);
  int64 m = get_csr_value();
  v_f32_st_tnsr(at, y, v_f32_add_b(x, 1.0f));
  v_i32_st_tnsr(at, u, m);
}
