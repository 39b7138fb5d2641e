// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_mul_round doubles the product, rounds it and keeps the upper word.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a i32[64] in = random(8, -1000000000, 1000000000)
//@tensor b i32[64] in = random(9, -1000000000, 1000000000)
//@tensor y i32[64] out
//@expect y[i] = 2 * a[i] * b[i] + 0x80000000 >> 32
//@index_space 1

void main(tensor a, tensor b, tensor y) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  v_i32_st_tnsr(at, y, v_i32_mul_round_b(x, w));
}
