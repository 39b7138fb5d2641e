// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_max and _min, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u16[128] in = random(11, 0, 65535)
//@tensor b u16[128] in = random(12, 0, 65535)
//@tensor y u16[128] out
//@tensor z u16[128] out
//@expect y[i] = max(a[i], b[i])
//@expect z[i] = min(a[i], b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  ushort128 w = v_u16_ld_tnsr_b(at, b);
  v_u16_st_tnsr(at, y, v_u16_max_b(x, w));
  v_u16_st_tnsr(at, z, v_u16_min_b(x, w));
}
