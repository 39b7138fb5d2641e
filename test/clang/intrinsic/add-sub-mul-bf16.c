// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_add, _sub (with and without SW_NEG) and _mul.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
//@tensor a bf16[128] in = random(1, -100, 100)
//@tensor b bf16[128] in = random(2, -100, 100)
//@tensor y bf16[128] out
//@tensor z bf16[128] out
//@tensor u bf16[128] out
//@tensor v bf16[128] out
//@expect y[i] = a[i] + b[i]
//@expect z[i] = a[i] - b[i]
//@expect u[i] = b[i] - a[i]
//@expect v[i] = a[i] * b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  v_bf16_st_tnsr(at, y, v_bf16_add_b(x, w));
  v_bf16_st_tnsr(at, z, v_bf16_sub_b(x, w));
  v_bf16_st_tnsr(at, u, v_bf16_sub_b(x, w, SW_NEG));
  v_bf16_st_tnsr(at, v, v_bf16_mul_b(x, w));
}
