// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_and, _or, _xor and _not work on all bits.
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
//@tensor a u16[128] in = random(5, 0, 65535)
//@tensor b u16[128] in = random(6, 0, 65535)
//@tensor y u16[128] out
//@tensor z u16[128] out
//@tensor u u16[128] out
//@tensor v u16[128] out
//@expect y[i] = a[i] & b[i]
//@expect z[i] = a[i] | b[i]
//@expect u[i] = a[i] ^ b[i]
//@expect v[i] = wrap_u16(~a[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  ushort128 w = v_u16_ld_tnsr_b(at, b);
  v_u16_st_tnsr(at, y, v_u16_and_b(x, w));
  v_u16_st_tnsr(at, z, v_u16_or_b(x, w));
  v_u16_st_tnsr(at, u, v_u16_xor_b(x, w));
  v_u16_st_tnsr(at, v, v_u16_not_b(x));
}
