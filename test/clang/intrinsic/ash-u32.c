// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// v_u32_ash shifts to the left with saturation, to the right by a negative
// count, there rounding half up with SW_RHU. The count is the low byte of a
// lane.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u32[64] in = random(9, 0, 4000000000)
//@tensor b i8[256] in = random(10, -31, 31)
//@tensor y u32[64] out
//@tensor z u32[64] out
//@expect y[i] = b[i * 4] >= 0 ?
//@  sat_u32(a[i] << max(b[i * 4], 0)) : a[i] >> max(-b[i * 4], 0)
//@expect z[i] = b[i * 4] >= 0 ?
//@  sat_u32(a[i] << max(b[i * 4], 0)) :
//@  a[i] + (1 << max(-b[i * 4] - 1, 0)) >> max(-b[i * 4], 0)
//@index_space 1

void main(tensor a, tensor b, tensor y, tensor z) {
  int5 at = {0};
  uint64 x = v_u32_ld_tnsr_b(at, a);
  char256 n = v_i8_ld_tnsr_b(at, b);
  v_u32_st_tnsr(at, y, v_u32_ash_b(x, n));
  v_u32_st_tnsr(at, z, v_u32_ash_b(x, n, SW_RHU));
}
