// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_f32_fclass gives the class of a number as one bit of ten.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = values(-1, 0, 2.5, 1)
//@tensor y i32[64] out
//@expect y[i] = i % 4 == 0 ? 2 : i % 4 == 1 ? 16 : 64
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  v_i32_st_tnsr(at, y, as_int64(v_f32_fclass_b(x)));
}
