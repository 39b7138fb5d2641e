// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Switches that the public header names, but Gaudi's instructions do not have,
// are errors at the argument.
// RUN: not %tpc-clang -march=gaudi -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o
void main(tensor t) {
  int5 at = {0};
  uchar256 a = 1;
  char256 s = 1;
  // CHECK: :[[#@LINE+1]]:26: error: switch bits 0x10 are not allowed in v_u8_st_tnsr; its switches are SW_PACK SW_PCK_32_TO_16
  v_u8_st_tnsr(at, t, a, SW_PCK_16_TO_8);
  // CHECK: :[[#@LINE+1]]:25: error: switch bits 0x2 are not allowed in s_i32_ld_l; its switches are SW_SLM SW_MMIO
  int x = s_i32_ld_l(0, SW_LOCK);
  // CHECK: :[[#@LINE+1]]:29: error: switch bits 0x1 given to v_i8_abs_b, which has no switches
  char256 b = v_i8_abs_b(s, SW_NO_SAT);
  // CHECK: :[[#@LINE+1]]:44: error: switch bits 0x6000 are not allowed in v_f32_form_fp_num_b
  float64 f = v_f32_form_fp_num_b(0, 0, 0, SW_POST_RSQRT, 0);
  // CHECK: :[[#@LINE+1]]:{{.*}}: error: switch bits 0x1 given to i_i32_add
  at = i_i32_add(at, at, 3, SW_SAT, at);
  v_i8_st_tnsr(at, t, b);
}
