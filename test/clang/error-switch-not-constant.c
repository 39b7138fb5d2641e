// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Switches are bits of the instruction.
// RUN: not %tpc-clang -march=gaudi -O2 -S -emit-llvm %s -o %t.ll 2>&1 \
// RUN:   | FileCheck %s
// RUN: not ls %t.ll

void main(tensor in, tensor out, int sw) {
  int5 c = {0};
  float64 x = v_f32_ld_tnsr_b(c, in);
  // CHECK: :[[#@LINE+1]]:25: error: switches, lanes and groups of an intrinsic must be constant
  v_f32_st_tnsr(c, out, v_f32_sub_b(x, x, sw));
}
