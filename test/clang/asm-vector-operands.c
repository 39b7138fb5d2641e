// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly takes and gives vector registers, of all types of elements.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = f32(x[i] * 3) + 10

void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in), y;
  asm("nop; nop; mul.f32 %0, %1, %2" : "=v"(y) : "v"(x), "v"((float64)3.0f));
  short128 a = 4, b = 6, c;
  asm("nop; nop; add.i16 %0, %1, %2" : "=v"(c) : "v"(a), "v"(b));
  float64 ten = convert_int64_to_float64((int64)c & 0xffff, 0);
  v_f32_st_tnsr(at, out, y + ten);
}
