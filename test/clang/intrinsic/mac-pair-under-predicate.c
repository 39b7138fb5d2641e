// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A vector predicate leaves lanes of both accumulators as they are.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a bf16[128] in = each(i) i % 9 - 4
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = 5 + (a[2 * i] > 0 ? a[2 * i] * a[2 * i] : 0)
//@expect z[i] = 6 + (a[2 * i + 1] > 0 ? a[2 * i + 1] * a[2 * i + 1] : 0)
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  float128 r = {5.0f, 6.0f};
  r = v_bf16_mac_acc32_vb(x, x, r, 0, v_bf16_cmp_grt_b(x, (bf16)0));
  v_f32_st_tnsr(at, y, r.v1);
  v_f32_st_tnsr(at, z, r.v2);
}
