// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Accesses of tensors in inline assembly are ordered with those around it, and
// what they load is waited for.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x i32[64] in = iota(0, 1)
//@tensor y i32[64] inout = const(0)
//@index_space 1
//@expect y[i] = 2 * x[i] + 1

void main(tensor in, tensor out) {
  int5 at = {0};
  int64 x;
  asm volatile("ld_tnsr %0, 0, %1" : "=v"(x) : "x"(at));
  v_i32_st_tnsr(at, out, x * 2);
  v_i32_st_tnsr(at, out, x * 2 + 1);
}
