// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_i32_and, _or, _xor and _not work on all bits.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-DAG: PASS u:
// CHECK-DAG: PASS v:
//@tensor a i32[64] in = random(5, -2000000000, 2000000000)
//@tensor b i32[64] in = random(6, -2000000000, 2000000000)
//@tensor y i32[64] out
//@tensor z i32[64] out
//@tensor u i32[64] out
//@tensor v i32[64] out
//@expect y[i] = a[i] & b[i]
//@expect z[i] = a[i] | b[i]
//@expect u[i] = a[i] ^ b[i]
//@expect v[i] = wrap_i32(~a[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  int64 x = v_i32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  v_i32_st_tnsr(at, y, v_i32_and_b(x, w));
  v_i32_st_tnsr(at, z, v_i32_or_b(x, w));
  v_i32_st_tnsr(at, u, v_i32_xor_b(x, w));
  v_i32_st_tnsr(at, v, v_i32_not_b(x));
}
