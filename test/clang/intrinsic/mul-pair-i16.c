// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i16_mul gives 32-bit products in a pair: even lanes in the first register,
// odd ones in the second.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i16[128] in = random(1, -32768, 32767)
//@tensor b i16[128] in = random(2, -32768, 32767)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = a[2 * i] * b[2 * i]
//@expect z[i] = a[2 * i + 1] * b[2 * i + 1]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  short128 x = v_i16_ld_tnsr_b(at, a);
  short128 w = v_i16_ld_tnsr_b(at, b);
  int128 r = v_i16_mul_b(x, w);
  v_i32_st_tnsr(at, y, r.v1);
  v_i32_st_tnsr(at, z, r.v2);
}
