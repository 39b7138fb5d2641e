// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_find_first gives the position of the first one or zero, from the
// lowest or the highest bit.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i32[64] in = random(1, -2000000000, 2000000000)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = i % 4 ? 0 : min(k: 0..32) (a[div(i, 4)] >> k & 1 ? k : 32)
//@expect z[i] = i % 4 ? 0 : min(k: 0..32) (a[div(i, 4)] >> 31 - k & 1 ? 32 : k)
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  v_u8_st_tnsr(at, y, v_i32_find_first_b(x, SW_FIND_ONE | SW_LSB));
  v_u8_st_tnsr(at, z, v_i32_find_first_b(x, SW_FIND_ZERO | SW_MSB));
}
