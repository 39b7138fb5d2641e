// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arrays of scalars in scalar local memory.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 7
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = sum(k: 0..7) (k * k)

int squares[16];

void main(tensor out, int n) {
  int5 at = {0};
  int sum = 0;
  for (int i = 0; i < n; i++)
    squares[i] = i * i;
  for (int i = 0; i < n; i++)
    sum += squares[i];
  v_i32_st_tnsr(at, out, (int64)sum);
}
