// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_max and _min, lane by lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i32[64] in = random(11, -2000000000, 2000000000)
//@tensor b i32[64] in = random(12, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = max(a[i], b[i])
//@expect z[i] = min(a[i], b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  v_i32_st_tnsr(at, y, v_i32_max_b(x, w));
  v_i32_st_tnsr(at, z, v_i32_min_b(x, w));
}
