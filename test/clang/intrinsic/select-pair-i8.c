// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_sel2_* give a pair: the chosen payload and the key that won.
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
//@tensor p i8[256] in = random(17, -128, 127)
//@tensor q i8[256] in = random(18, -128, 127)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@tensor u i8[256] out
//@tensor v i8[256] out
//@expect y[i] = a[i] > b[i] ? p[i] : q[i]
//@expect z[i] = a[i] > b[i] ? a[i] : b[i]
//@expect u[i] = a[i] <= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] <= b[i] ? a[i] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  char256 w = v_i8_ld_tnsr_b(at, b);
  char256 c = v_i8_ld_tnsr_b(at, p);
  char256 d = v_i8_ld_tnsr_b(at, q);
  char512 r = v_i8_sel2_grt_i8_b(x, w, c, d);
  v_i8_st_tnsr(at, y, r.v1);
  v_i8_st_tnsr(at, z, r.v2);
  r = v_i8_sel2_leq_i8_b(x, w, c, d);
  v_i8_st_tnsr(at, u, r.v1);
  v_i8_st_tnsr(at, v, r.v2);
}
