// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_ld_tnsr_partial fills lanes from an offset on and keeps the others.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@arg o i32 = 3
//@tensor a i32[64] in = random(1, -2000000000, 2000000000)
//@tensor b i32[64] in = random(2, -2000000000, 2000000000)
//@tensor y i32[64] out
//@expect y[i] = i >= 3 && i < 13 ? a[i - 3] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, int o) {
  int5 at = {0};
  int64 r = v_i32_ld_tnsr_b(at, b);
  v_i32_st_tnsr(at, y, v_i32_ld_tnsr_partial_b(at, a, 9, o, 0, r));
}
