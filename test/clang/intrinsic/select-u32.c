// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u32_sel_* choose lanes of two vectors by a comparison of two others.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
//@tensor a u32[64] in = each(i) (i * 3) % 5
//@tensor b u32[64] in = each(i) (i * 7) % 5
//@tensor p u32[64] in = random(15, 0, 4000000000)
//@tensor q u32[64] in = random(16, 0, 4000000000)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@tensor u u32[64] out
//@tensor v u32[64] out
//@expect y[i] = a[i] == b[i] ? p[i] : q[i]
//@expect z[i] = a[i] < b[i] ? p[i] : q[i]
//@expect u[i] = a[i] >= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] != b[i] ? p[i] : q[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  uint64 w = v_u32_ld_tnsr_b(at, b);
  uint64 c = v_u32_ld_tnsr_b(at, p);
  uint64 d = v_u32_ld_tnsr_b(at, q);
  v_u32_st_tnsr(at, y, v_u32_sel_eq_u32_b(x, w, c, d));
  v_u32_st_tnsr(at, z, v_u32_sel_less_u32_b(x, w, c, d));
  v_u32_st_tnsr(at, u, v_u32_sel_geq_u32_b(x, w, c, d));
  v_u32_st_tnsr(at, v, v_u32_sel_neq_u32_b(x, w, c, d));
}
