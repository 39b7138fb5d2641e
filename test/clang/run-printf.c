// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// printf writes records of words into the tensor behind the kernel's.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS words
//@arg n i32 = 77
//@tensor x f32[64] in = iota(0, 0.5)
//@tensor words i32[1, 16] out
//@index_space 1
//@expect words[i, j] = j == 0 ? -842150451 : j == 1 ? 77 : j == 2 ? 0x6425203d + 0x0 * 1 : j == 3 ? 10 : j == 4 ? -842150451 : j == 5 ? 0x40200000 : j == 6 ? 0x000a6625 : j == 7 ? -1 : wrap_i32(0xa5a5a5a5)

#pragma tpc_printf(enable)

void main(tensor in, int n) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in);
  printf("= %d\n", n);
  printf("%f\n", x[5]);
}
