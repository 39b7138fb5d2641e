// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_sub wraps or saturates; with SW_NEG the difference is the other way
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
//@tensor a u8[256] in = random(3, 0, 255)
//@tensor b u8[256] in = random(4, 0, 255)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@tensor u u8[256] out
//@expect y[i] = wrap_u8(a[i] - b[i])
//@expect z[i] = wrap_u8(b[i] - a[i])
//@expect u[i] = sat_u8(a[i] - b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 w = v_u8_ld_tnsr_b(at, b);
  v_u8_st_tnsr(at, y, v_u8_sub_b(x, w));
  v_u8_st_tnsr(at, z, v_u8_sub_b(x, w, SW_NEG));
  v_u8_st_tnsr(at, u, v_u8_sub_b(x, w, SW_SAT));
}
