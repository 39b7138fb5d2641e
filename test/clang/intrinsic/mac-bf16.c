// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_mac adds a product to its accumulator; SW_NEG subtracts it.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a bf16[128] in = each(i) i % 9 - 4
//@tensor b bf16[128] in = each(i) i % 7 - 3
//@tensor c bf16[128] in = each(i) i % 5
//@tensor y bf16[128] out
//@tensor z bf16[128] out
//@expect y[i] = c[i] + a[i] * b[i]
//@expect z[i] = c[i] - a[i] * b[i]
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  bfloat128 s = v_bf16_ld_tnsr_b(at, c);
  v_bf16_st_tnsr(at, y, v_bf16_mac_b(x, w, s));
  v_bf16_st_tnsr(at, z, v_bf16_mac_b(x, w, s, SW_NEG));
}
