// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The six comparisons of v_i32_cmp_* give vector predicates; equal lanes
// occur.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i32[64] in = random(13, -3, 3)
//@tensor b i32[64] in = random(14, -3, 3)
//@tensor y i32[64] out
//@expect y[i] = 1 * (a[i] == b[i]) + 2 * (a[i] != b[i]) + 4 * (a[i] < b[i]) +
//@  8 * (a[i] <= b[i]) + 16 * (a[i] > b[i]) + 32 * (a[i] >= b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  int64 r = 0;
  r = v_i32_add_vb(r, 1, 0, r, v_i32_cmp_eq_b(x, w));
  r = v_i32_add_vb(r, 2, 0, r, v_i32_cmp_neq_b(x, w));
  r = v_i32_add_vb(r, 4, 0, r, v_i32_cmp_less_b(x, w));
  r = v_i32_add_vb(r, 8, 0, r, v_i32_cmp_leq_b(x, w));
  r = v_i32_add_vb(r, 16, 0, r, v_i32_cmp_grt_b(x, w));
  r = v_i32_add_vb(r, 32, 0, r, v_i32_cmp_geq_b(x, w));
  v_i32_st_tnsr(at, y, r);
}
