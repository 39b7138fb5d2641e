// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Arrays and structures of vectors that fill half a register.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 3
//@tensor x i32[64] in = random(1, -1000, 1000)
//@tensor y i32[64] out
//@index_space 1
//@expect y[i] = x[i] * 3 + 2 + 11

typedef short short64 __attribute__((ext_vector_type(64)));

short64 table[5];
struct {
  short64 a, b;
} two = {11, 12};

void main(tensor in, tensor out, int a) {
  int5 at = {0};
  short64 x = __builtin_convertvector(v_i32_ld_tnsr_b(at, in), short64);
  for (int i = 0; i < 5; i++)
    table[i] = x * (short)i + (short)(i - 1);
  two.b = table[a];
  short64 r = two.b + two.a;
  v_i32_st_tnsr(at, out, __builtin_convertvector(r, int64));
}
