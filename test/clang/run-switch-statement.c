// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// switch, with cases that fall through.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 4
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 0 * 1 + 10 + 23 + 3 + 99 + 5

static int value(int n) {
  int r = 0;
  switch (n) {
  case 0:
    return 10;
  case 1:
    r = 20;
  case 2:
    r += 3;
    break;
  case 9:
    r = 99;
    break;
  default:
    r = 5;
  }
  return r;
}

void main(tensor out, int n) {
  int5 at = {0};
  v_i32_st_tnsr(at, out,
                (int64)(value(n - 4) + value(n - 3) + value(n - 2) +
                        value(n + 5) + value(n)));
}
