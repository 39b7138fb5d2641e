// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SW_RHNE: v_f32_nearbyint and v_bf16_nearbyint round to nearest, ties to
// even.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a f32[64] in = each(i) (i - 32) / 4
//@tensor b bf16[128] in = each(i) (i - 64) / 4
//@tensor y f32[64] out
//@tensor z bf16[128] out
//@expect y[i] = round(a[i])
//@expect z[i] = round(b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  v_f32_st_tnsr(at, y, v_f32_nearbyint_b(x, SW_RHNE));
  v_bf16_st_tnsr(at, z, v_bf16_nearbyint_b(w, SW_RHNE));
}
