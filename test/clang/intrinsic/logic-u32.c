// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u32_and, _or, _xor and _not work on all bits.
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
//@tensor a u32[64] in = random(5, 0, 4000000000)
//@tensor b u32[64] in = random(6, 0, 4000000000)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@tensor u u32[64] out
//@tensor v u32[64] out
//@expect y[i] = a[i] & b[i]
//@expect z[i] = a[i] | b[i]
//@expect u[i] = a[i] ^ b[i]
//@expect v[i] = wrap_u32(~a[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z, tensor u, tensor v) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  uint64 w = v_u32_ld_tnsr_b(at, b);
  v_u32_st_tnsr(at, y, v_u32_and_b(x, w));
  v_u32_st_tnsr(at, z, v_u32_or_b(x, w));
  v_u32_st_tnsr(at, u, v_u32_xor_b(x, w));
  v_u32_st_tnsr(at, v, v_u32_not_b(x));
}
