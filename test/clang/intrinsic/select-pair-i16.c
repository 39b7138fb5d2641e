// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_sel2_* give a pair: the chosen payload and the key that won.
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
//@tensor a i16[128] in = each(i) (i * 3) % 5
//@tensor b i16[128] in = each(i) (i * 7) % 5
//@tensor p i16[128] in = random(17, -32768, 32767)
//@tensor q i16[128] in = random(18, -32768, 32767)
//@tensor y i16[128] out
//@tensor z i16[128] out
//@tensor u i16[128] out
//@tensor v i16[128] out
//@expect y[i] = a[i] > b[i] ? p[i] : q[i]
//@expect z[i] = a[i] > b[i] ? a[i] : b[i]
//@expect u[i] = a[i] <= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] <= b[i] ? a[i] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  short128 c = v_i16_ld_tnsr_b(at, p);
  short128 d = v_i16_ld_tnsr_b(at, q);
  short256 r = v_i16_sel2_grt_i16_b(x, w, c, d);
  v_i16_st_tnsr(at, y, r.v1);
  v_i16_st_tnsr(at, z, r.v2);
  r = v_i16_sel2_leq_i16_b(x, w, c, d);
  v_i16_st_tnsr(at, u, r.v1);
  v_i16_st_tnsr(at, v, r.v2);
}
