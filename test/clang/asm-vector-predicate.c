// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Inline assembly takes and gives vector predicates.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = x[i] >= 1 ? x[i] : -1

void main(tensor in, tensor out) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in), y = -1.0f;
  bool256 p;
  asm("nop; nop; cmp_geq.f32 %0, %1, 0x3f800000" : "=V"(p) : "v"(x));
  asm("nop; nop; mov.f32 %0, %1, %2" : "+v"(y) : "v"(x), "V"(p));
  v_f32_st_tnsr(at, out, y);
}
