// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Under a vector predicate lanes of u8 vectors keep the income; polarity 1
// turns it round.
// RUN: %run-c --levels 0,2 | FileCheck %s
// CHECK-LABEL: -O0:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
// CHECK-LABEL: -O2:
// CHECK-DAG: PASS y:
// CHECK-DAG: PASS z:
//@tensor a u8[256] in = random(1, 0, 255)
//@tensor b u8[256] in = random(2, 0, 255)
//@tensor c u8[256] in = random(3, 0, 255)
//@tensor y u8[256] out
//@tensor z u8[256] out
//@expect y[i] = a[i] > b[i] ? max(a[i], c[i]) : b[i]
//@expect z[i] = a[i] > b[i] ? b[i] : max(a[i], c[i])
//@index_space 1

void main(tensor a, tensor b, tensor c, tensor y, tensor z) {
  int5 at = {0};
  uchar256 x = v_u8_ld_tnsr_b(at, a);
  uchar256 w = v_u8_ld_tnsr_b(at, b);
  uchar256 k = v_u8_ld_tnsr_b(at, c);
  bool256 p = v_u8_cmp_grt_b(x, w);
  v_u8_st_tnsr(at, y, v_u8_max_vb(x, k, 0, w, p));
  v_u8_st_tnsr(at, z, v_u8_max_vb(x, k, 0, w, p, 1));
}
