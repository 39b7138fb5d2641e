// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Vector literals, constants and broadcasts of literals.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 42 + (i == 0 ? 1 : i == 1 ? 2 : 0)

void main(tensor out) {
  int5 at = {0};
  int64 a = {1, 2};
  int64 b = 42;
  v_i32_st_tnsr(at, out, a + b);
}
