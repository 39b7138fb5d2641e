// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_ld_tnsr_partial fills lanes from an offset on and keeps the others.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg o i32 = 3
//@tensor a u16[128] in = random(1, 0, 65535)
//@tensor b u16[128] in = random(2, 0, 65535)
//@tensor y u16[128] out
//@expect y[i] = i >= 3 && i < 13 ? a[i - 3] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, int o) {
  int5 at = {0};
  ushort128 r = v_u16_ld_tnsr_b(at, b);
  v_u16_st_tnsr(at, y, v_u16_ld_tnsr_partial_b(at, a, 9, o, 0, r));
}
