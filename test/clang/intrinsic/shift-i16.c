// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_shl and _shr shift each lane by its own count, with zeros coming in.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i16[128] in = random(7, -32768, 32767)
//@tensor b i16[128] in = random(8, 0, 15)
//@tensor y i16[128] out
//@tensor z i16[128] out
//@expect y[i] = wrap_i16(a[i] << b[i])
//@expect z[i] = wrap_i16((a[i] & 65535) >> b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  v_i16_st_tnsr(at, y, v_i16_shl_b(x, w));
  v_i16_st_tnsr(at, z, v_i16_shr_b(x, w));
}
