// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u16_mul gives 32-bit products in a pair: even lanes in the first register,
// odd ones in the second.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u16[128] in = random(1, 0, 65535)
//@tensor b u16[128] in = random(2, 0, 65535)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@expect y[i] = a[2 * i] * b[2 * i]
//@expect z[i] = a[2 * i + 1] * b[2 * i + 1]
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  ushort128 x = v_u16_ld_tnsr_b(at, a);
  ushort128 w = v_u16_ld_tnsr_b(at, b);
  uint128 r = v_u16_mul_b(x, w);
  v_u32_st_tnsr(at, y, r.v1);
  v_u32_st_tnsr(at, z, r.v2);
}
