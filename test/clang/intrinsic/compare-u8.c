// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The six comparisons of v_u8_cmp_* give vector predicates; equal lanes occur.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a u8[256] in = random(13, 0, 3)
//@tensor b u8[256] in = random(14, 0, 3)
//@tensor y u8[256] out
//@expect y[i] = 1 * (a[i] == b[i]) + 2 * (a[i] != b[i]) + 4 * (a[i] < b[i]) +
//@  8 * (a[i] <= b[i]) + 16 * (a[i] > b[i]) + 32 * (a[i] >= b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 w = v_u8_ld_tnsr_b(at, b);
  uchar256 r = 0;
  r = v_u8_add_vb(r, 1, 0, r, v_u8_cmp_eq_b(x, w));
  r = v_u8_add_vb(r, 2, 0, r, v_u8_cmp_neq_b(x, w));
  r = v_u8_add_vb(r, 4, 0, r, v_u8_cmp_less_b(x, w));
  r = v_u8_add_vb(r, 8, 0, r, v_u8_cmp_leq_b(x, w));
  r = v_u8_add_vb(r, 16, 0, r, v_u8_cmp_grt_b(x, w));
  r = v_u8_add_vb(r, 32, 0, r, v_u8_cmp_geq_b(x, w));
  v_u8_st_tnsr(at, y, r);
}
