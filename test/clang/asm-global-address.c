// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly takes a global address (constraint "a").
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64] in = iota(100, 1)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 109

void main(tensor in, tensor out) {
  int5 at = {0}, ninth = {9};
  int value;
  asm volatile("ld_g %0, %1" : "=s"(value) : "a"(gen_addr(ninth, in)));
  v_i32_st_tnsr(at, out, (int64)value);
}
