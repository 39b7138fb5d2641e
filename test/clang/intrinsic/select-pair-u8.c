// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_sel2_* give a pair: the chosen payload and the key that won.
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
//@tensor a u8[256] in = each(i) (i * 3) % 5
//@tensor b u8[256] in = each(i) (i * 7) % 5
//@tensor p u8[256] in = random(17, 0, 255)
//@tensor q u8[256] in = random(18, 0, 255)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@tensor u u8[256] out
//@tensor v u8[256] out
//@expect y[i] = a[i] > b[i] ? p[i] : q[i]
//@expect z[i] = a[i] > b[i] ? a[i] : b[i]
//@expect u[i] = a[i] <= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] <= b[i] ? a[i] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 w = v_u8_ld_tnsr_b(at, b);
  uchar256 c = v_u8_ld_tnsr_b(at, p);
  uchar256 d = v_u8_ld_tnsr_b(at, q);
  uchar512 r = v_u8_sel2_grt_u8_b(x, w, c, d);
  v_u8_st_tnsr(at, y, r.v1);
  v_u8_st_tnsr(at, z, r.v2);
  r = v_u8_sel2_leq_u8_b(x, w, c, d);
  v_u8_st_tnsr(at, u, r.v1);
  v_u8_st_tnsr(at, v, r.v2);
}
