// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The variant for sine and cosine multiplies numbers below one.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a f32[64] in = each(i) i / 64 + 0.001
//@tensor y i32[64] out
//@tensor z f32[64] out
//@expect y[i] = i
//@expect z[i] = i / 64
//@index_space 1

void main(tensor a, tensor y, tensor z) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  uint64_float64 r = v_f32_get_lut_entry_and_interval_start_b(
      x, 17, SW_LUT_SIN_COS);
  v_i32_st_tnsr(at, y, as_int64(r.v1));
  v_f32_st_tnsr(at, z, r.v2);
}
