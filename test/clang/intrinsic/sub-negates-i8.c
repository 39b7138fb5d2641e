// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_sub wraps or saturates; with SW_NEG the difference is the other way
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
//@tensor a i8[256] in = random(3, -128, 127)
//@tensor b i8[256] in = random(4, -128, 127)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@tensor u i8[256] out
//@expect y[i] = wrap_i8(a[i] - b[i])
//@expect z[i] = wrap_i8(b[i] - a[i])
//@expect u[i] = sat_i8(a[i] - b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  char256 w = v_i8_ld_tnsr_b(at, b);
  v_i8_st_tnsr(at, y, v_i8_sub_b(x, w));
  v_i8_st_tnsr(at, z, v_i8_sub_b(x, w, SW_NEG));
  v_i8_st_tnsr(at, u, v_i8_sub_b(x, w, SW_SAT));
}
