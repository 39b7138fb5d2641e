// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u32_sub wraps or saturates; with SW_NEG the difference is the other way
// round.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
//@tensor a u32[64] in = random(3, 0, 4000000000)
//@tensor b u32[64] in = random(4, 0, 4000000000)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@tensor u u32[64] out
//@expect y[i] = wrap_u32(a[i] - b[i])
//@expect z[i] = wrap_u32(b[i] - a[i])
//@expect u[i] = sat_u32(a[i] - b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  uint64 w = v_u32_ld_tnsr_b(at, b);
  v_u32_st_tnsr(at, y, v_u32_sub_b(x, w));
  v_u32_st_tnsr(at, z, v_u32_sub_b(x, w, SW_NEG));
  v_u32_st_tnsr(at, u, v_u32_sub_b(x, w, SW_SAT));
}
