// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_sub wraps or saturates; with SW_NEG the difference is the other way
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
//@tensor a i16[128] in = random(3, -32768, 32767)
//@tensor b i16[128] in = random(4, -32768, 32767)
//@tensor y i16[128] out
//@tensor z i16[128] out
//@tensor u i16[128] out
//@expect y[i] = wrap_i16(a[i] - b[i])
//@expect z[i] = wrap_i16(b[i] - a[i])
//@expect u[i] = sat_i16(a[i] - b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  v_i16_st_tnsr(at, y, v_i16_sub_b(x, w));
  v_i16_st_tnsr(at, z, v_i16_sub_b(x, w, SW_NEG));
  v_i16_st_tnsr(at, u, v_i16_sub_b(x, w, SW_SAT));
}
