// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// && and || evaluate what they must, no more.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 0
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 1 + 2

int calls;

static int count(int r) {
  calls++;
  return r;
}

void main(tensor out, int n) {
  int5 at = {0};
  int r = n != 0 && count(1);
  r += n == 0 || count(1);
  r += count(0) && count(1);
  r += !(count(0) || n);
  v_i32_st_tnsr(at, out, (int64)(r - 1 + calls));
}
