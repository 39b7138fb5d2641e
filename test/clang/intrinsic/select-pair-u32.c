// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u32_sel2_* give a pair: the chosen payload and the key that won.
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
//@tensor p u32[64] in = random(17, 0, 4000000000)
//@tensor q u32[64] in = random(18, 0, 4000000000)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@tensor u u32[64] out
//@tensor v u32[64] out
//@expect y[i] = a[i] > b[i] ? p[i] : q[i]
//@expect z[i] = a[i] > b[i] ? a[i] : b[i]
//@expect u[i] = a[i] <= b[i] ? p[i] : q[i]
//@expect v[i] = a[i] <= b[i] ? a[i] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor p, tensor q, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  uint64 w = v_u32_ld_tnsr_b(at, b);
  uint64 c = v_u32_ld_tnsr_b(at, p);
  uint64 d = v_u32_ld_tnsr_b(at, q);
  uint128 r = v_u32_sel2_grt_u32_b(x, w, c, d);
  v_u32_st_tnsr(at, y, r.v1);
  v_u32_st_tnsr(at, z, r.v2);
  r = v_u32_sel2_leq_u32_b(x, w, c, d);
  v_u32_st_tnsr(at, u, r.v1);
  v_u32_st_tnsr(at, v, r.v2);
}
