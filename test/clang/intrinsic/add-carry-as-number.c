// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// A carry as a number: sums of zeros with the carry have the same operands, and
// are different sums. In a loop none of them leaves it.
// RUN: %run-c --levels 0,1,2,s | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS first:
// CHECK-DAG: PASS second:
// CHECK-DAG: PASS each:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS first:
// CHECK-DAG: PASS second:
// CHECK-DAG: PASS each:
//@tensor a u32[64] in = random(1, 0, 4294967295)
//@tensor b u32[64] in = random(2, 0, 4294967295)
//@tensor first u32[64] out
//@tensor second u32[64] out
//@tensor each u32[64, 6] out
//@index_space 1
//@expect first[i] = (a[i] + b[i]) >> 32
//@expect second[i] = (a[i] + a[i]) >> 32
//@expect each[i, j] = (wrap_u32(a[i] + j * b[i]) + b[i]) >> 32

void main(tensor a, tensor b, tensor first, tensor second, tensor each) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a), y = v_u32_ld_tnsr_b(at, b);
  uint64 lo1 = v_u32_add_b(x, y);
  uint64 c1 = v_u32_add_b(0, 0, SW_CARRY);
  uint64 lo2 = v_u32_add_b(x, x);
  uint64 c2 = v_u32_add_b(0, 0, SW_CARRY);
  v_u32_st_tnsr(at, first, c1);
  v_u32_st_tnsr(at, second, c2);
  for (int j = 0; j < 6; j++) {
    at[1] = j;
    x = v_u32_add_b(x, y);
    v_u32_st_tnsr(at, each, v_u32_add_b(0, 0, SW_CARRY));
  }
}
