// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A static variable keeps its value between calls.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 4
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 5 + 6 + 7 + 8

static int next(void) {
  static int count = 4;
  return ++count;
}

void main(tensor out, int n) {
  int5 at = {0};
  int sum = 0;
  for (int i = 0; i < n; i++)
    sum += next();
  v_i32_st_tnsr(at, out, (int64)sum);
}
