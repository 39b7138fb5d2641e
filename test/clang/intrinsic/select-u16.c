// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_sel_* choose lanes of two vectors by a comparison of two others.
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
//@tensor a u16[128] in = each(i) (i * 3) % 5
//@tensor b u16[128] in = each(i) (i * 7) % 5
//@tensor p u16[128] in = random(15, 0, 65535)
//@tensor q u16[128] in = random(16, 0, 65535)
//@tensor y u16[128] out
//@tensor z u16[128] out
//@tensor u u16[128] out
//@tensor v u16[128] out
//@expect y[i] = a[i] == b[i] ? p[i] : q[i]
//@expect z[i] = a[i] < b[i] ? p[i] : q[i]
//@expect u[i] = a[i] >= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] != b[i] ? p[i] : q[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  ushort128 w = v_u16_ld_tnsr_b(at, b);
  ushort128 c = v_u16_ld_tnsr_b(at, p);
  ushort128 d = v_u16_ld_tnsr_b(at, q);
  v_u16_st_tnsr(at, y, v_u16_sel_eq_u16_b(x, w, c, d));
  v_u16_st_tnsr(at, z, v_u16_sel_less_u16_b(x, w, c, d));
  v_u16_st_tnsr(at, u, v_u16_sel_geq_u16_b(x, w, c, d));
  v_u16_st_tnsr(at, v, v_u16_sel_neq_u16_b(x, w, c, d));
}
