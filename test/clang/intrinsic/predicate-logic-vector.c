// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i1_and, _or, _xor, _not and _mov on vector predicates.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i32[64] in = random(1, 0, 3)
//@tensor b i32[64] in = random(2, 0, 3)
//@tensor y i32[64] out
//@expect y[i] = (a[i] > 1 && b[i] > 1) + 2 * (a[i] > 1 || b[i] > 1) +
//@  4 * ((a[i] > 1) != (b[i] > 1)) + 8 * !(a[i] > 1)
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  bool64 p = v_i32_cmp_grt_b(x, 1), q = v_i32_cmp_grt_b(w, 1);
  int64 r = 0;
  r = v_i32_add_vb(r, 1, 0, r, v_i1_and_b(p, q));
  r = v_i32_add_vb(r, 2, 0, r, v_i1_or_b(p, q));
  r = v_i32_add_vb(r, 4, 0, r, v_i1_xor_b(p, q));
  r = v_i32_add_vb(r, 8, 0, r, v_i1_mov_b(v_i1_not_b(p)));
  v_i32_st_tnsr(at, y, r);
}
