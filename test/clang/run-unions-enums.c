// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Unions, enumerations and bit fields.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a f32 = 1.5
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = 0x3fc00000 + 7 + 5 - 3

enum { Seven = 7 };
typedef union {
  float f;
  int i;
} Bits;
typedef struct {
  int low : 4;
  int high : 4;
} Fields;

void main(tensor out, float a) {
  int5 at = {0};
  Bits b;
  b.f = a;
  Fields f = {5, -3};
  v_i32_st_tnsr(at, out, (int64)(b.i + Seven + f.low + f.high));
}
