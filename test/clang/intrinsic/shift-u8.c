// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_shl and _shr shift each lane by its own count, with zeros coming in.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u8[256] in = random(7, 0, 255)
//@tensor b i8[256] in = random(8, 0, 7)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = wrap_u8(a[i] << b[i])
//@expect z[i] = wrap_u8((a[i] & 255) >> b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  char256 w = v_i8_ld_tnsr_b(at, b);
  v_u8_st_tnsr(at, y, v_u8_shl_b(x, w));
  v_u8_st_tnsr(at, z, v_u8_shr_b(x, w));
}
