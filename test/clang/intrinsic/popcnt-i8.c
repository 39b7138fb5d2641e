// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_popcnt counts ones or zeros; the result lies in the lowest byte of each
// lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i8[256] in = random(1, -128, 127)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = i % 1 ? 0 : sum(k: 0..8) (a[div(i, 1)] >> k & 1)
//@expect z[i] = i % 1 ? 0 : 8 - (sum(k: 0..8) (a[div(i, 1)] >> k & 1))
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  v_u8_st_tnsr(at, y, v_i8_popcnt_b(x, SW_COUNT_ONES));
  v_u8_st_tnsr(at, z, v_i8_popcnt_b(x, SW_COUNT_ZEROS));
}
