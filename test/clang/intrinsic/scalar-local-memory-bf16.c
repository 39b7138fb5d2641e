// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// s_bf16_st_l and s_bf16_ld_l keep a value in scalar local memory.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg s bf16 = 93
//@tensor y bf16[128] out
//@expect y[i] = 93 + 93
//@index_space 1

void main(tensor y, bf16 s) {
  int5 at = {0};
  s_bf16_st_l(0x100, s);
  s_bf16_st_l(0x104, s);
  bf16 a = s_bf16_ld_l(0x100);
  bf16 b = s_bf16_ld_l(0x104);
  bfloat128 r = s_bf16_add(a, b);
  v_bf16_st_tnsr(at, y, r);
}
