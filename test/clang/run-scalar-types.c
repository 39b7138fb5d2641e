// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalars of 8, 16 and 32 bits wrap as in C.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 1000
//@arg b i32 = -77
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = wrap_i8(a * 3) + wrap_i16(a * 1000) + wrap_u8(b) + wrap_u16(b * 3)

void main(tensor out, int a, int b) {
  int5 at = {0};
  signed char c = a * 3;
  short s = a * 1000;
  unsigned char uc = b;
  unsigned short us = b * 3;
  v_i32_st_tnsr(at, out, (int64)(c + s + uc + us));
}
