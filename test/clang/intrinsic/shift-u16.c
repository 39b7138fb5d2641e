// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_shl and _shr shift each lane by its own count, with zeros coming in.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u16[128] in = random(7, 0, 65535)
//@tensor b i16[128] in = random(8, 0, 15)
//@tensor y u16[128] out
//@tensor z u16[128] out
//@expect y[i] = wrap_u16(a[i] << b[i])
//@expect z[i] = wrap_u16((a[i] & 65535) >> b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  v_u16_st_tnsr(at, y, v_u16_shl_b(x, w));
  v_u16_st_tnsr(at, z, v_u16_shr_b(x, w));
}
