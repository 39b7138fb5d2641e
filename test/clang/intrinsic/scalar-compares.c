// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Scalar comparisons give scalar predicates, which guard and combine.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg a f32 = 2.5
//@arg b i32 = -3
//@tensor y i32[64] out
//@expect y[i] = 1 + 4 + 16
//@index_space 1

void main(tensor y, float a, int b) {
  int5 at = {0};
  int r = 0;
  r = s_i32_add(r, 1, 0, r, s_f32_cmp_grt(a, 2.0f));
  r = s_i32_add(r, 2, 0, r, s_u32_cmp_less((unsigned)b, 3u));
  r = s_i32_add(r, 4, 0, r, s_i32_cmp_less(b, 3));
  bool p = s_i32_cmp_eq(b, -3), q = s_f32_cmp_leq(a, 2.0f);
  r = s_i32_add(r, 8, 0, r, s_i1_and(p, q));
  r = s_i32_add(r, 16, 0, r, s_i1_or(p, q));
  int64 v = r;
  v_i32_st_tnsr(at, y, v);
}
