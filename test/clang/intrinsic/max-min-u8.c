// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u8_max and _min, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u8[256] in = random(11, 0, 255)
//@tensor b u8[256] in = random(12, 0, 255)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = max(a[i], b[i])
//@expect z[i] = min(a[i], b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 w = v_u8_ld_tnsr_b(at, b);
  v_u8_st_tnsr(at, y, v_u8_max_b(x, w));
  v_u8_st_tnsr(at, z, v_u8_min_b(x, w));
}
