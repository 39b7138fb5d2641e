// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_bf16_sel_* choose lanes of two vectors by a comparison of two others.
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
//@tensor a bf16[128] in = each(i) (i * 3) % 5
//@tensor b bf16[128] in = each(i) (i * 7) % 5
//@tensor p bf16[128] in = random(15, -100, 100)
//@tensor q bf16[128] in = random(16, -100, 100)
//@tensor y bf16[128] out
//@tensor z bf16[128] out
//@tensor u bf16[128] out
//@tensor v bf16[128] out
//@expect y[i] = a[i] == b[i] ? p[i] : q[i]
//@expect z[i] = a[i] < b[i] ? p[i] : q[i]
//@expect u[i] = a[i] >= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] != b[i] ? p[i] : q[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  bfloat128 x = v_bf16_ld_tnsr_b(at, a);
  bfloat128 w = v_bf16_ld_tnsr_b(at, b);
  bfloat128 c = v_bf16_ld_tnsr_b(at, p);
  bfloat128 d = v_bf16_ld_tnsr_b(at, q);
  v_bf16_st_tnsr(at, y, v_bf16_sel_eq_bf16_b(x, w, c, d));
  v_bf16_st_tnsr(at, z, v_bf16_sel_less_bf16_b(x, w, c, d));
  v_bf16_st_tnsr(at, u, v_bf16_sel_geq_bf16_b(x, w, c, d));
  v_bf16_st_tnsr(at, v, v_bf16_sel_neq_bf16_b(x, w, c, d));
}
