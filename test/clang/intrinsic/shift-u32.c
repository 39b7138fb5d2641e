// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u32_shl and _shr shift each lane by its own count, with zeros coming in.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u32[64] in = random(7, 0, 4000000000)
//@tensor b i32[64] in = random(8, 0, 31)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@expect y[i] = wrap_u32(a[i] << b[i])
//@expect z[i] = wrap_u32((a[i] & 4294967295) >> b[i])
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  int64 w = v_i32_ld_tnsr_b(at, b);
  v_u32_st_tnsr(at, y, v_u32_shl_b(x, w));
  v_u32_st_tnsr(at, z, v_u32_shr_b(x, w));
}
