// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i1_mov_flavor writes one section of 32 bits of a predicate, or (8) all of
// them.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@arg m i32 = 0x0f0f00ff
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = i >= 64 && i < 96 ? 0x0f0f00ff >> i - 64 & 1 : 1
//@expect z[i] = 0x0f0f00ff >> i % 32 & 1
//@index_space 1

void main(tensor y, tensor z, int m) {
  int5 at = {0};
  uchar256 zero = 0;
  bool256 all = 1;
  bool256 p = v_i1_mov_flavor_b(m, 2, 0, all);
  bool256 q = v_i1_mov_flavor_b(m, 8, 0, all);
  v_u8_st_tnsr(at, y, v_u8_mov_vb(1, 0, zero, p));
  v_u8_st_tnsr(at, z, v_u8_mov_vb(1, 0, zero, q));
}
