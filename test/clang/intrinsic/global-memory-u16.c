// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// s_u16_ld_g and s_u16_st_g access one element, v_u16_ld_g brings it to all
// lanes.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u16[128] in = random(1, 0, 65535)
//@tensor y u16[128] out
//@tensor z u16[128] inout = const(7)
//@expect y[i] = a[5]
//@expect z[i] = i == 3 ? a[9] : 7
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  int5 five = {5}, nine = {9}, three = {3};
  v_u16_st_tnsr(at, y, v_u16_ld_g(gen_addr(five, a)));
  unsigned short s = s_u16_ld_g(gen_addr(nine, a));
  s_u16_st_g(gen_addr(three, z), s);
}
