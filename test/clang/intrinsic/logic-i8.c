// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_and, _or, _xor and _not work on all bits.
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
//@tensor a i8[256] in = random(5, -128, 127)
//@tensor b i8[256] in = random(6, -128, 127)
//@tensor y i8[256] out
//@tensor z i8[256] out
//@tensor u i8[256] out
//@tensor v i8[256] out
//@expect y[i] = a[i] & b[i]
//@expect z[i] = a[i] | b[i]
//@expect u[i] = a[i] ^ b[i]
//@expect v[i] = wrap_i8(~a[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  char256 w = v_i8_ld_tnsr_b(at, b);
  v_i8_st_tnsr(at, y, v_i8_and_b(x, w));
  v_i8_st_tnsr(at, z, v_i8_or_b(x, w));
  v_i8_st_tnsr(at, u, v_i8_xor_b(x, w));
  v_i8_st_tnsr(at, v, v_i8_not_b(x));
}
