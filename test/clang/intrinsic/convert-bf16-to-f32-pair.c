// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_convert_bf16_to_f32_all gives a pair: even lanes, odd lanes.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a bf16[128] in = random(1, -100, 100)
//@tensor y f32[64] out
//@tensor z f32[64] out
//@expect y[i] = a[2 * i]
//@expect z[i] = a[2 * i + 1]
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  float128 r = v_convert_bf16_to_f32_all_b(x);
  v_f32_st_tnsr(at, y, r.v1);
  v_f32_st_tnsr(at, z, r.v2);
}
