// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_max and _min, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i16[128] in = random(11, -32768, 32767)
//@tensor b i16[128] in = random(12, -32768, 32767)
//@tensor y i16[128] out
//@tensor z i16[128] out
//@expect y[i] = max(a[i], b[i])
//@expect z[i] = min(a[i], b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  v_i16_st_tnsr(at, y, v_i16_max_b(x, w));
  v_i16_st_tnsr(at, z, v_i16_min_b(x, w));
}
