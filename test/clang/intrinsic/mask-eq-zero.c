// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// SW_MASK_EQ_ZERO: v_i32_cmp_eq and v_i32_sel_eq test that no bit is common.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i32[64] in = random(1, 0, 15)
//@tensor b i32[64] in = random(2, 0, 15)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = (a[i] & b[i]) == 0
//@expect z[i] = (a[i] & b[i]) == 0 ? a[i] : b[i]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  int64 zero = 0;
  v_i32_st_tnsr(at, y, v_i32_mov_vb(1, 0, zero, v_i32_cmp_eq_b(x, w, SW_MASK_EQ_ZERO)));
  v_i32_st_tnsr(at, z, v_i32_sel_eq_i32_b(x, w, x, w, SW_MASK_EQ_ZERO));
}
