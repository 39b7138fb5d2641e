// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_*_mov_dual_group_all moves four dual groups at once, each with its write
// enables.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a bf16[128] in = random(1, -100, 100)
//@tensor b bf16[128] in = random(2, -100, 100)
//@tensor y bf16[128] out
//@expect y[i] = i < 32 ? a[i + 96] : i < 48 ? a[i] : i < 80 ? b[i] : i < 96 ? a[i - 64] : a[i - 96]
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 r = v_bf16_ld_tnsr_b(at, b);
  r = v_bf16_mov_dual_group_all_b(x, 0xffffffff, 3, 1, 0, 0,
                                   MkWrA(3, 1, 2, 3), r);
  v_bf16_st_tnsr(at, y, r);
}
