// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Where the condition does not hold, the result is the other value and not the
// accumulator of the operation that is done under it.
// RUN: %run-c --levels 0,1,2,s | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK: PASS z:
// CHECK-LABEL: -O2:
// CHECK: PASS z:
//@tensor a i32[64] in = random(1, -1000, 1000)
//@tensor z f32[64, 8] out
//@arg n i32 = 8
//@index_space 1
//@expect z[i, j] = j > 4 ? 100 + a[i] * j : a[i]

void main(tensor a, tensor z, int n) {
  int5 at = {0};
  float64 x = convert_int64_to_float64(v_i32_ld_tnsr_b(at, a), 0);
  float64 hundred = 100.0f;
  for (int j = 0; j < n; j++) {
    at[1] = j;
    float64 r = x;
    if (j > 4)
      r = v_f32_mac_b(x, (float)j, hundred);
    v_f32_st_tnsr(at, z, r);
  }
}
