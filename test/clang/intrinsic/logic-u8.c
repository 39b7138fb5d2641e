// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_and, _or, _xor and _not work on all bits.
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
//@tensor a u8[256] in = random(5, 0, 255)
//@tensor b u8[256] in = random(6, 0, 255)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@tensor u u8[256] out
//@tensor v u8[256] out
//@expect y[i] = a[i] & b[i]
//@expect z[i] = a[i] | b[i]
//@expect u[i] = a[i] ^ b[i]
//@expect v[i] = wrap_u8(~a[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 w = v_u8_ld_tnsr_b(at, b);
  v_u8_st_tnsr(at, y, v_u8_and_b(x, w));
  v_u8_st_tnsr(at, z, v_u8_or_b(x, w));
  v_u8_st_tnsr(at, u, v_u8_xor_b(x, w));
  v_u8_st_tnsr(at, v, v_u8_not_b(x));
}
