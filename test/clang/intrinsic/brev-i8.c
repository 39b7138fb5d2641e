// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i8_brev reverses the bits of each lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i8[256] in = random(1, -128, 127)
//@tensor y i8[256] out
//@expect y[i] = wrap_i8(sum(k: 0..8) ((a[i] >> k & 1) << 7 - k))
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  char256 x = v_i8_ld_tnsr_b(at, a);
  v_i8_st_tnsr(at, y, v_i8_brev_b(x));
}
