// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_mac_acc32 keeps f32 accumulators in a pair, even lanes first; in a
// loop they stay in registers.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a bf16[128] in = each(i) i % 9 - 4
//@tensor b bf16[128] in = each(i) i % 7 - 3
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = 1 + 300 * a[2 * i] * b[2 * i]
//@expect z[i] = 2 + 300 * a[2 * i + 1] * b[2 * i + 1]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  float128 r = {1.0f, 2.0f};
  for (int i = 0; i < 300; i++)
    r = v_bf16_mac_acc32_b(x, w, r);
  v_f32_st_tnsr(at, y, r.v1);
  v_f32_st_tnsr(at, z, r.v2);
}
