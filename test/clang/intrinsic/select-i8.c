// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_sel_* choose lanes of two vectors by a comparison of two others.
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
//@tensor a i8[256] in = each(i) (i * 3) % 5
//@tensor b i8[256] in = each(i) (i * 7) % 5
//@tensor p i8[256] in = random(15, -128, 127)
//@tensor q i8[256] in = random(16, -128, 127)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@tensor u i8[256] out
//@tensor v i8[256] out
//@expect y[i] = a[i] == b[i] ? p[i] : q[i]
//@expect z[i] = a[i] < b[i] ? p[i] : q[i]
//@expect u[i] = a[i] >= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] != b[i] ? p[i] : q[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  char256 w = v_i8_ld_tnsr_b(at, b);
  char256 c = v_i8_ld_tnsr_b(at, p);
  char256 d = v_i8_ld_tnsr_b(at, q);
  v_i8_st_tnsr(at, y, v_i8_sel_eq_i8_b(x, w, c, d));
  v_i8_st_tnsr(at, z, v_i8_sel_less_i8_b(x, w, c, d));
  v_i8_st_tnsr(at, u, v_i8_sel_geq_i8_b(x, w, c, d));
  v_i8_st_tnsr(at, v, v_i8_sel_neq_i8_b(x, w, c, d));
}
