// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_st_tnsr_partial writes some lanes only.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a bf16[128] in = random(1, -100, 100)
//@tensor y bf16[128] inout = const(7)
//@expect y[i] = i < 6 ? a[i + 4] : 7
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  bfloat128 r = v_bf16_ld_tnsr_b(at, a);
  v_bf16_st_tnsr_partial(at, y, r, 5, 4);
}
