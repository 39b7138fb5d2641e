// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A sum whose carry is read stays in front of that, also where the sum itself
// is needed behind a loop only; nor does a sum without users go.
// RUN: %run-c --levels 0,1,2,s | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS low:
// CHECK-DAG: PASS high:
// CHECK-DAG: PASS scalar:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS low:
// CHECK-DAG: PASS high:
// CHECK-DAG: PASS scalar:
//@tensor a u32[64] in = random(1, 0, 4294967295)
//@tensor b u32[64] in = random(2, 0, 4294967295)
//@tensor low u32[64] out
//@tensor high u32[64] out
//@tensor scalar u32[64] out
//@arg n i32 = 5
//@arg s u32 = 4000000000
//@index_space 1
//@expect low[i] = wrap_u32(a[i] + b[i])
//@expect high[i] = 10 + ((a[i] + b[i]) >> 32)
//@expect scalar[i] = 1

void main(tensor a, tensor b, tensor low, tensor high, tensor scalar, int n,
          unsigned s) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a), y = v_u32_ld_tnsr_b(at, b);
  uint64 lo = v_u32_add_b(x, y);
  uint64 hi = v_u32_add_b(0, 0, SW_CARRY);
#pragma clang loop unroll(disable)
  for (int j = 0; j < n; j++) {
    hi += j;
    s_i32_st_l(0, j);
  }
  v_u32_st_tnsr(at, low, lo);
  v_u32_st_tnsr(at, high, hi);
  s_u32_add(s, s);
  unsigned carry = s_u32_add(0, 0, SW_CARRY);
  v_u32_st_tnsr(at, scalar, carry);
}
