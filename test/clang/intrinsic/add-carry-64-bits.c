// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sums of 64 bits in two registers: SW_CARRY adds the carry of the sum before.
// A loop around them, and other work between, leaves the pair together.
// RUN: %run-c --levels 0,1,2,s | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS low:
// CHECK-DAG: PASS high:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS low:
// CHECK-DAG: PASS high:
//@tensor a u32[64] in = random(1, 0, 4294967295)
//@tensor b u32[64] in = random(2, 0, 4294967295)
//@tensor low u32[64, 5] out
//@tensor high u32[64, 5] out
//@index_space 1
//@expect low[i, j] = wrap_u32(a[i] + (j + 1) * b[i])
//@expect high[i, j] = wrap_u32(((a[i] + (j + 1) * b[i]) >> 32) + 7 * j)

void main(tensor a, tensor b, tensor low, tensor high) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a), y = v_u32_ld_tnsr_b(at, b);
  uint64 lo = x, hi = 0, seven = 0;
  for (int j = 0; j < 5; j++) {
    at[1] = j;
    lo = v_u32_add_b(lo, y);
    hi = v_u32_add_b(hi, 0, SW_CARRY);
    v_u32_st_tnsr(at, low, lo);
    v_u32_st_tnsr(at, high, v_u32_add_b(hi, seven));
    seven = v_u32_add_b(seven, 7);
  }
}
