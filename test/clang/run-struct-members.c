// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Vectors and scalars in structures, by value through functions.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = f32(f32(x[i] * 2) + 3)

typedef struct {
  float64 value;
  float scale, offset;
} Scaled;

static Scaled scale(Scaled s) {
  s.value = s.value * s.scale + s.offset;
  return s;
}

void main(tensor in, tensor out) {
  int5 at = {0};
  Scaled s = {v_f32_ld_tnsr_b(at, in), 2.0f, 3.0f};
  v_f32_st_tnsr(at, out, scale(s).value);
}
