// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A choice between vector predicates by a vector predicate, which a scalar
// condition can be made of, by v_i1_mov_b and by an if; a loop carries them.
// RUN: %run-c | FileCheck %s
// CHECK-COUNT-4: PASS y
//@arg a i32 = 7
//@tensor x f32[64] in = random(1, -4, 4)
//@tensor y f32[64] out
//@index_space 1
//@expect y[i] = (x[i] < -1 ? 1 : 0) + (x[i] > 0 ? 2 : 0) + (x[i] < -1 ? 4 : 0) + (x[i] > 0 || x[i] < -1 ? 8 : 0)

void main(tensor in, tensor out, int a) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, in), y = 0;
  bool256 p = v_f32_cmp_grt_b(x, 0.0f), q = v_f32_cmp_less_b(x, -1.0f);
  bool256 r = (bool256)(a > 30) ? p : q;
  y = v_f32_add_vb(y, 1.0f, 0, y, r);
  r = v_i1_mov_b(p, 0, q, a > 3);
  y = v_f32_add_vb(y, 2.0f, 0, y, r);
  if (a > 3)
    r = q;
  y = v_f32_add_vb(y, 4.0f, 0, y, r);
  bool256 s = p;
  for (int i = 0; i < a; i++)
    s = q ? q : s;
  y = v_f32_add_vb(y, 8.0f, 0, y, s);
  v_f32_st_tnsr(at, out, y);
}
