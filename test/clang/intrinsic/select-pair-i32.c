// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_sel2_* give a pair: the chosen payload and the key that won.
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
//@tensor a i32[64] in = each(i) (i * 3) % 5
//@tensor b i32[64] in = each(i) (i * 7) % 5
//@tensor p i32[64] in = random(17, -2000000000, 2000000000)
//@tensor q i32[64] in = random(18, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@tensor u i32[64] out
//@tensor v i32[64] out
//@expect y[i] = a[i] > b[i] ? p[i] : q[i]
//@expect z[i] = a[i] > b[i] ? a[i] : b[i]
//@expect u[i] = a[i] <= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] <= b[i] ? a[i] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  int64 c = v_i32_ld_tnsr_b(at, p);
  int64 d = v_i32_ld_tnsr_b(at, q);
  int128 r = v_i32_sel2_grt_i32_b(x, w, c, d);
  v_i32_st_tnsr(at, y, r.v1);
  v_i32_st_tnsr(at, z, r.v2);
  r = v_i32_sel2_leq_i32_b(x, w, c, d);
  v_i32_st_tnsr(at, u, r.v1);
  v_i32_st_tnsr(at, v, r.v2);
}
