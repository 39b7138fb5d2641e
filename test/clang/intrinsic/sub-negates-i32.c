// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_sub wraps or saturates; with SW_NEG the difference is the other way
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
//@tensor a i32[64] in = random(3, -2000000000, 2000000000)
//@tensor b i32[64] in = random(4, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@tensor u i32[64] out
//@expect y[i] = wrap_i32(a[i] - b[i])
//@expect z[i] = wrap_i32(b[i] - a[i])
//@expect u[i] = sat_i32(a[i] - b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  v_i32_st_tnsr(at, y, v_i32_sub_b(x, w));
  v_i32_st_tnsr(at, z, v_i32_sub_b(x, w, SW_NEG));
  v_i32_st_tnsr(at, u, v_i32_sub_b(x, w, SW_SAT));
}
