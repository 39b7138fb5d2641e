// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_brev reverses the bits of each lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i32[64] in = random(1, -2000000000, 2000000000)
//@tensor y i32[64] out
//@expect y[i] = wrap_i32(sum(k: 0..32) ((a[i] >> k & 1) << 31 - k))
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  v_i32_st_tnsr(at, y, v_i32_brev_b(x));
}
