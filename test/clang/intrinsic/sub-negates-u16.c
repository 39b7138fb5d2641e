// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_sub wraps or saturates; with SW_NEG the difference is the other way
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
//@tensor a u16[128] in = random(3, 0, 65535)
//@tensor b u16[128] in = random(4, 0, 65535)
//@tensor y u16[128] out
//@tensor z u16[128] out
//@tensor u u16[128] out
//@expect y[i] = wrap_u16(a[i] - b[i])
//@expect z[i] = wrap_u16(b[i] - a[i])
//@expect u[i] = sat_u16(a[i] - b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  ushort128 w = v_u16_ld_tnsr_b(at, b);
  v_u16_st_tnsr(at, y, v_u16_sub_b(x, w));
  v_u16_st_tnsr(at, z, v_u16_sub_b(x, w, SW_NEG));
  v_u16_st_tnsr(at, u, v_u16_sub_b(x, w, SW_SAT));
}
