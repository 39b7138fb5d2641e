// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_brev reverses the bits of each lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a u16[128] in = random(1, 0, 65535)
//@tensor y u16[128] out
//@expect y[i] = wrap_u16(sum(k: 0..16) ((a[i] >> k & 1) << 15 - k))
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  v_u16_st_tnsr(at, y, v_u16_brev_b(x));
}
