// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_mul_acc32 gives f32 products in a pair.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a bf16[128] in = random(4, -100, 100)
//@tensor b bf16[128] in = random(5, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = a[2 * i] * b[2 * i]
//@expect z[i] = a[2 * i + 1] * b[2 * i + 1]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  float128 r = v_bf16_mul_acc32_b(x, w);
  v_f32_st_tnsr(at, y, r.v1);
  v_f32_st_tnsr(at, z, r.v2);
}
