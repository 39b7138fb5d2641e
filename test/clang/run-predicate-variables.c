// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Vector predicates as variables, members, parameters and globals.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg n i32 = 2
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = x[i] >= 0 && x[i] < 3 ? x[i] : 0

typedef struct {
  bool256 mask;
  float64 value;
} Masked;

bool256 global;
struct {
  bool256 mask;
} table[4];

static bool256 all(bool256 a, int n) {
  bool256 r = a;
  for (int i = 0; i < n; i++)
    r = r & table[i].mask;
  return r;
}

void main(tensor in, tensor out, int n) {
  int5 at = {0};
  Masked m, copy;
  m.value = v_f32_ld_tnsr_b(at, in);
  m.mask = v_f32_cmp_less_b(m.value, 0.0f);
  if (n < 3)
    m.mask = ~m.mask;
  copy = m;
  global = v_f32_cmp_less_b(copy.value, 3.0f);
  for (int i = 0; i < n; i++)
    table[i].mask = global;
  float64 r = v_f32_mov_vb(copy.value, 0, 0.0f, all(copy.mask, n), 0);
  v_f32_st_tnsr(at, out, r);
}
