// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_add wraps; with SW_SAT it saturates.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i8[256] in = random(1, -128, 127)
//@tensor b i8[256] in = random(2, -128, 127)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@expect y[i] = wrap_i8(a[i] + b[i])
//@expect z[i] = sat_i8(a[i] + b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  char256 w = v_i8_ld_tnsr_b(at, b);
  v_i8_st_tnsr(at, y, v_i8_add_b(x, w));
  v_i8_st_tnsr(at, z, v_i8_add_b(x, w, SW_SAT));
}
