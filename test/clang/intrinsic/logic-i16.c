// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_and, _or, _xor and _not work on all bits.
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
//@tensor a i16[128] in = random(5, -32768, 32767)
//@tensor b i16[128] in = random(6, -32768, 32767)
//@tensor y i16[128] out
//@tensor z i16[128] out
//@tensor u i16[128] out
//@tensor v i16[128] out
//@expect y[i] = a[i] & b[i]
//@expect z[i] = a[i] | b[i]
//@expect u[i] = a[i] ^ b[i]
//@expect v[i] = wrap_i16(~a[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  v_i16_st_tnsr(at, y, v_i16_and_b(x, w));
  v_i16_st_tnsr(at, z, v_i16_or_b(x, w));
  v_i16_st_tnsr(at, u, v_i16_xor_b(x, w));
  v_i16_st_tnsr(at, v, v_i16_not_b(x));
}
