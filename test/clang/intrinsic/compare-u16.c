// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The six comparisons of v_u16_cmp_* give vector predicates; equal lanes
// occur.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a u16[128] in = random(13, 0, 3)
//@tensor b u16[128] in = random(14, 0, 3)
//@tensor y u16[128] out
//@expect y[i] = 1 * (a[i] == b[i]) + 2 * (a[i] != b[i]) + 4 * (a[i] < b[i]) +
//@  8 * (a[i] <= b[i]) + 16 * (a[i] > b[i]) + 32 * (a[i] >= b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  ushort128 w = v_u16_ld_tnsr_b(at, b);
  ushort128 r = 0;
  r = v_u16_add_vb(r, 1, 0, r, v_u16_cmp_eq_b(x, w));
  r = v_u16_add_vb(r, 2, 0, r, v_u16_cmp_neq_b(x, w));
  r = v_u16_add_vb(r, 4, 0, r, v_u16_cmp_less_b(x, w));
  r = v_u16_add_vb(r, 8, 0, r, v_u16_cmp_leq_b(x, w));
  r = v_u16_add_vb(r, 16, 0, r, v_u16_cmp_grt_b(x, w));
  r = v_u16_add_vb(r, 32, 0, r, v_u16_cmp_geq_b(x, w));
  v_u16_st_tnsr(at, y, r);
}
