// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_mul gives 64-bit products: low words in the first register, high words
// in the second.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a i32[64] in = random(6, -2000000000, 2000000000)
//@tensor b i32[64] in = random(7, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@expect y[i] = wrap_i32(a[i] * b[i])
//@expect z[i] = a[i] * b[i] >> 32
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  int128 r = v_i32_mul_b(x, w);
  v_i32_st_tnsr(at, y, r.v1);
  v_i32_st_tnsr(at, z, r.v2);
}
