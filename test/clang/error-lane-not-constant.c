// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The lane of a narrowing conversion is a part of the instruction.
// RUN: not %tpc-clang -O2 -c %s -o %t.o 2>&1 | FileCheck %s
// RUN: not ls %t.o

void main(tensor a, tensor b, int lane) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  short128 y = 0;
  // CHECK: [[@LINE+1]]:7: error: switches, lanes and groups of an intrinsic must be constant when the kernel is compiled
  y = v_convert_f32_to_i16_b(x, lane, 0, y);
  v_i16_st_tnsr(at, b, y);
}
