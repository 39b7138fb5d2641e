// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The variant for square roots puts the parity of the exponent above the
// mantissa's bits.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS y:
// CHECK-LABEL: -O2:
// CHECK: PASS y:
//@tensor a f32[64] in = each(i) (1 + (i % 32) / 32) * (i < 32 ? 1 : 2)
//@tensor y i32[64] out
//@expect y[i] = (i < 32 ? 0 : 64) + 2 * (i % 32)
//@index_space 1

void main(tensor a, tensor y) {
  int5 at = {0};
  float64 x = v_f32_ld_tnsr_b(at, a);
  uint64_float64 r = v_f32_get_lut_entry_and_interval_start_b(
      x, 17, SW_LUT_SQRT_RSQRT);
  v_i32_st_tnsr(at, y, as_int64(r.v1));
}
