// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u32_max and _min, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u32[64] in = random(11, 0, 4000000000)
//@tensor b u32[64] in = random(12, 0, 4000000000)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@expect y[i] = max(a[i], b[i])
//@expect z[i] = min(a[i], b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  uint64 w = v_u32_ld_tnsr_b(at, b);
  v_u32_st_tnsr(at, y, v_u32_max_b(x, w));
  v_u32_st_tnsr(at, z, v_u32_min_b(x, w));
}
